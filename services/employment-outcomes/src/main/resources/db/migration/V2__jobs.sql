-- A job that a participant started after enrolling, with what was seen to prove it.
create table job (
    id               uuid primary key,
    participant_id   uuid not null references participant,
    household_id     uuid not null,
    person_id        uuid not null,
    kind             text not null,
    employer         text not null,
    started_on       date not null,
    hours            numeric(5, 2) not null check (hours between 0 and 168),
    annual_pay_pence bigint not null check (annual_pay_pence between 0 and 1000000000),
    evidence         text not null,
    evidence_seen_on date not null,
    evidence_seen_by text not null,
    -- The first day without it, once it is lost.
    lost_on          date check (lost_on > started_on),
    recorded_at      timestamptz not null,
    version          bigint not null
);
create index job_participant on job (participant_id, id);

-- Weeks in work that were reached and claimed; a claim is never taken back by machine.
create table sustained_work (
    id             uuid primary key,
    job_id         uuid not null references job,
    participant_id uuid not null references participant,
    weeks          integer not null check (weeks in (13, 26)),
    reached_on     date not null,
    recorded_at    timestamptz not null,
    version        bigint not null
);
create index sustained_work_participant on sustained_work (participant_id, id);
create index sustained_work_job on sustained_work (job_id);
