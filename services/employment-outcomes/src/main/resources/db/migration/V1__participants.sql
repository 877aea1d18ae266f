-- One person in one spell of employment support.
create table participant (
    id           uuid primary key,
    household_id uuid not null,
    person_id    uuid not null unique,
    status       text not null,
    enrolled_on  date not null,
    recorded_at  timestamptz not null,
    version      bigint not null
);
create index participant_household on participant (household_id, id);
