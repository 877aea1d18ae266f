-- Someone got in touch. What they said stands in their own words.
create table contact (
    id                     uuid primary key,
    household_id           uuid references household,
    person_id              uuid references person,
    channel                text not null,
    what_matters           text not null check (length(what_matters) between 1 and 4000),
    presenting_needs       text[] not null,
    safe_channel           text,
    safe_value             text,
    safe_hours             text,
    safe_voicemail         boolean,
    safe_name              text,
    safe_verified_on       date,
    received_at            timestamptz not null,
    received_by            text not null,
    state                  text not null check (state in ('received', 'settled', 'routed')),
    tier                   text,
    route                  text,
    needs                  text[],
    triaged_at             timestamptz,
    triaged_by             text,
    version                bigint not null,
    check ((state = 'received') = (tier is null)),
    check ((tier is null) = (route is null) and (tier is null) = (needs is null) and (tier is null) = (triaged_at is null)),
    check ((safe_channel is null) = (safe_value is null) and (safe_channel is null) = (safe_voicemail is null))
);
-- The queue of those who wait for triage, the oldest first (identifiers sort by time).
create index contact_waiting on contact (id) where state = 'received';
create index contact_household on contact (household_id, id);

-- Needs found in a household, or in one of its people. Domestic abuse is never one of them: see disclosure.
create table need (
    id            uuid primary key,
    household_id  uuid not null references household,
    person_id     uuid references person,
    need          text not null check (need <> 'DOMESTIC_ABUSE'),
    severity      text not null,
    identified_at timestamptz not null,
    resolved_at   timestamptz check (resolved_at >= identified_at),
    version       bigint not null
);
-- A need that is open is not found a second time.
create unique index need_open on need (household_id, person_id, need) nulls not distinct where resolved_at is null;
create index need_household on need (household_id, id);
