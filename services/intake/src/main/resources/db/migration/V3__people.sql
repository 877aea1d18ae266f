-- People. Names and dates of birth stay in this database: no event carries them.
create table person (
    id            uuid primary key,
    name          text not null check (length(name) between 1 and 200),
    birth_date    date,
    registered_at timestamptz not null,
    version       bigint not null
);

-- What other systems call a person. A value of a system stands for one person.
create table person_identifier (
    system    text not null check (system ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
    value     text not null check (length(value) between 1 and 60),
    person_id uuid not null references person,
    primary key (system, value)
);
create index person_identifier_person on person_identifier (person_id);

-- Who belongs to which household and when. Nobody belongs to two on the same day.
create table membership (
    id           uuid primary key,
    household_id uuid not null references household,
    person_id    uuid not null references person,
    role         text not null,
    from_date    date not null,
    until_date   date check (until_date >= from_date),
    constraint one_household_of_a_person_at_a_time
        exclude using gist (person_id with =, daterange(from_date, until_date, '[]') with &&)
);
create index membership_household on membership (household_id, from_date);
