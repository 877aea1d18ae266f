-- A household was told to leave its home; with an application or before there is one.
create table notice (
    id             uuid primary key,
    household_id   uuid not null,
    application_id uuid references homelessness_application,
    kind           text not null,
    -- Whether an officer has found that it meets the law's form.
    valid          boolean not null,
    served_on      date not null,
    expires_on     date not null check (expires_on >= served_on),
    restricted     boolean not null,
    recorded_at    timestamptz not null,
    version        bigint not null
);
create index notice_household on notice (household_id, id);
create index notice_application on notice (application_id);

alter table notice enable row level security;
alter table notice force row level security;
create policy seen_by_those_cleared on notice
    using (app_subject() is not null and (not restricted or app_sees_restricted()));
