-- What a document told when it was received: advice, and the fingerprints of its words, under a key
-- of the house. It goes with the key of the document: what is erased leaves no word to try.
create table document.paper (
    document uuid primary key references document.document_key (document) on delete cascade,
    advice text[] not null,
    width int not null check (width >= 0),
    height int not null check (height >= 0),
    words bytea not null check (length(words) % 8 = 0),
    whole boolean not null
);

-- Which files were refused, to whom: one fingerprint for both, which names neither.
create table document.refused_file (
    fingerprint bytea primary key check (length(fingerprint) = 32),
    refused_at timestamptz not null
);

-- The key of these fingerprints, wrapped by the master key: one row.
create table document.fingerprint_key (
    single boolean primary key default true check (single),
    wrapped bytea not null
);

grant select, insert on document.paper to wif_app;
grant select, insert, delete on document.refused_file to wif_app;
grant select, insert on document.fingerprint_key to wif_app;
