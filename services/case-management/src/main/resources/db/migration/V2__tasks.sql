-- Work that waits in a team's queue. Its id is the one that risk gave it, so that it stands once however often it is told of.
create table task (
    id                uuid primary key,
    household_id      uuid not null,
    case_id           uuid references case_file,
    kind              text not null,
    team              text not null,
    restricted        boolean not null check (restricted or team <> 'domestic-abuse'),
    priority          text not null check (priority in ('URGENT', 'HIGH', 'NORMAL', 'LOW')),
    urgency           smallint not null generated always as (
                          case priority when 'URGENT' then 0 when 'HIGH' then 1 when 'NORMAL' then 2 else 3 end) stored,
    due_on            date not null,
    rule              text,
    rule_version      integer,
    reasons           text not null check (reasons is json array),
    raised_by         text not null,
    raised_at         timestamptz not null,
    state             text not null check (state in ('OPEN', 'CLAIMED', 'COMPLETED', 'WITHDRAWN')),
    claimed_by        uuid,
    claimed_at        timestamptz,
    outcome           text check (outcome in ('HELPED', 'DECLINED', 'ALREADY_KNOWN', 'WRONG', 'CANNOT_REACH')),
    note              text,
    withdrawn_because text,
    ended_at          timestamptz,
    version           bigint not null,
    check ((rule is null) = (rule_version is null)),
    check ((claimed_by is null) = (claimed_at is null)),
    check ((state in ('CLAIMED', 'COMPLETED')) = (claimed_by is not null)),
    check ((state = 'COMPLETED') = (outcome is not null)),
    check ((state = 'WITHDRAWN') = (withdrawn_because is not null)),
    check ((state in ('COMPLETED', 'WITHDRAWN')) = (ended_at is not null))
);
-- The order of a queue: the most urgent first, then the earliest due.
create index task_queue on task (team, state, urgency, due_on, id);
create index task_household on task (household_id) where state in ('OPEN', 'CLAIMED');
alter table task enable row level security;
alter table task force row level security;
create policy task_seen on task
    using (app_subject() is not null and (not restricted or app_sees_restricted()));

-- Where a task has been, for those to whom it comes.
create table task_hand_over (
    id          uuid primary key,
    task_id     uuid not null references task,
    from_team   text not null,
    to_team     text not null,
    reason      text not null check (length(reason) between 1 and 2000),
    worker      uuid not null,
    handed_over timestamptz not null,
    restricted  boolean not null
);
create index task_hand_over_task on task_hand_over (task_id, id);
alter table task_hand_over enable row level security;
alter table task_hand_over force row level security;
create policy task_hand_over_seen on task_hand_over
    using (app_subject() is not null and (not restricted or app_sees_restricted()));

-- Withdrawals whose task had not arrived: when it does, it stands withdrawn and in no queue.
create table early_withdrawal (
    task_id    uuid primary key,
    why        text not null,
    at         timestamptz not null,
    restricted boolean not null
);
alter table early_withdrawal enable row level security;
alter table early_withdrawal force row level security;
create policy early_withdrawal_seen on early_withdrawal
    using (app_subject() is not null and (not restricted or app_sees_restricted()));
