-- Who was told what, and when: made available, by which message, first opened. No address is kept:
-- the message's was erased with it.
create schema notification;

create table notification.notice (
    dossier uuid not null,
    kind text not null check (kind in
        ('NAMED', 'ACKNOWLEDGMENT', 'COMPLETENESS', 'DECISION', 'AUTHORIZATION', 'NAMED_DECIDED', 'SILENCE', 'CONTESTED', 'WITHDRAWN')),
    recipient text not null check (recipient in ('EMPLOYER', 'WORKER', 'MANDATE_HOLDER', 'OFFICE')),
    -- absent for an office, and for someone known by a typed address alone
    account uuid,
    made_available_at timestamptz not null,
    -- nobody is told the same thing twice in a day
    day date not null generated always as ((made_available_at at time zone 'Europe/Paris')::date) stored,
    -- under which `mail` knows the message, and says when it was sent
    letter text,
    opened_at timestamptz,
    primary key (dossier, kind, recipient, day),
    check (recipient <> 'OFFICE' or account is null),
    check (opened_at is null or account is not null)
);

grant usage on schema notification to wif_app;
grant select, insert, update (letter, opened_at) on notification.notice to wif_app;
