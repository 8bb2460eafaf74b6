-- An entry says each thing once: the text that is hashed is made again from the columns, the hash of the entry before is
-- that entry's own, what is personal stands beside what it belongs to, and hashes are bytes. Nothing is hashed
-- differently: what was signed before still verifies.
alter table journal.waiting rename to waiting_before;
alter table journal.payload rename to payload_before;
alter table journal.entry rename to entry_before;
alter table journal.entry_before rename constraint entry_pkey to entry_before_pkey;
alter table journal.checkpoint_line disable trigger user;

create table journal.entry (
    at timestamptz not null,
    number integer not null check (number > 0),
    subject_kind text not null,
    subject_id text not null,
    actor_kind text not null check (actor_kind in ('ACCOUNT', 'SYSTEM', 'VISITOR')),
    actor_id text not null,
    act text not null,
    facts text not null,
    hash bytea not null,
    signature bytea not null,
    -- of the salt and the body, which alone can be erased; none when there was nothing personal
    commitment bytea,
    salt text,
    body text,
    primary key (subject_kind, subject_id, number),
    check ((salt is null) = (body is null))
);

insert into journal.entry
select e.at, e.number, e.subject_kind, e.subject_id, e.actor_kind, e.actor_id, e.act, e.facts,
       decode(e.hash, 'hex'), e.signature, decode(nullif(e.commitment, repeat('0', 64)), 'hex'), p.salt, p.body
  from journal.entry_before e
  left join journal.payload_before p using (subject_kind, subject_id, number)
 order by e.subject_kind, e.subject_id, e.number;

-- Some hundred rows at the most, all of them taken each minute: an index would only be written.
create table journal.waiting (
    subject_kind text not null,
    subject_id text not null,
    number integer not null
);

insert into journal.waiting select subject_kind, subject_id, number from journal.waiting_before;

drop table journal.waiting_before, journal.payload_before, journal.entry_before;

-- Read whole or not at all.
drop index journal.checkpoint_line_subject;
alter table journal.checkpoint_line alter column head type bytea using decode(head, 'hex');
alter table journal.checkpoint_line enable trigger user;

-- Of an entry, all that ever changes is that its personal payload goes.
create function journal.refuse_unless_erasing_only() returns trigger language plpgsql as $$
begin
    old.salt := null;
    old.body := null;
    if coalesce(current_setting('journal.erasing', true), '') <> 'on' or new is distinct from old then
        raise exception 'payloads go by journal.erase, which leaves a trace, and nothing else is ever changed';
    end if;
    return new;
end
$$;

create trigger append_only before delete or truncate on journal.entry
    for each statement execute function journal.refuse();
create trigger no_quiet_erasing before update on journal.entry
    for each row execute function journal.refuse_unless_erasing_only();

drop function journal.refuse_unless_erasing();

create or replace function journal.erase(kind text, id text) returns bigint
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
    update journal.entry set salt = null, body = null
     where subject_kind = kind and subject_id = id and salt is not null;
    get diagnostics erased = row_count;
    perform set_config('journal.erasing', 'off', true);
    return erased;
end
$$;

grant select, insert on journal.entry to wif_app;
grant select, insert, delete on journal.waiting to wif_app;
