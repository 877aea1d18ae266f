-- Someone told of domestic abuse. Whoever does the abuse must not learn of it: every row is restricted.
create table disclosure (
    id                    uuid primary key,
    household_id          uuid not null references household,
    person_id             uuid not null references person,
    words                 text check (length(words) between 1 and 4000),
    dash_score            integer check (dash_score between 0 and 24),
    judged_high_risk      boolean,
    escalated             boolean not null,
    high_risk             boolean not null,
    threshold_score       integer not null,
    threshold_source      text not null,
    children_in_household boolean not null,
    safe_channel          text,
    safe_value            text,
    safe_hours            text,
    safe_voicemail        boolean,
    safe_name             text,
    safe_verified_on      date,
    recorded_at           timestamptz not null,
    recorded_by           text not null,
    restricted            boolean not null check (restricted),
    check ((safe_channel is null) = (safe_value is null) and (safe_channel is null) = (safe_voicemail is null))
);
create index disclosure_household on disclosure (household_id, id);

-- Anyone who is known may add one; to read it takes clearance. Nobody changes or deletes one: there is no policy for it.
alter table disclosure enable row level security;
alter table disclosure force row level security;
create policy recorded_by_anyone on disclosure for insert with check (app_subject() is not null);
create policy read_when_cleared on disclosure for select
    using (app_subject() is not null and (not restricted or app_sees_restricted()));
