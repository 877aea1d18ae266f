-- One household follows another at a home: no two share a day. An end that is not known is no end.
create extension if not exists btree_gist;
alter table household
    add constraint one_household_at_a_time
        exclude using gist (uprn with =, daterange(occupied_from, occupied_until, '[]') with &&);
