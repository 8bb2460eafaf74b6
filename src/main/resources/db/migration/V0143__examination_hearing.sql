-- What the persons concerned answer before an authorization is taken back: each once, and what came of a
-- request to be heard.
create table examination.observation (
    revision uuid not null references examination.revision,
    part text not null check (part in ('EMPLOYER', 'WORKER', 'MANDATE_HOLDER')),
    sent_by uuid not null,
    words text not null check (length(words) <= 5000),
    documents jsonb not null,
    oral boolean not null,
    sent_at timestamptz not null,
    primary key (revision, part)
);

create table examination.interview (
    revision uuid primary key references examination.revision,
    words text not null check (length(words) between 1 and 5000),
    told_by uuid not null,
    told_at timestamptz not null
);

grant select, insert on examination.observation, examination.interview to wif_app;
