-- Acts about a decision that was given: drafted, shown to who signs, signed, and given to the parties.
create table examination.revision (
    id uuid primary key,
    dossier uuid not null,
    -- said by the code alone: each new kind would otherwise be a migration of its own
    kind text not null check (kind ~ '^[A-Z_]{3,40}$'),
    content jsonb not null,
    drafted_by uuid not null,
    drafted_at timestamptz not null,
    state text not null check (state in ('DRAFTED', 'SENT_BACK', 'ABANDONED', 'SIGNED')),
    state_by uuid not null,
    state_at timestamptz not null,
    -- why it was sent back, or abandoned
    words text,
    -- of what was signed, each document in turn
    sha256 text,
    delegation uuid,
    check ((state = 'SIGNED') = (sha256 is not null and delegation is not null))
);

create index revision_of on examination.revision (dossier, drafted_at);

-- one of each kind at a time
create unique index revision_open on examination.revision (dossier, kind) where state in ('DRAFTED', 'SENT_BACK');

-- what each signatory was shown, as in examination.review
create table examination.revision_page (
    revision uuid not null references examination.revision,
    signatory uuid not null,
    kind text not null check (kind in ('ACT', 'AUTHORIZATION')),
    document uuid not null,
    sha256 text not null,
    day date not null,
    delegation uuid,
    rendered_at timestamptz not null,
    primary key (revision, signatory, kind)
);

-- what the parties were given, sealed
create table examination.revision_deed (
    revision uuid not null references examination.revision,
    kind text not null check (kind in ('NOTICE', 'ACT', 'AUTHORIZATION')),
    document uuid not null,
    sha256 text not null,
    given_at timestamptz not null,
    primary key (revision, kind)
);

grant select, insert, update on examination.revision, examination.revision_page to wif_app;
grant select, insert on examination.revision_deed to wif_app;
