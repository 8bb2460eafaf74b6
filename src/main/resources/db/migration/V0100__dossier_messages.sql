-- What the parties and the office write to one another: only ever added to; then who opened it, and how
-- the office was done with what a party wrote.
create table dossier.message (
    dossier uuid not null references dossier.dossier,
    number integer not null check (number > 0),
    written_at timestamptz not null,
    written_by uuid not null,
    -- the part of the party; absent when the office wrote it
    written_as text check (written_as in ('EMPLOYER', 'WORKER', 'MANDATE_HOLDER')),
    -- the parties for whom it is; none when it is for the office
    addressed_to text[] not null check (addressed_to <@ array['EMPLOYER', 'WORKER', 'MANDATE_HOLDER']),
    words text not null check (char_length(words) between 1 and 5000),
    documents uuid[] not null check (cardinality(documents) <= 5),
    -- who said that he sees to it
    taken_by uuid,
    settled_at timestamptz,
    settled_by uuid,
    -- by an answer, or else by saying so
    answered boolean,
    primary key (dossier, number),
    check ((written_as is null) = (cardinality(addressed_to) > 0)),
    check (written_as is not null or (taken_by is null and settled_at is null)),
    check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (answered is null))
);

-- what waits for an agent
create index message_open on dossier.message (dossier) where written_as is not null and settled_at is null;
create index message_document on dossier.message using gin (documents);

-- when each of those for whom it is first opened it
create table dossier.message_reading (
    dossier uuid not null,
    number integer not null,
    reader text not null check (reader in ('EMPLOYER', 'WORKER', 'MANDATE_HOLDER', 'OFFICE')),
    read_at timestamptz not null,
    read_by uuid not null,
    primary key (dossier, number, reader),
    foreign key (dossier, number) references dossier.message
);

-- whether a party wrote something that no agent of the office has opened
alter table dossier.dossier add unread_messages boolean not null default false;
create index dossier_unread_messages on dossier.dossier (office) where unread_messages;

grant select, insert, update (taken_by, settled_at, settled_by, answered) on dossier.message to wif_app;
grant select, insert on dossier.message_reading to wif_app;
