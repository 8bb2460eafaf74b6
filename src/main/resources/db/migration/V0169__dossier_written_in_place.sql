-- A request is written at each act, a draft at each answer. Where nothing that an index holds has changed, and the page
-- has room, the indexes are left alone: so the day of the last change is in none, and what is searched is only written
-- with the deposit.
drop index dossier.dossier_untouched;
-- what nobody has touched for months was opened before that
create index dossier_draft on dossier.dossier (opened_at, id) where stage = 'DRAFT';

update dossier.dossier set search_text = null, searched = '{}' where stage = 'DRAFT';

alter table dossier.dossier set (fillfactor = 70);
