-- Somebody lost a job: one that is known here, or one that nobody here had heard of.
create table job_loss (
    id           uuid primary key,
    household_id uuid not null,
    person_id    uuid not null,
    job_id       uuid references job,
    -- The first day without it. Losing two jobs on one day is told once.
    lost_on      date not null,
    recorded_at  timestamptz not null,
    version      bigint not null,
    unique (person_id, lost_on)
);
create index job_loss_household on job_loss (household_id, id);
