-- A volunteer helps a household in a role.
create table volunteer_match (
    id           uuid primary key,
    volunteer_id uuid not null references volunteer,
    household_id uuid not null,
    role         text not null,
    since        date not null,
    -- Both or neither.
    end_reason   text,
    ended_on     date check (ended_on >= since),
    recorded_at  timestamptz not null,
    version      bigint not null,
    check ((end_reason is null) = (ended_on is null))
);
create index volunteer_match_household on volunteer_match (household_id, id);
create index volunteer_match_volunteer on volunteer_match (volunteer_id, id);
create unique index volunteer_match_once on volunteer_match (volunteer_id, household_id, role) where ended_on is null;
