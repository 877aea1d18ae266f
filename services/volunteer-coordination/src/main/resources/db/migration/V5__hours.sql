-- Time that a volunteer gave, and whether somebody else has approved it.
create table volunteer_hours (
    id           uuid primary key,
    volunteer_id uuid not null references volunteer,
    match_id     uuid references volunteer_match,
    activity     text not null check (activity ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(activity) <= 60),
    given_on     date not null,
    minutes      integer not null check (minutes between 1 and 1440),
    logged_by    text not null,
    -- Both or neither; nobody approves what they logged.
    approved_by  text check (approved_by <> logged_by),
    approved_on  date,
    recorded_at  timestamptz not null,
    version      bigint not null,
    check ((approved_by is null) = (approved_on is null))
);
create index volunteer_hours_volunteer on volunteer_hours (volunteer_id, id);
create index volunteer_hours_day on volunteer_hours (volunteer_id, given_on);
