-- Rules tried on a past period: who asked for what, how far it has come, and what came of it, which is kept for good.
create table backtest (
    id           uuid primary key,
    requested_by text not null,
    requested_at timestamptz not null default now(),
    -- Whether restricted events and rules count: it is then for those alone who are cleared for them.
    restricted   boolean not null,
    request      jsonb not null,
    state        text not null check (state in ('queued', 'running', 'finished', 'cancelled', 'failed')),
    -- Grows each time that an instance takes it up; what an earlier one still writes is refused by it.
    attempt      integer not null default 0,
    started_at   timestamptz,
    heartbeat_at timestamptz,
    households   integer not null default 0,
    done         integer not null default 0,
    ended_at     timestamptz,
    result       jsonb,
    failure      text check (failure in ('interrupted', 'fault')),
    check (state <> 'running' or (started_at is not null and heartbeat_at is not null)),
    check ((state in ('finished', 'cancelled', 'failed')) = (ended_at is not null)),
    check ((state = 'finished') = (result is not null)),
    check ((state = 'failed') = (failure is not null))
);
create index backtest_unfinished on backtest (id) where state in ('queued', 'running');
revoke delete, truncate on backtest from ${app};
alter table backtest enable row level security;
alter table backtest force row level security;
create policy cleared on backtest
    using (app_subject() is not null and (not restricted or app_sees_restricted()));
