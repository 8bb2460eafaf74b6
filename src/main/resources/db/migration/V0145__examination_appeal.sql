-- What the parties deposit against a refusal: appeals, and requests for the reasons of a silence. What
-- was deposited is only ever added to; then its acknowledgment, who sees to it, and how it ended.
create table examination.appeal (
    id uuid primary key,
    dossier uuid not null,
    -- the decision, or the silence of that day, that it is against
    refusal text not null check (refusal ~ '^(DECISION/[0-9a-f-]{36}|SILENCE/\d{4}-\d{2}-\d{2})$'),
    -- as the catalogue names it
    way text not null check (way ~ '^[a-z-]+$'),
    made_as text not null check (made_as in ('EMPLOYER', 'WORKER', 'MANDATE_HOLDER')),
    made_by uuid not null,
    received_at timestamptz not null,
    received_on date not null,
    -- that has to answer
    office text not null,
    words text not null check (char_length(words) <= 10000),
    documents uuid[] not null check (cardinality(documents) <= 5),
    -- the day on which silence takes its meaning, and what that is
    limit_on date not null check (limit_on > received_on),
    silence text not null check (silence in ('REJECTED', 'UNREASONED')),
    assignee uuid,
    silent_at timestamptz,
    receipt uuid,
    answer text check (answer in ('REJECTED', 'ACCEPTED', 'REASONS', 'REPLACED')),
    answered_at timestamptz,
    answered_on date,
    unique (dossier, refusal, way, made_as),
    check ((answer is null) = (answered_at is null) and (answer is null) = (answered_on is null))
);

-- the desk, and what silence will end
create index appeal_open on examination.appeal (office, limit_on, id) where answer is null;
create index appeal_running on examination.appeal (limit_on, id) where answer is null and silent_at is null;

grant select, insert, update (assignee, silent_at, receipt, answer, answered_at, answered_on)
    on examination.appeal to wif_app;
