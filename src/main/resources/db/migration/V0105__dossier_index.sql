-- What an office finds requests by. The answers that the catalogue marks as searchable are kept apart from
-- the form, as { field: value }, with the days that lists are ordered by.

alter table dossier.dossier
    add column searched jsonb not null default '{}',
    add column answer_by date,
    add column ended_at timestamptz,
    -- a request without a limit comes after all others
    add column due date generated always as (coalesce(legal_limit, date '9999-12-31')) stored;

update dossier.dossier d
   set ended_at = coalesce(d.withdrawn_at, (select c.signed_at from dossier.decision c where c.id = d.decision))
 where d.stage in ('DECIDED', 'WITHDRAWN');
update dossier.dossier d set answer_by = r.answer_by
  from dossier.correction r where r.dossier = d.id and r.answered_at is null;

drop index dossier.dossier_worklist;
drop index dossier.dossier_siret;
drop index dossier.dossier_search;

-- operators are called by name, which the service cannot where the migrations are
create schema extensions;
grant usage on schema extensions to wif_app;
drop extension pg_trgm;
create extension pg_trgm schema extensions;
create extension btree_gin schema extensions;

-- what waits for an office, in its order; the counts of all its views are made of this index alone
create index dossier_open on dossier.dossier (office, due, id) include (stage, assignee, answer_by)
    where stage in ('SUBMITTED', 'COMPLETE', 'IN_EXAMINATION', 'AWAITING_SIGNATURE');
create index dossier_ended on dossier.dossier (office, ended_at desc, id desc) where ended_at is not null;
create index dossier_deposited on dossier.dossier (office, due, id) where stage <> 'DRAFT';
create index dossier_received on dossier.dossier (office, submitted_at) where stage <> 'DRAFT';
create index dossier_siret on dossier.dossier (employer_siret text_pattern_ops) where stage <> 'DRAFT';
create index dossier_search on dossier.dossier using gin (office, search_text extensions.gin_trgm_ops) where stage <> 'DRAFT';
create index dossier_searched on dossier.dossier using gin (office, searched jsonb_path_ops) where stage <> 'DRAFT';
-- the answers of what is open, without those of all that ever was
create index dossier_open_searched on dossier.dossier using gin (office, searched jsonb_path_ops)
    where stage in ('SUBMITTED', 'COMPLETE', 'IN_EXAMINATION', 'AWAITING_SIGNATURE');
