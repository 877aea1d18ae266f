-- One file for all teams. The specialists' work on domestic abuse has a file of its own, which nobody else can see.
create table case_file (
    id           uuid primary key,
    household_id uuid not null,
    tier         text not null check (tier in ('SELF_SUFFICIENT', 'AT_RISK', 'MULTIPLE_NEEDS')),
    team         text not null,
    restricted   boolean not null check (restricted or team <> 'domestic-abuse'),
    state        text not null check (state in ('OPEN', 'CLOSED')),
    lead_worker  uuid,
    opened_at    timestamptz not null,
    closed_at    timestamptz,
    close_reason text,
    version      bigint not null,
    check ((state = 'CLOSED') = (closed_at is not null)),
    check ((state = 'CLOSED') = (close_reason is not null))
);
create index case_file_household on case_file (household_id, opened_at);
create unique index case_file_one_open on case_file (household_id, restricted) where state = 'OPEN';
alter table case_file enable row level security;
alter table case_file force row level security;
create policy case_file_seen on case_file
    using (app_subject() is not null and (not restricted or app_sees_restricted()));

-- What workers wrote down. A note is never changed: what was wrong is put right by another.
create table note (
    id         uuid primary key,
    case_id    uuid not null references case_file,
    author     uuid not null,
    written_at timestamptz not null,
    text       text not null check (length(text) between 1 and 10000),
    restricted boolean not null
);
create index note_case on note (case_id, id);
alter table note enable row level security;
alter table note force row level security;
create policy note_seen on note
    using (app_subject() is not null and (not restricted or app_sees_restricted()));
revoke update, delete, truncate on note from ${app};
