-- A household that has lost or may lose its home asks for help (Housing Act 1996, Part 7).
create table homelessness_application (
    id           uuid primary key,
    household_id uuid not null,
    cause        text not null,
    approached_on date not null,
    -- Rests on domestic abuse: it exists for those only who are cleared for it.
    restricted   boolean not null check (restricted or cause <> 'DOMESTIC_ABUSE'),
    recorded_at  timestamptz not null,
    version      bigint not null
);
create index homelessness_application_household on homelessness_application (household_id, id);

alter table homelessness_application enable row level security;
alter table homelessness_application force row level security;
create policy seen_by_those_cleared on homelessness_application
    using (app_subject() is not null and (not restricted or app_sees_restricted()));
-- Whoever hears of abuse can record it, or it would be recorded under another cause; it takes more to read it again.
create policy recorded_by_whoever_hears on homelessness_application for insert
    with check (app_subject() is not null);
