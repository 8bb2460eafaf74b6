-- Append-only for wif_app: it reads and inserts, and can only erase personal payloads, by a function.
create schema journal;

create table journal.entry (
    subject_kind text not null,
    subject_id text not null,
    number bigint not null check (number > 0),
    at timestamptz not null,
    actor_kind text not null check (actor_kind in ('ACCOUNT', 'SYSTEM', 'VISITOR')),
    actor_id text not null,
    act text not null,
    facts text not null,
    commitment text not null,
    previous text not null,
    -- the very text that is hashed, so that it can be hashed again whatever writes JSON then
    canonical text not null,
    hash text not null,
    signature bytea not null,
    -- which transaction wrote it: a checkpoint lists what the one before could not see
    written_by xid8 not null default pg_current_xact_id(),
    primary key (subject_kind, subject_id, number)
);

create index entry_written_by on journal.entry (written_by);

create table journal.payload (
    subject_kind text not null,
    subject_id text not null,
    number bigint not null,
    salt text not null,
    body text not null,
    primary key (subject_kind, subject_id, number),
    foreign key (subject_kind, subject_id, number) references journal.entry
);

create table journal.checkpoint (
    number bigint primary key check (number > 0),
    at timestamptz not null,
    -- entries of transactions from here on are for the next checkpoint
    seen_before xid8 not null,
    previous text not null,
    hash text not null,
    signature bytea not null
);

create table journal.checkpoint_line (
    checkpoint bigint not null references journal.checkpoint,
    subject_kind text not null,
    subject_id text not null,
    length bigint not null,
    head text not null,
    primary key (checkpoint, subject_kind, subject_id)
);

create function journal.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is only ever added to';
end
$$;

create trigger append_only before update or delete or truncate on journal.entry
    for each statement execute function journal.refuse();
create trigger append_only before update or delete or truncate on journal.checkpoint
    for each statement execute function journal.refuse();
create trigger append_only before update or delete or truncate on journal.checkpoint_line
    for each statement execute function journal.refuse();
create trigger no_rewriting before update or truncate on journal.payload
    for each statement execute function journal.refuse();

create function journal.erase(kind text, id text) returns bigint
    language sql security definer set search_path = journal as $$
    with erased as (
        delete from journal.payload where subject_kind = kind and subject_id = id returning 1
    )
    select count(*) from erased
$$;

revoke execute on function journal.erase(text, text) from public;

grant usage on schema journal to wif_app;
grant select, insert on journal.entry, journal.payload, journal.checkpoint, journal.checkpoint_line to wif_app;
grant execute on function journal.erase(text, text) to wif_app;
