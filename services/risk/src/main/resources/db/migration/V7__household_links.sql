-- What intake told of merges and their reversals: for each event, each household that it says was merged or is on its own
-- again. What they come to depends on all of them, in the order in which they happened.
create table household_link (
    event_id       uuid not null,
    household      uuid not null,
    into_household uuid not null check (into_household <> household),
    merges         boolean not null,
    occurred_at    timestamptz not null,
    primary key (event_id, household)
);
revoke update, delete, truncate on household_link from ${app};

-- What they come to: to whose history each merged household's counts now.
create table merged_household (
    household      uuid primary key,
    -- The household that it was merged into, and the one that goes on, if that was merged in its turn.
    into_household uuid not null,
    surviving      uuid not null,
    event_id       uuid not null,
    since          timestamptz not null
);
create index merged_household_surviving on merged_household (surviving);

-- Grows with each change, so that whoever holds the links in memory sees that they are old. Who evaluates a household that
-- is linked holds the row for share; who changes a link, alone.
create table household_link_version (
    single  boolean primary key default true check (single),
    version bigint not null
);
insert into household_link_version (version) values (0);
revoke insert, delete, truncate on household_link_version from ${app};

alter table household_link enable row level security;
alter table household_link force row level security;
create policy known on household_link using (app_subject() is not null);
alter table merged_household enable row level security;
alter table merged_household force row level security;
create policy known on merged_household using (app_subject() is not null);
