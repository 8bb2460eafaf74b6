-- Who says that he acts for a company that does not know him here, and what came of it.
create table employer.claim (
    id uuid primary key,
    siret text not null check (siret ~ '^[0-9]{14}$'),
    name text not null check (name <> ''),
    account uuid not null,
    opened_at timestamptz not null,
    state text not null check (state in ('ASKED', 'TO_CHECK', 'ACCEPTED', 'REFUSED')),
    proof text check (proof in ('EXTRACT', 'DELEGATION', 'ASSERTED')),
    document uuid,
    -- the day on which the register gave the extract
    proof_day date,
    -- the way of signing in that vouches for the person
    provider text,
    settled_at timestamptz,
    settled_by_kind text,
    settled_by_id text,
    reason text,
    check (state <> 'TO_CHECK' or document is not null),
    check ((proof_day is not null) = (coalesce(proof, '') = 'EXTRACT')),
    check ((provider is not null) = (coalesce(proof, '') = 'ASSERTED')),
    check ((state in ('ACCEPTED', 'REFUSED')) = (settled_at is not null)),
    check ((state = 'REFUSED') = (reason is not null))
);

create unique index claim_open on employer.claim (left(siret, 9), account) where state in ('ASKED', 'TO_CHECK');
create index claim_to_check on employer.claim (opened_at, id) where state = 'TO_CHECK';
create index claim_account on employer.claim (account, opened_at desc);

grant select, insert, update (state, proof, document, proof_day, provider, settled_at, settled_by_kind, settled_by_id, reason)
   on employer.claim to wif_app;
