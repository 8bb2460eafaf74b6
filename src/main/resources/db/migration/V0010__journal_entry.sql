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
    primary key (subject_kind, subject_id, number)
);

create table journal.payload (
    subject_kind text not null,
    subject_id text not null,
    number bigint not null,
    salt text not null,
    body text not null,
    primary key (subject_kind, subject_id, number),
    foreign key (subject_kind, subject_id, number) references journal.entry
);

-- What no checkpoint covers yet. Neither a clock nor a sequence would tell, since what commits late
-- would be missed; nor the number of a transaction, which starts again when a dump is restored.
create table journal.waiting (
    subject_kind text not null,
    subject_id text not null,
    number bigint not null,
    primary key (subject_kind, subject_id, number),
    foreign key (subject_kind, subject_id, number) references journal.entry
);

create table journal.checkpoint (
    number bigint primary key check (number > 0),
    at timestamptz not null,
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

create index checkpoint_line_subject on journal.checkpoint_line (subject_kind, subject_id, length);

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

create function journal.refuse_unless_erasing() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('journal.erasing', true), '') <> 'on' then
        raise exception 'payloads go by journal.erase, which leaves a trace';
    end if;
    return null;
end
$$;

create trigger no_quiet_erasing before delete on journal.payload
    for each statement execute function journal.refuse_unless_erasing();

-- The only way out for a payload: once the last entry of its chain says that it was erased.
create function journal.erase(kind text, id text) returns bigint
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    erased bigint;
begin
    if (select act from journal.entry
         where subject_kind = kind and subject_id = id
         order by number desc limit 1) is distinct from 'journal.erased' then
        raise exception 'an erasure is recorded before it is done';
    end if;
    perform set_config('journal.erasing', 'on', true);
    delete from journal.payload where subject_kind = kind and subject_id = id;
    get diagnostics erased = row_count;
    perform set_config('journal.erasing', 'off', true);
    return erased;
end
$$;

revoke execute on function journal.erase(text, text) from public;

grant usage on schema journal to wif_app;
grant select, insert on journal.entry, journal.payload, journal.checkpoint, journal.checkpoint_line to wif_app;
grant select, insert, delete on journal.waiting to wif_app;
grant execute on function journal.erase(text, text) to wif_app;
