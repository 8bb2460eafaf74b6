-- Views that people keep, labels that an office puts on dossiers, and acts done on many at once.
create table examination.saved_view (
    id uuid primary key,
    owner uuid not null,
    -- all who work there see it; the owner alone when there is none
    office text,
    name text not null check (length(name) between 1 and 60),
    query text not null check (length(query) <= 2000),
    saved_at timestamptz not null
);

create index saved_view_owner on examination.saved_view (owner);
create index saved_view_office on examination.saved_view (office) where office is not null;

create table examination.label (
    dossier uuid not null,
    label text not null check (length(label) between 1 and 30),
    put_by uuid not null,
    put_at timestamptz not null,
    primary key (dossier, label)
);

create index label_dossiers on examination.label (label, dossier);

create table examination.batch (
    id uuid primary key,
    act text not null check (act in ('ASSIGN', 'BALANCE', 'LABEL', 'UNLABEL', 'CERTIFY')),
    -- who is put in charge, or the label
    what text,
    asked_by uuid not null,
    asked_at timestamptz not null
);

create index batch_of on examination.batch (asked_by, asked_at desc);

create table examination.batch_line (
    batch uuid not null references examination.batch,
    number integer not null,
    dossier uuid not null,
    -- nothing until its turn comes
    result text,
    detail text,
    primary key (batch, number)
);

create index batch_line_waiting on examination.batch_line (batch, number) where result is null;

grant select, insert, delete on examination.saved_view, examination.label to wif_app;
grant select, insert on examination.batch to wif_app;
grant select, insert, update (result, detail) on examination.batch_line to wif_app;
