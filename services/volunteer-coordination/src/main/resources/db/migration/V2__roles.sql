-- What volunteers can do, and which check on their criminal record may be asked of them for it. To ask for more than a
-- role is eligible for is an offence (Police Act 1997, s123), so a role says how far asking may go.
create table volunteer_role (
    id           uuid primary key,
    code         text not null unique check (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(code) <= 60),
    eligible_for text not null,
    required     text not null,
    -- Whom the role works with; absent where nothing above a basic check may be asked.
    workforce    text,
    recorded_at  timestamptz not null,
    version      bigint not null
);
