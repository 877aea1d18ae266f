-- What the council has accepted that it owes: prevention (s195), then relief (s189B). Each at most once an application.
create table duty (
    id                 uuid primary key,
    application_id     uuid not null references homelessness_application,
    household_id       uuid not null,
    kind               text not null,
    accepted_on        date not null,
    -- The first day on which the period has run out, and the law that it was reckoned by. Nothing ends by itself then.
    deadline           date not null check (deadline > accepted_on),
    deadline_source    text not null,
    -- Why a prevention duty was accepted: the day on which homelessness was likely, or the notice that was about to expire.
    likely_homeless_on date,
    notice_id          uuid references notice,
    restricted         boolean not null,
    -- Both or neither: a duty is ended with a reason, by notice in writing, and by nothing else.
    end_reason         text,
    notice_given_on    date check (notice_given_on >= accepted_on),
    recorded_at        timestamptz not null,
    version            bigint not null,
    unique (application_id, kind),
    check ((end_reason is null) = (notice_given_on is null)),
    check (kind <> 'PREVENTION' or likely_homeless_on is not null or notice_id is not null)
);

alter table duty enable row level security;
alter table duty force row level security;
create policy seen_by_those_cleared on duty
    using (app_subject() is not null and (not restricted or app_sees_restricted()));
