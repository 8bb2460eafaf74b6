-- What the register of establishments said of the employer of a request, and when: the last time it was asked
-- from that request.
create table dossier.register_note (
    dossier uuid primary key references dossier.dossier on delete cascade,
    siret text not null check (siret ~ '^[0-9]{14}$'),
    establishment jsonb not null,
    read_at timestamptz not null
);

grant select, insert, update on dossier.register_note to wif_app;

-- The requests that name an employer, the newest first: those that a mandate of his opens.
create index dossier_of_siren on dossier.dossier (left(employer_siret, 9), opened_at desc, id desc)
    where employer_siret is not null;
