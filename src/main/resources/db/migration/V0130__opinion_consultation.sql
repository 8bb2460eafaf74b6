-- The opinions asked of other administrations, what became of each, and what they were told.
create schema opinion;

create table opinion.consultation (
    id uuid primary key,
    dossier uuid not null,
    -- of the dossier, which never change
    reference text not null,
    procedure text not null,
    number integer not null check (number > 0),
    -- the rule of the procedure that asked; none when a person did
    rule text,
    parent uuid references opinion.consultation,
    body text not null,
    inquiry text not null,
    office text not null references office.office,
    asked_at timestamptz not null,
    asked_by uuid,
    question text not null check (char_length(question) <= 2000),
    due date not null,
    reminded_at timestamptz,
    taker uuid,
    extension_until date,
    extension_reason text,
    extension_asked_at timestamptz,
    extension_state text check (extension_state in ('ASKED', 'GRANTED', 'REFUSED')),
    state text not null check (state in ('AWAITED', 'GIVEN', 'TACIT', 'ENDED')),
    late_since date,
    -- when it was given, was deemed given, or ended
    ended_at timestamptz,
    verdict text check (verdict in ('FAVOURABLE', 'RESERVED', 'UNFAVOURABLE', 'NONE')),
    reasons text,
    answers jsonb,
    documents uuid[] not null default '{}',
    author text,
    late boolean,
    meaning text check (meaning in ('FAVOURABLE', 'NONE')),
    ended_by uuid,
    why text check (why in ('TAKEN_BACK', 'DOSSIER_WITHDRAWN', 'DECIDED')),
    end_reason text,
    communicable boolean not null,
    version integer not null,
    unique (dossier, number),
    check ((state = 'AWAITED') = (ended_at is null)),
    check ((state = 'GIVEN') = (verdict is not null)),
    check ((state = 'TACIT') = (meaning is not null)),
    check ((state = 'ENDED') = (why is not null))
);

-- a rule asks once, on however many nodes it is looked at
create unique index consultation_rule on opinion.consultation (dossier, rule) where rule is not null;
-- the same question is asked of a service once at a time
create unique index consultation_pending on opinion.consultation (dossier, office, inquiry) where state = 'AWAITED';
-- the inbox of a service, what comes first on top; then what it has done, the newest first
create index consultation_inbox on opinion.consultation (office, due, id) where state = 'AWAITED';
create index consultation_past on opinion.consultation (office, ended_at desc, id desc) where state <> 'AWAITED';
-- what a day does
create index consultation_due on opinion.consultation (due) where state = 'AWAITED' and late_since is null;
create index consultation_document on opinion.consultation using gin (documents);

create table opinion.information (
    id uuid primary key,
    dossier uuid not null,
    reference text not null,
    procedure text not null,
    rule text,
    body text not null,
    office text not null references office.office,
    told_at timestamptz not null,
    told_by uuid,
    -- what it is told of, as the catalogue names the moments; none when a person told it by hand
    moment text,
    words text not null check (char_length(words) <= 2000),
    acknowledged_at timestamptz,
    acknowledged_by uuid,
    check ((acknowledged_at is null) = (acknowledged_by is null))
);

create unique index information_rule on opinion.information (dossier, rule) where rule is not null;
create index information_dossier on opinion.information (dossier, told_at);
create index information_inbox on opinion.information (office, told_at desc, id desc);
create index information_open on opinion.information (office) where acknowledged_at is null;

-- a fact that the service sent back: only ever added to
create table opinion.returned (
    id uuid primary key,
    information uuid not null references opinion.information,
    fact text not null,
    day date,
    said_at timestamptz not null,
    said_by uuid not null
);

create index returned_information on opinion.returned (information, said_at);

grant usage on schema opinion to wif_app;
grant select, insert, update on opinion.consultation, opinion.information to wif_app;
grant select, insert on opinion.returned to wif_app;
