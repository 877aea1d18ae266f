-- That several records are one household. Anyone at the front may propose it; it takes effect when somebody confirms it who
-- may see what is restricted, so that neither an answer nor its speed tells whether there is anything.
create table household_merge (
    id              uuid primary key,
    into_household  uuid not null references household,
    merged          uuid[] not null check (cardinality(merged) between 1 and 20 and not into_household = any (merged)),
    reason          text not null check (length(reason) between 1 and 1000),
    proposed_at     timestamptz not null,
    proposed_by     text not null,
    confirmed_at    timestamptz,
    confirmed_by    text,
    ended_at        timestamptz,
    ended_by        text,
    end_reason      text check (length(end_reason) between 1 and 1000),
    check ((confirmed_at is null) = (confirmed_by is null)),
    check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null))
);
create index household_merge_waiting on household_merge (id) where confirmed_at is null and ended_at is null;
create index household_merge_into on household_merge (into_household, id);
create index household_merge_merged on household_merge using gin (merged);

-- A merged record keeps all that was recorded under it and points to where new things go. Taking the pointer away brings
-- back exactly what was there.
alter table household add column merged_into uuid references household check (merged_into <> id);
create index household_merged_into on household (merged_into) where merged_into is not null;
