-- Files on their way in, that a cut line does not lose: their parts lie in the store, encrypted, until they are whole.
create table document.upload (
    id uuid primary key,
    -- the account that sends it, and what it is for, in the words of whoever receives it
    holder text not null,
    subject text not null,
    slot text not null,
    name text not null,
    size bigint not null check (size > 0),
    sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
    received bigint not null default 0 check (received between 0 and size),
    last_at timestamptz not null,
    -- one node at a time makes a document of it
    finishing_at timestamptz,
    -- empty once it was received; otherwise the words for why not
    outcome text
);

create index upload_holder on document.upload (holder, subject);
create index upload_last on document.upload (last_at);

create table document.upload_part (
    upload uuid not null references document.upload on delete cascade,
    starts bigint not null check (starts >= 0),
    object uuid not null unique,
    wrapped bytea not null,
    primary key (upload, starts)
);

-- Who sent what: counted, so that nobody fills the store.
alter table document.document add column holder text;
create index document_holder on document.document (holder, received_at) where holder is not null;

grant select, insert, update, delete on document.upload to wif_app;
grant select, insert, delete on document.upload_part to wif_app;
