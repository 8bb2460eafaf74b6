-- What is known of each document, and the key it is encrypted under. Its content is in the store.
create schema document;

create table document.document (
    id uuid primary key,
    name text,
    media_type text not null
        check (media_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/webp')),
    size bigint not null check (size > 0),
    sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
    pages int not null check (pages > 0),
    received_at timestamptz not null,
    erased_at timestamptz,
    -- What is erased keeps neither its name nor its fingerprint.
    check ((erased_at is null) = (name is not null and sha256 is not null))
);

-- Apart, because destroying this row is what erases a document: the master key opens nothing else.
create table document.document_key (
    document uuid primary key references document.document (id),
    wrapped bytea not null
);

grant usage on schema document to wif_app;
grant select, insert on document.document to wif_app;
grant update (name, sha256, erased_at) on document.document to wif_app;
grant select, insert, delete on document.document_key to wif_app;
