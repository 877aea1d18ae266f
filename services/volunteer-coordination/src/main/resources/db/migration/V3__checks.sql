-- A check that was asked for, for a role, and what came back. What stands on a certificate is not kept.
create table volunteer_check (
    id           uuid primary key,
    volunteer_id uuid not null references volunteer,
    role         text not null,
    level        text not null,
    workforce    text,
    asked_on     date not null,
    -- The certificate's date, once it came back in order; or the day on which it was decided that it did not.
    issued_on    date,
    not_cleared_on date,
    recorded_at  timestamptz not null,
    version      bigint not null,
    check (issued_on is null or not_cleared_on is null)
);
create index volunteer_check_volunteer on volunteer_check (volunteer_id, id);
