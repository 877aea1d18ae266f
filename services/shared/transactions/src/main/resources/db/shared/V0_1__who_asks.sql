-- Who asks, as the application told it first in the transaction. Without it there is no subject and there are no rows.
create function app_subject() returns text
    language sql stable
    return nullif(current_setting('app.subject', true), '');

create function app_has_role(wanted text) returns boolean
    language sql stable
    return coalesce(wanted = any (string_to_array(current_setting('app.roles', true), ',')), false);

create function app_in_team(wanted text) returns boolean
    language sql stable
    return coalesce(wanted = any (string_to_array(current_setting('app.teams', true), ',')), false);

-- Handlers of events act for the service itself; of people, only those of the cleared role see restricted rows.
create function app_sees_restricted() returns boolean
    language sql stable
    return app_has_role('system') or app_has_role('${cleared}');

-- What a command with an idempotency key came to, kept with its effect.
create table idempotent_result (
    subject     text not null,
    key         text not null,
    fingerprint text not null,
    result      text not null,
    created_at  timestamptz not null default now(),
    primary key (subject, key)
);
create index idempotent_result_age on idempotent_result (created_at);
alter table idempotent_result enable row level security;
alter table idempotent_result force row level security;
create policy own_results on idempotent_result using (subject = app_subject() or app_has_role('system'));

-- Who read which record and why. The application can add to it and do nothing else with it.
create table access_audit (
    id         uuid primary key,
    at         timestamptz not null default now(),
    subject    text not null,
    roles      text not null,
    purpose    text not null,
    command_id uuid not null,
    kind       text not null,
    record_id  uuid not null
);
create index access_audit_record on access_audit (record_id, at);
revoke select, update, delete, truncate on access_audit from ${app};
