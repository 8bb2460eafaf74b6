-- What each signatory was shown: the very documents that bear his name, and their hashes.
create schema examination;

create table examination.review (
    decision uuid not null,
    signatory uuid not null,
    kind text not null check (kind in ('DECISION', 'AUTHORIZATION')),
    dossier uuid not null,
    document uuid not null,
    sha256 text not null,
    -- the day that the documents bear: another day, they are made again
    day date not null,
    rendered_at timestamptz not null,
    primary key (decision, signatory, kind)
);

grant usage on schema examination to wif_app;
grant select, insert, update on examination.review to wif_app;
