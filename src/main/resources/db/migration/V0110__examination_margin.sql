-- What an office keeps of its own about a dossier: the parties read none of it.

-- a doubt of the machine that someone ticked off, and the state that it was in
create table examination.tick (
    dossier uuid not null,
    doubt text not null,
    state text not null,
    reason text not null check (length(reason) between 1 and 300),
    ticked_by uuid not null,
    ticked_at timestamptz not null,
    primary key (dossier, doubt)
);

create table examination.note (
    id uuid primary key,
    dossier uuid not null,
    words text not null check (length(words) between 1 and 2000),
    written_by uuid not null,
    written_at timestamptz not null
);

create index note_of on examination.note (dossier, written_at);

-- who looked at it last when, and when he had looked at it the time before
create table examination.look (
    dossier uuid not null,
    account uuid not null,
    seen_at timestamptz not null,
    before timestamptz,
    primary key (dossier, account)
);

-- added to, never changed: those of a decision are the last ones before it was prepared
create table examination.criterion (
    dossier uuid not null,
    criterion text not null,
    number integer not null,
    -- nothing when it was taken back
    verdict text check (verdict in ('MET', 'NOT_MET', 'NOT_APPLICABLE')),
    words text not null check (length(words) <= 300),
    judged_by uuid not null,
    judged_at timestamptz not null,
    primary key (dossier, criterion, number)
);

grant select, insert, update, delete on examination.tick to wif_app;
grant select, insert, delete on examination.note to wif_app;
grant select, insert, update on examination.look to wif_app;
grant select, insert on examination.criterion to wif_app;
