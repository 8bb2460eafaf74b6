-- Companies that have a space here, their establishments, and what an invitation to act for one holds.
-- Who acts for whom is in `access`: one grant for the whole of an employer, or one for each establishment.
create schema employer;

create table employer.employer (
    -- 'siren:' and nine digits, or a uuid for an employer who has none
    id text primary key check (id ~ '^(siren:[0-9]{9}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'),
    name text not null check (name <> ''),
    opened_at timestamptz not null,
    -- when those who administer it said that it has ceased
    closed_at timestamptz
);

create table employer.establishment (
    siret text primary key check (siret ~ '^[0-9]{14}$'),
    employer text not null references employer.employer,
    name text not null,
    added_at timestamptz not null,
    closed_at timestamptz,
    check (employer = 'siren:' || left(siret, 9))
);

create index establishment_employer on employer.establishment (employer);

-- an invitation of `access` gives one relation on one thing; this says for which establishments
create table employer.invited (
    invitation uuid primary key,
    employer text not null references employer.employer,
    role text not null check (role in ('SEES', 'FILLS', 'DEPOSITS', 'ADMINISTERS')),
    -- none for the whole of the employer
    sirets text[] not null,
    invited_by uuid not null,
    check (role <> 'ADMINISTERS' or cardinality(sirets) = 0)
);

create index invited_employer on employer.invited (employer);

grant usage on schema employer to wif_app;
grant select, insert, update (closed_at) on employer.employer, employer.establishment to wif_app;
grant select, insert on employer.invited to wif_app;

-- A request belongs to the company for which a verified colleague fills it: it no longer depends on
-- the person who opened it.
alter table dossier.dossier add column opened_by uuid, add column employer text, add column establishment text,
    add check ((employer is null) = (establishment is null));

update dossier.dossier d
   set opened_by = (select p.account from dossier.party p
                     where p.dossier = d.id order by p.joined_at, p.part = d.filer desc limit 1);

create index dossier_employer on dossier.dossier (employer, opened_at desc, id desc) where employer is not null;
