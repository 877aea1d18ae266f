-- Somebody who offered to volunteer. Name and contact details stay here: no event carries them.
create table volunteer (
    id            uuid primary key,
    name          text not null,
    email         text,
    phone         text,
    -- Their own household, if it is one that the council knows: they are never matched with it.
    household_id  uuid,
    registered_on date not null,
    recorded_at   timestamptz not null,
    version       bigint not null,
    check (email is not null or phone is not null)
);
