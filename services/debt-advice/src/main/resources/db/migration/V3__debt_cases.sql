-- A household's debts taken up by an adviser, until advice ends.
create table debt_case (
    id            uuid primary key,
    household_id  uuid not null,
    opened_on     date not null,
    opened_by     text not null,
    closed_on     date check (closed_on >= opened_on),
    closed_reason text,
    version       bigint not null,
    check ((closed_on is null) = (closed_reason is null))
);
create unique index one_open_case on debt_case (household_id) where closed_on is null;
create index debt_case_household on debt_case (household_id, id);
alter table debt_case enable row level security;
alter table debt_case force row level security;
create policy someone_asks on debt_case using ((select app_subject()) is not null);
