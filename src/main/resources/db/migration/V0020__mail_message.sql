-- Letters that wait, and what became of those that no longer do.
create schema mail;

create table mail.message (
    id uuid primary key,
    key text not null unique check (key ~ '^[A-Za-z0-9._:/-]{1,200}$'),
    template text not null,
    closed bytea,
    state text not null check (state in ('QUEUED', 'SENT', 'ABANDONED')),
    attempts integer not null check (attempts >= 0),
    posted_at timestamptz not null,
    next_try_at timestamptz,
    until timestamptz,
    settled_at timestamptz,
    constraint message_is_erased_once_settled check (
        (state = 'QUEUED' and closed is not null and settled_at is null)
        or (state <> 'QUEUED' and closed is null and settled_at is not null)
    )
);

comment on column mail.message.closed is 'address, subject and words, encrypted; null once sent or abandoned';

grant usage on schema mail to wif_app;
grant select, insert on mail.message to wif_app;
grant update (closed, state, attempts, next_try_at, settled_at) on mail.message to wif_app;
