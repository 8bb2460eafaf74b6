-- What the office asks the parties to mend, and what they mend. A request for corrections is only ever
-- added to: what has come of it, then its answer.
create table dossier.correction (
    dossier uuid not null references dossier.dossier,
    number integer not null check (number > 0),
    asked_at timestamptz not null,
    asked_by uuid not null,
    -- in the time zone of the office
    day date not null,
    answer_by date not null,
    -- [{subject, part, nature, reason, words}]
    lines jsonb not null check (jsonb_array_length(lines) > 0),
    -- why it was not asked the first time
    late text,
    brought text[] not null,
    answered_at timestamptz,
    answered_by uuid,
    said jsonb,
    -- when the parties were reminded that the day comes near
    reminded_at timestamptz,
    primary key (dossier, number),
    check (answer_by >= day),
    check (number = 1 or late is not null),
    check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (said is null))
);

-- one waits for its answer at most
create unique index correction_pending on dossier.correction (dossier) where answered_at is null;
create index correction_due on dossier.correction (answer_by) where answered_at is null and reminded_at is null;

-- What the parties mend in a deposited request: theirs until it is sent; then what changed, before and after.
create table dossier.amendment (
    dossier uuid not null references dossier.dossier,
    number integer not null check (number > 0),
    opened_at timestamptz not null,
    answers jsonb,
    attachments jsonb,
    said jsonb,
    sent_at timestamptz,
    sent_by uuid,
    -- which request for corrections it answers; none when nothing was asked
    correction integer,
    changes jsonb,
    primary key (dossier, number),
    check (sent_at is not null or (answers is not null and attachments is not null and said is not null)),
    check (sent_at is null or (sent_by is not null and changes is not null and answers is null))
);

create unique index amendment_pending on dossier.amendment (dossier) where sent_at is null;

grant select, insert, update (brought, answered_at, answered_by, said, reminded_at) on dossier.correction to wif_app;
grant select, insert, update, delete on dossier.amendment to wif_app;
