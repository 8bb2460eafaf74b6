-- Mandates: an employer lets someone act in its name (R5221-1 II of the Code du travail). The terms are
-- written once; what people did with it is added; nothing is deleted.
create schema if not exists employer;

create table employer.mandate (
    id uuid primary key,
    -- the employer: a SIREN, or a name alone
    giver_name text not null,
    giver_siren text check (giver_siren ~ '^[0-9]{9}$'),
    giver_account uuid,
    holder_name text not null,
    holder_organization text not null,
    holder_account uuid,
    -- one request, of which this package knows only the name; otherwise requests of the employer
    request_kind text,
    request_id text,
    request_reference text,
    procedure text,
    establishments text[] not null,
    about text not null,
    powers text[] not null check (cardinality(powers) > 0),
    from_day date not null,
    until_day date not null check (until_day >= from_day),
    drafted_at timestamptz not null,
    drafted_by uuid not null,
    asked_at timestamptz,
    given_at timestamptz,
    given_way text check (given_way in ('ONLINE', 'PAPER')),
    given_by uuid,
    given_person text,
    given_capacity text,
    given_known boolean,
    signed_on date,
    refused_at timestamptz,
    refused_by uuid,
    ended_at timestamptz,
    ended_by uuid,
    ended_side text check (ended_side in ('GIVER', 'HOLDER')),
    announced_at timestamptz,
    -- the signed copy, or the sealed one
    document uuid,
    check ((request_kind is null) = (request_id is null) and (request_kind is null) = (request_reference is null)),
    check (request_id is not null or giver_siren is not null),
    check (given_at is null or (given_way is not null and given_by is not null and given_person is not null
        and given_capacity is not null and given_known is not null and signed_on is not null)),
    check (given_at is null or refused_at is null),
    check (ended_at is null or (given_at is not null and ended_by is not null and ended_side is not null))
);

create index mandate_held on employer.mandate (holder_account, drafted_at desc);
create index mandate_given on employer.mandate (giver_account, drafted_at desc);
create index mandate_of_request on employer.mandate (request_id) where request_id is not null;
create index mandate_of_employer on employer.mandate (giver_siren) where request_id is null;
create index mandate_ending on employer.mandate (until_day)
    where given_at is not null and ended_at is null and announced_at is null;

grant usage on schema employer to wif_app;
grant select, insert on employer.mandate to wif_app;
grant update (giver_account, holder_account, asked_at, given_at, given_way, given_by, given_person, given_capacity,
    given_known, signed_on, refused_at, refused_by, ended_at, ended_by, ended_side, announced_at, document)
    on employer.mandate to wif_app;
