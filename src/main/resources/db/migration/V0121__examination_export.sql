-- Lists of dossiers taken out as a file, and dossiers taken out whole: asked for, made by a job, kept a day.
create table examination.export (
    id uuid primary key,
    format text not null check (format in ('XLSX', 'CSV', 'ARCHIVE')),
    -- what the list held when it was asked for, in its order
    dossiers uuid[] not null check (cardinality(dossiers) > 0),
    asked_by uuid not null,
    asked_at timestamptz not null,
    language text not null,
    done integer not null default 0,
    handout uuid,
    failed_at timestamptz
);

create index export_of on examination.export (asked_by, asked_at desc);

grant select, insert, delete, update (done, handout, failed_at) on examination.export to wif_app;
