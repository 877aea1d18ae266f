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
