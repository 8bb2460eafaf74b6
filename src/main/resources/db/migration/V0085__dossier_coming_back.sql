-- Drafts end three months after the last change; some are taken from another request, some are
-- entered at a counter for someone who cannot.
alter table dossier.dossier
    add column touched_at timestamptz,
    -- when its parties were told that its end is near; none since the last change otherwise
    add column ending_told_at timestamptz,
    -- the reference of the request whose answers it began with
    add column taken_from text,
    -- who entered it at the counter of an office, for whom, and how that person agreed to it
    add column counter_office text,
    add column counter_agent uuid,
    add column counter_for text,
    add column counter_agreement text check (counter_agreement in ('SIGNED', 'SPOKEN', 'INTERPRETED')),
    add column counter_at timestamptz,
    add check (num_nulls(counter_office, counter_agent, counter_for, counter_agreement, counter_at) in (0, 5));

-- of what is there already: the last answer, document or party that came
update dossier.dossier d
   set touched_at = greatest(
       d.opened_at,
       (select max((a.value ->> 'at')::timestamptz) from jsonb_each(d.answers) a),
       (select max((a ->> 'at')::timestamptz) from jsonb_array_elements(d.attachments) a),
       (select max(p.joined_at) from dossier.party p where p.dossier = d.id));

alter table dossier.dossier alter column touched_at set not null;

create index dossier_untouched on dossier.dossier (touched_at, id) where stage = 'DRAFT';
create index dossier_documents on dossier.dossier using gin (attachments jsonb_path_ops);
create index dossier_counter_agent on dossier.dossier (counter_agent, opened_at) where counter_agent is not null;

-- A draft may be taken away, and nothing else ever is, whoever asks.
create function dossier.only_drafts_end() returns trigger language plpgsql as $$
begin
    if old.stage <> 'DRAFT' then
        raise exception 'a request that was deposited is kept';
    end if;
    return old;
end $$;

create trigger only_drafts_end before delete on dossier.dossier
    for each row execute function dossier.only_drafts_end();

grant delete on dossier.dossier, dossier.party to wif_app;
