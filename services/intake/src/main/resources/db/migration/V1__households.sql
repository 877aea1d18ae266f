-- A household is known by where it lives and when: one dwelling (UPRN) has several over time.
create table household (
    id             uuid primary key,
    uprn           text not null check (uprn ~ '^[0-9]{1,12}$'),
    occupied_from  date not null,
    occupied_until date check (occupied_until >= occupied_from),
    ward           text,
    tenure         text,
    adults         integer check (adults between 0 and 50),
    children       integer check (children between 0 and 50),
    registered_at  timestamptz not null,
    version        bigint not null
);
create index household_uprn on household (uprn, occupied_from);
