-- An authorization that was granted, and all that has happened to it since: its status is the last
-- line, so that a later withdrawal is one more.
create schema permit;

create table permit.permit (
    decision uuid primary key,
    dossier uuid not null unique,
    number text not null unique,
    -- the code of the QR code is kept as its hash alone
    code_hash text not null unique,
    holder text not null,
    holder_birth text not null,
    employer text not null,
    employer_siret text not null,
    job text not null,
    contract text not null,
    hours numeric(6, 2) not null,
    hours_per text not null,
    from_day date not null,
    until_day date not null,
    issued_at timestamptz not null,
    check (until_day >= from_day)
);

create table permit.status (
    permit uuid not null references permit.permit,
    since timestamptz not null,
    status text not null check (status in ('ISSUED', 'SUSPENDED', 'WITHDRAWN', 'REPLACED')),
    reason text,
    caused_by text not null,
    primary key (permit, since)
);

grant usage on schema permit to wif_app;
grant select, insert on permit.permit, permit.status to wif_app;
