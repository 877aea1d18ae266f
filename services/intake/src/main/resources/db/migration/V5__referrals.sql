-- An agency, or the person, asked the council to help.
create table referral (
    id                       uuid primary key,
    household_id             uuid references household,
    person_id                uuid references person,
    agency                   text not null,
    kind                     text not null,
    reason                   text check (length(reason) between 1 and 4000),
    consent_to_refer         boolean not null,
    consent_to_be_contacted  boolean not null,
    consented_on             date,
    received_at              timestamptz not null,
    received_by              text not null,
    -- Housing Act 1996 s213B: nobody is referred without having agreed to it and to how they may be contacted.
    check (kind <> 'DUTY_TO_REFER' or (consent_to_refer and consent_to_be_contacted and consented_on is not null))
);
create index referral_household on referral (household_id, id);
