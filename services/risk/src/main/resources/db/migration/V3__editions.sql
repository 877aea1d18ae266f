-- An edition is one file of factors and one of rules, named by the version of the rules. It is added and never changed:
-- whoever approves it, and whoever reads years later why a task was raised, reads what was loaded.
create table edition (
    version         text primary key,
    factors_version text not null,
    factors         text not null,
    rules           text not null,
    digest          text not null,
    loaded_by       text not null,
    loaded_at       timestamptz not null default clock_timestamp(),
    unique (version, loaded_by)
);

-- A second person's. The loader's name is taken along so that the database can tell the two apart. The service itself
-- approves what a release brings to an empty database: that was reviewed with the release.
create table edition_approval (
    version     text primary key,
    loaded_by   text not null,
    approved_by text not null,
    approved_at timestamptz not null default clock_timestamp(),
    foreign key (version, loaded_by) references edition (version, loaded_by),
    check (approved_by <> loaded_by or approved_by = 'service:risk')
);

-- Which edition was live from when on, in the order of the numbers.
create table edition_switch (
    number      integer generated always as identity primary key,
    version     text not null references edition_approval,
    loaded_by   text not null,
    switched_by text not null,
    switched_at timestamptz not null default clock_timestamp(),
    foreign key (version, loaded_by) references edition (version, loaded_by),
    check (switched_by <> loaded_by or switched_by = 'service:risk')
);

-- A time during which an edition was evaluated in the shadow of the live one. The times of events say from and up to
-- where what it would have asked for is counted; what is older is what it began with.
create table shadow_run (
    number     integer generated always as identity primary key,
    version    text not null references edition,
    began_by   text not null,
    began_at   timestamptz not null default clock_timestamp(),
    began_time timestamptz not null,
    ended_by   text,
    ended_at   timestamptz,
    ended_time timestamptz,
    check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (ended_time is null))
);
-- One at a time: each costs as much as evaluating for real.
create unique index shadow_run_one on shadow_run ((1)) where ended_at is null;

revoke update, delete, truncate on edition, edition_approval, edition_switch, shadow_run from ${app};
grant update (ended_by, ended_at, ended_time) on shadow_run to ${app};

-- What an edition in shadow would have asked for. Nobody is asked.
create table shadow_task (
    run          integer not null references shadow_run,
    task_id      uuid not null,
    household    uuid not null,
    restricted   boolean not null,
    rule         text not null,
    rule_version integer not null,
    team         text not null,
    asked_at     timestamptz not null,
    withdrawn_at timestamptz,
    primary key (run, task_id)
);
create index shadow_task_household on shadow_task (household, run);
revoke truncate on shadow_task from ${app};
alter table shadow_task enable row level security;
alter table shadow_task force row level security;
create policy cleared on shadow_task
    using (app_subject() is not null and (not restricted or app_sees_restricted()));

-- The shadow run by which the household was evaluated last.
alter table household_state add column shadow_run integer;
