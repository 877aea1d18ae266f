-- A household is its history: all its events that the vocabulary knows, packed, beside what they amount to. The consumer
-- that owns the household's lane holds the same in memory; the version tells it when somebody else has written.
-- The row with restricted = true holds the restricted events alone, and what all events together amount to.
create table household_state (
    household       uuid not null,
    restricted      boolean not null,
    -- The number of the partition that the household's events come by; null until the consumer has worked it out.
    lane            smallint,
    version         integer not null,
    -- Which form the history is packed in; one of another form is packed anew from the journal.
    format          integer not null,
    history         bytea not null,
    score           integer not null check (score between 0 and 1000),
    band            text not null,
    -- By code: since, by (the event that began it), latest, until, level, trend.
    factors         jsonb not null,
    tenure          text,
    ward            text,
    adults          integer,
    children        integer,
    as_of           timestamptz not null,
    -- When something changes without news; null if nothing does.
    wakes_at        timestamptz,
    factors_version text not null,
    rules_version   text not null,
    primary key (household, restricted)
) partition by hash (household);
-- COPY does not write to a table with row-level security. It writes to the partition, to which the application can add
-- rows and from which it cannot read any: reading is through the table, by the rules of the table.
create table household_state_rows partition of household_state for values with (modulus 1, remainder 0)
    with (fillfactor = 70, toast_tuple_target = 8160);
revoke all on household_state_rows from ${app};
grant insert on household_state_rows to ${app};
-- Packed already, and kept in the row while it fits.
alter table household_state_rows alter column history set storage external;
create index household_state_without_lane on household_state (household) where lane is null;
alter table household_state enable row level security;
alter table household_state force row level security;
create policy cleared on household_state
    using (app_subject() is not null and (not restricted or app_sees_restricted()));

-- The owner of a lane raises its epoch; who comes with an older one has lost it. event_time is how far time has come.
create table lane (
    lane       smallint primary key,
    epoch      bigint not null,
    event_time timestamptz
);
insert into lane (lane, epoch) select partition, max(epoch) from stream_position group by partition;
delete from stream_position where next_offset is null;
alter table stream_position drop column epoch, alter column next_offset set not null;

-- What moves rows is the owner, to whom the policies apply as well: it speaks as the service for as long.
select set_config('app.subject', 'service:risk', true), set_config('app.roles', 'system', true);
insert into household_state (household, restricted, version, format, history, score, band, factors, tenure, ward, adults,
                             children, as_of, wakes_at, factors_version, rules_version)
select e.household, e.restricted, 1, 0, '', e.score, e.band,
       coalesce((select jsonb_object_agg(f.factor, jsonb_strip_nulls(jsonb_build_object(
                     'since', f.since, 'by', f.began_by, 'latest', f.latest_at, 'until', f.stands_until,
                     'level', f.level, 'trend', lower(f.trend))))
                 from household_factor f where f.household = e.household and f.restricted = e.restricted), '{}'),
       h.tenure, h.ward, h.adults, h.children, e.as_of, null, e.factors_version, e.rules_version
from household_evaluation e join household h using (household);
drop table household, household_evaluation, household_factor;

alter table journal_event rename to journal_event_before;
create table journal_event (
    event_id    uuid primary key,
    household   uuid,
    type        text not null,
    occurred_at timestamptz not null,
    received_at timestamptz not null default now(),
    restricted  boolean not null,
    data        text not null
) partition by hash (event_id);
create table journal_event_rows partition of journal_event for values with (modulus 1, remainder 0);
revoke all on journal_event_rows from ${app};
grant insert on journal_event_rows to ${app};
revoke update, delete, truncate on journal_event from ${app};
alter table journal_event enable row level security;
alter table journal_event force row level security;
create policy cleared on journal_event
    using (app_subject() is not null and (not restricted or app_sees_restricted()));
insert into journal_event (event_id, household, type, occurred_at, received_at, restricted, data)
select event_id, household, type, occurred_at, received_at, restricted, cast(data as text) from journal_event_before;
drop table journal_event_before;
-- By household alone: its events are few enough to be sorted, and equal keys share their room in the index.
create index journal_event_household on journal_event (household) where household is not null;

-- The stream brings changed households in by way of a temporary table.
do $$ begin execute format('grant temporary on database %I to ${app}', current_database()); end $$;
