-- An extract of a revenues or housing system: received whole first, then applied in chunks.
create sequence extract_receipt;
create table account_extract (
    id             uuid primary key,
    kind           text not null check (kind in ('council-tax', 'rent')),
    mapping        text not null,
    mapping_sha256 text not null,
    as_at          date,                      -- as the request says; null where a column of the file does
    state          text not null check (state in ('receiving', 'received', 'applying', 'waiting', 'applied')),
    sent_by        text not null,
    traceparent    text,
    began_at       timestamptz not null,
    touched_at     timestamptz not null,      -- when the last of its lines arrived
    received_at    timestamptz,
    receipt        bigint unique,             -- its place in the order in which extracts are applied
    sha256         text,
    bytes          bigint not null default 0,
    warning        text,
    waiting_for    text,
    applied_at     timestamptz,
    lines          integer not null default 0,
    taken          integer not null default 0,
    unchanged      integer not null default 0,
    refused        integer not null default 0,
    new_accounts   integer not null default 0,
    events         integer not null default 0,
    progress       integer not null default 0, -- the number of the last line that is applied
    check (state = 'receiving' or (receipt is not null and sha256 is not null and received_at is not null)),
    check ((state = 'waiting') = (waiting_for is not null))
);
-- The same file, read the same way, is one extract however often it is sent.
create unique index extract_once on account_extract (kind, sha256, mapping_sha256, as_at) nulls not distinct
    where state <> 'receiving';
create index extract_unfinished on account_extract (kind, receipt) where state in ('received', 'applying', 'waiting');

-- The lines of an extract in the fields that are needed; no other column of the file is kept.
create table extract_line (
    extract_id        uuid not null references account_extract on delete cascade,
    number            integer not null check (number > 0), -- where it begins in the file, from 1
    outcome           text check (outcome in ('taken', 'unchanged', 'refused')), -- null: not yet applied
    reason            text,
    detail            text,
    field             text,
    account_reference text,
    uprn              text,
    as_at             date,
    balance_pence     bigint,
    financial_year    text,
    instalment_pence  bigint,
    first_due_on      date,
    instalments_due   smallint,
    instalments_paid  smallint,
    stage             text,
    weekly_rent_pence bigint,
    primary key (extract_id, number),
    check ((outcome is not distinct from 'refused') = (reason is not null))
) with (fillfactor = 70);

-- What each account last said. Without a subject that asks there are no rows.
create table account (
    id                uuid primary key,
    kind              text not null check (kind in ('council-tax', 'rent')),
    account_reference text not null,
    household_id      uuid not null,
    extract_id        uuid not null,          -- the extract that named it last
    uprn              text not null,
    as_at             date not null,
    balance_pence     bigint not null,
    financial_year    text,
    instalment_pence  bigint,
    first_due_on      date,
    instalments_due   smallint,
    instalments_paid  smallint,
    stage             text,
    weekly_rent_pence bigint,
    unique (kind, account_reference),
    check ((kind = 'council-tax') = (num_nonnulls(financial_year, instalment_pence, first_due_on, instalments_due,
                                                  instalments_paid, stage) = 6)),
    check ((kind = 'rent') = (weekly_rent_pence is not null))
) with (fillfactor = 80);
create index account_household on account (household_id);
alter table account enable row level security;
alter table account force row level security;
create policy someone_asks on account using ((select app_subject()) is not null);

-- Instalments that an event has told of: each once, whatever later extracts say.
create table missed_instalment (
    account_id     uuid not null references account,
    financial_year text not null,
    instalment     smallint not null check (instalment between 1 and 12),
    due_on         date not null,
    primary key (account_id, financial_year, instalment)
);
