-- A request, from draft to decision. What is searched is in columns; the answers, each with its text
-- as typed, its value, author and revision, are in one document.
create schema dossier;

create table dossier.dossier (
    id uuid primary key,
    version bigint not null,
    reference text not null unique,
    procedure text not null,
    -- a draft follows the newest version; from the deposit on, the version of that day
    procedure_version text,
    filer text not null check (filer in ('EMPLOYER', 'WORKER', 'MANDATE_HOLDER')),
    language text not null check (language in ('fr', 'en')),
    stage text not null check (stage in
        ('DRAFT', 'SUBMITTED', 'COMPLETE', 'IN_EXAMINATION', 'AWAITING_SIGNATURE', 'DECIDED', 'WITHDRAWN')),
    opened_at timestamptz not null,
    submitted_at timestamptz,
    office text,
    certified_at timestamptz,
    certified_by uuid,
    examined_since timestamptz,
    withdrawn_at timestamptz,
    assignee uuid,
    decision uuid,
    answers jsonb not null,
    attachments jsonb not null,
    -- what people search by, drawn from the answers
    worker_name text,
    worker_birth text,
    employer_name text,
    employer_siret text,
    -- both names without accents or case, so that a search finds them however they are typed
    search_text text,
    -- the time limit as the version of the procedure set it on the day of deposit
    clock_period text,
    clock_silence text check (clock_silence in ('REFUSAL', 'ACCEPTANCE')),
    -- the day on which silence takes its meaning, as the last line of the ledger says
    legal_limit date,
    check (stage in ('DRAFT') or (submitted_at is not null and office is not null and procedure_version is not null
        and clock_period is not null and clock_silence is not null)),
    check (stage in ('DRAFT', 'SUBMITTED', 'WITHDRAWN') or certified_at is not null),
    check (stage not in ('AWAITING_SIGNATURE', 'DECIDED') or decision is not null),
    check (stage <> 'WITHDRAWN' or withdrawn_at is not null)
);

-- the parties that have come in; who may do what is in access.grant
create table dossier.party (
    dossier uuid not null references dossier.dossier,
    part text not null check (part in ('EMPLOYER', 'WORKER', 'MANDATE_HOLDER')),
    account uuid not null,
    email text not null,
    joined_at timestamptz not null,
    attested_at timestamptz,
    contested_at timestamptz,
    contestation text,
    primary key (dossier, part)
);

create index party_account on dossier.party (account, dossier);

-- the ledger of the legal time limit: only ever added to
create table dossier.clock_line (
    dossier uuid not null references dossier.dossier,
    number integer not null check (number > 0),
    kind text not null check (kind in ('START', 'SUSPEND', 'RESUME', 'NO_EFFECT', 'REACHED', 'STOP')),
    day date not null,
    article text,
    cause text not null check (cause in ('APPLICANT', 'SERVICE', 'TIME')),
    answer_by date,
    legal_limit date,
    primary key (dossier, number)
);

-- who was in charge, from when to when
create table dossier.assignment (
    dossier uuid not null references dossier.dossier,
    from_at timestamptz not null,
    until_at timestamptz,
    office text not null,
    account uuid not null,
    assigned_by uuid not null,
    primary key (dossier, from_at),
    check (until_at is null or until_at >= from_at)
);

create unique index assignment_current on dossier.assignment (dossier) where until_at is null;

-- each decision that was prepared; the dossier names the current one
create table dossier.decision (
    id uuid primary key,
    dossier uuid not null references dossier.dossier,
    number text not null unique,
    code text not null unique,
    granted boolean not null,
    from_day date,
    until_day date,
    hours numeric(6, 2),
    hours_per text,
    job text,
    contract text,
    employer text,
    employer_siret text,
    reasons text[] not null,
    facts text,
    criteria text not null,
    prepared_at timestamptz not null,
    prepared_by uuid not null,
    signed_at timestamptz,
    signed_by uuid,
    author text,
    capacity text,
    sha256 text,
    check (not granted or (from_day is not null and until_day >= from_day and employer_siret is not null)),
    check (granted or cardinality(reasons) > 0),
    check (signed_by is null or signed_by <> prepared_by)
);

create index decision_dossier on dossier.decision (dossier);

alter table dossier.dossier add foreign key (decision) references dossier.decision deferrable initially deferred;

-- the official documents given: acknowledgment, certificate of completeness, decision, authorization
create table dossier.deed (
    dossier uuid not null references dossier.dossier,
    kind text not null check (kind in ('ACKNOWLEDGMENT', 'COMPLETENESS', 'DECISION', 'AUTHORIZATION')),
    document uuid not null,
    sha256 text not null,
    issued_at timestamptz not null,
    primary key (dossier, kind)
);

create extension if not exists pg_trgm;

create index dossier_worklist on dossier.dossier (office, stage, legal_limit, id) where stage <> 'DRAFT';
create index dossier_silence on dossier.dossier (legal_limit)
    where stage in ('SUBMITTED', 'COMPLETE', 'IN_EXAMINATION', 'AWAITING_SIGNATURE');
create index dossier_siret on dossier.dossier (employer_siret) where stage <> 'DRAFT';
create index dossier_search on dossier.dossier using gin (search_text gin_trgm_ops) where stage <> 'DRAFT';

grant usage on schema dossier to wif_app;
grant select, insert, update on dossier.dossier, dossier.party to wif_app;
grant select, insert on dossier.clock_line, dossier.deed to wif_app;
grant select, insert, update (until_at) on dossier.assignment to wif_app;
grant select, insert, update (signed_at, signed_by, author, capacity, sha256) on dossier.decision to wif_app;
