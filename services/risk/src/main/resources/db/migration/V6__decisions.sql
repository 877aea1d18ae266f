-- What people made of a task that was asked for: the end that happened last, as case-management told it. The stream
-- writes it with the event; what was told before this version is taken from the journal.
alter table raised_task
    add column outcome      text check (outcome in ('HELPED', 'DECLINED', 'ALREADY_KNOWN', 'WRONG', 'CANNOT_REACH')),
    add column completed_at timestamptz,
    add check ((outcome is null) = (completed_at is null));

-- What moves rows is the owner, to whom the policies apply as well: it speaks as the service for as long.
select set_config('app.subject', 'service:risk', true), set_config('app.roles', 'system', true);
update raised_task t
set outcome = e.outcome, completed_at = e.occurred_at
from (select distinct on (task, restricted) cast(data as jsonb) ->> 'taskId' as task, restricted, occurred_at,
             upper(replace(cast(data as jsonb) ->> 'outcome', '-', '_')) as outcome
      from journal_event
      where type = 'case-management.task-completed.v1'
        and cast(data as jsonb) ->> 'outcome' in ('helped', 'declined', 'already-known', 'wrong', 'cannot-reach')
      order by task, restricted, occurred_at desc, event_id desc) e
where cast(t.task_id as text) = e.task and e.restricted = t.restricted;

-- What households contest, and what people decided of that. The texts stay here: no event has them.
create table challenge (
    id          uuid primary key,
    household   uuid not null,
    restricted  boolean not null,
    subject     text not null check (subject in ('TASK', 'FACTOR', 'SCORE')),
    task_id     uuid,
    factor      text,
    says        text not null check (length(says) between 1 and 4000),
    made_by     uuid,
    received_on date not null,
    due_on      date not null check (due_on > received_on),
    recorded_by text not null,
    recorded_at timestamptz not null,
    state       text not null check (state in ('OPEN', 'UPHELD', 'DISMISSED', 'WITHDRAWN')),
    decided_by  text,
    decided_at  timestamptz,
    reasons     text check (length(reasons) between 1 and 4000),
    version     bigint not null,
    check ((subject = 'TASK') = (task_id is not null)),
    check ((subject = 'FACTOR') = (factor is not null)),
    check ((state = 'OPEN') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    check ((decided_by is null) = (reasons is null)),
    -- Whoever wrote it down does not decide it; that the household takes it back, they may write down too.
    check (state not in ('UPHELD', 'DISMISSED') or decided_by <> recorded_by)
);
create index challenge_household on challenge (household, id);
-- The same is not challenged twice at a time. A restricted challenge is in nobody else's way.
create unique index challenge_open on challenge (household, restricted, subject, task_id, factor) nulls not distinct
    where state = 'OPEN';
revoke delete, truncate on challenge from ${app};
alter table challenge enable row level security;
alter table challenge force row level security;
create policy cleared on challenge
    using (app_subject() is not null and (not restricted or app_sees_restricted()));
