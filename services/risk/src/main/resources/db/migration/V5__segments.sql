-- The kinds of work that are open with the household, in every service. Null in rows that were written before it was kept:
-- they are due for evaluation at once.
alter table household_state add column open_work text[];

-- What was asked of households at large, by whom and why: several answers may tell more than one, and this shows it.
create table segment_query (
    id         uuid primary key,
    asked_at   timestamptz not null default now(),
    subject    text not null,
    roles      text not null,
    purpose    text not null,
    asked      text not null check (asked in ('counts', 'list', 'proposal')),
    query      jsonb not null check (jsonb_typeof(query) = 'object'),
    -- It speaks of a factor that only those cleared for restricted rows know.
    restricted boolean not null
);
revoke update, delete, truncate on segment_query from ${app};
alter table segment_query enable row level security;
alter table segment_query force row level security;
create policy cleared on segment_query
    using (app_subject() is not null and (not restricted or app_sees_restricted()));

-- Outreach to unknown households: proposed by one person, decided by another. Only the decision can be written later.
create table outreach_proposal (
    id              uuid primary key,
    name            text not null,
    query           jsonb not null check (jsonb_typeof(query) = 'object'),
    restricted      boolean not null,
    purpose         text not null,
    lawful_basis    text not null,
    task_kind       text not null,
    team            text not null,
    priority        text not null,
    due_days        integer not null check (due_days > 0),
    due_working     boolean not null,
    most_households integer not null check (most_households > 0),
    -- As it may be shown to those who may not see who they are; null where that is nothing.
    shown_count     bigint,
    proposed_by     text not null,
    proposed_at     timestamptz not null,
    expires_at      timestamptz not null,
    state           text not null default 'PROPOSED' check (state in ('PROPOSED', 'APPROVED', 'DECLINED')),
    decided_by      text,
    decided_at      timestamptz,
    declined_why    text,
    tasks           integer,
    version         bigint not null default 0,
    check ((state = 'PROPOSED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    check (state <> 'APPROVED' or (decided_by <> proposed_by and decided_at < expires_at and tasks is not null)),
    check ((state = 'DECLINED') = (declined_why is not null))
);
revoke update, delete, truncate on outreach_proposal from ${app};
grant update (state, decided_by, decided_at, declined_why, tasks, version) on outreach_proposal to ${app};
alter table outreach_proposal enable row level security;
alter table outreach_proposal force row level security;
create policy cleared on outreach_proposal
    using (app_subject() is not null and (not restricted or app_sees_restricted()));

-- The proposal that asked for the task, where no rule did.
alter table raised_task add column proposal uuid references outreach_proposal;
