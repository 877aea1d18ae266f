-- All that the other services told of a household, kept for good: what replay and re-evaluation read. Its key is also the
-- mark that an event was taken in. The application adds to it and changes nothing.
create table journal_event (
    event_id    uuid primary key,
    household   uuid,
    type        text not null,
    source      text not null,
    occurred_at timestamptz not null,
    received_at timestamptz not null default now(),
    restricted  boolean not null,
    data        jsonb not null check (jsonb_typeof(data) = 'object')
);
create index journal_event_household on journal_event (household, occurred_at, event_id) where household is not null;
revoke update, delete, truncate on journal_event from ${app};

-- Up to where each partition has been read, committed with the effect. The epoch grows with each consumer that takes the
-- partition over; one that wakes late has an older epoch and writes nothing any more.
create table stream_position (
    topic       text not null,
    partition   integer not null,
    next_offset bigint,
    epoch       bigint not null,
    primary key (topic, partition)
);

-- One row for each household that was evaluated: what is known of it, and the lock that its evaluations wait for.
create table household (
    household uuid primary key,
    tenure    text,
    ward      text,
    adults    integer,
    children  integer
);

-- What its history amounts to, once without restricted events and, where it has any, once with them.
create table household_evaluation (
    household       uuid not null,
    restricted      boolean not null,
    score           integer not null check (score between 0 and 1000),
    band            text not null,
    as_of           timestamptz not null,
    factors_version text not null,
    rules_version   text not null,
    primary key (household, restricted)
);

create table household_factor (
    household    uuid not null,
    restricted   boolean not null,
    factor       text not null,
    since        timestamptz not null,
    began_by     uuid not null,
    latest_at    timestamptz not null,
    stands_until timestamptz,
    level        bigint,
    trend        text not null,
    primary key (household, restricted, factor)
);
create index household_factor_by_factor on household_factor (factor, restricted);

-- Tasks that were announced. A restricted task comes from a restricted rule.
create table raised_task (
    task_id        uuid primary key,
    household      uuid not null,
    restricted     boolean not null,
    rule           text not null,
    rule_version   integer not null,
    kind           text not null,
    team           text not null,
    priority       text not null,
    due_on         date not null,
    sentence       text not null,
    reasons        jsonb not null,
    raised_at      timestamptz not null,
    withdrawn_at   timestamptz,
    withdrawn_why  text,
    check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index raised_task_household on raised_task (household);

-- Restricted rows are there for the service itself and for those cleared for them; for all others they do not exist.
alter table journal_event enable row level security;
alter table journal_event force row level security;
create policy cleared on journal_event
    using (app_subject() is not null and (not restricted or app_sees_restricted()));
alter table household_evaluation enable row level security;
alter table household_evaluation force row level security;
create policy cleared on household_evaluation
    using (app_subject() is not null and (not restricted or app_sees_restricted()));
alter table household_factor enable row level security;
alter table household_factor force row level security;
create policy cleared on household_factor
    using (app_subject() is not null and (not restricted or app_sees_restricted()));
alter table raised_task enable row level security;
alter table raised_task force row level security;
create policy cleared on raised_task
    using (app_subject() is not null and (not restricted or app_sees_restricted()));
