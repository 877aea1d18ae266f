-- Households as intake tells of them: whom an account at a home belongs to.
create table household (
    id            uuid primary key,
    uprn          text check (uprn ~ '^[0-9]{1,12}$'),
    registered_on date not null
);
create index household_home on household (uprn, registered_on desc, id desc);
