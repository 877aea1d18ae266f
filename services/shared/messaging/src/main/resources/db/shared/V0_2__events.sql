-- Events written beside the change they tell of. Debezium reads the publication and carries each row to its topic.
create table outbox (
    id           uuid primary key,
    destination  text not null,
    record_key   text not null,
    type         text not null,
    source       text not null,
    subject      text,
    occurred_at  timestamptz not null,
    dataschema   text not null,
    sensitivity  text not null check (sensitivity in ('standard', 'restricted')),
    causation_id text not null,
    traceparent  text not null,
    data         text not null,
    created_at   timestamptz not null default now()
);
create index outbox_age on outbox (created_at);
create publication outbox for table outbox with (publish = 'insert');
grant select on outbox to outbox_connector;

-- Events whose effect is in this database. Kept longer than any topic keeps the event.
create table seen_event (
    event_id uuid primary key,
    seen_at  timestamptz not null default now()
);
create index seen_event_age on seen_event (seen_at);

-- Keys that stand still because one of their records could not be handled, and what is held back for them.
create table parked_key (
    record_key text primary key,
    since      timestamptz not null default now(),
    reason     text not null
);
create table parked_record (
    id            bigint generated always as identity primary key,
    record_key    text not null,
    topic         text not null,
    partition     integer not null,
    record_offset bigint not null,
    headers       text not null,
    value         text,
    recorded_at   timestamptz not null,
    parked_at     timestamptz not null default now(),
    unique (topic, partition, record_offset)
);
create index parked_record_key on parked_record (record_key, id);
