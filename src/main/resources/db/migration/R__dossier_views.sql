-- What the floors above may read of dossiers; dropped and made again at each change of this file, which
-- a migration that changes a column they show must therefore touch (last: V0171).
drop view if exists dossier.worklist;
drop view if exists dossier.granted;
drop view if exists dossier.prepared;
drop view if exists dossier.numbered;
drop view if exists dossier.answered;
drop view if exists dossier.spelt;

create view dossier.worklist as
select d.id, d.reference, d.procedure, d.stage, d.office, d.assignee, d.submitted_at, d.legal_limit,
       d.due, d.answer_by, d.ended_at, d.unread_messages, d.awaits_opinion, d.authority, d.revision_to_sign, d.decision, 
       coalesce(d.mended_worker, d.worker_name) as worker_name, coalesce(d.mended_birth, d.worker_birth) as worker_birth,
       coalesce(d.mended_employer, d.employer_name) as employer_name, d.employer_siret, d.search_text, d.searched,
       exists (select from dossier.party p where p.dossier = d.id and p.contested_at is not null) as contested,
       exists (select from dossier.clock_line l
                where l.dossier = d.id and l.kind = 'REACHED'
                  and not exists (select from dossier.clock_line again
                                   where again.dossier = l.dossier and again.kind = 'START'
                                     and again.number > l.number)) as silent,
       (select c.granted from dossier.decision c where c.id = d.decision) as granted
  from dossier.dossier d
 where d.stage <> 'DRAFT';

create view dossier.granted as
select c.id as decision, c.dossier, c.number, c.code, c.from_day, c.until_day, c.hours, c.hours_per,
       c.job, c.contract, c.employer, c.employer_siret, c.zone, c.signed_at, d.office, d.worker_name, d.worker_birth
  from dossier.decision c
  join dossier.dossier d on d.decision = c.id
 where c.granted and c.signed_at is not null and d.stage = 'DECIDED';

-- the decisions that wait to be signed
create view dossier.prepared as
select c.dossier, c.granted, c.prepared_at, c.prepared_by
  from dossier.decision c
  join dossier.dossier d on d.decision = c.id
 where d.stage = 'AWAITING_SIGNATURE';

-- by which numbers decisions, and the permits they grant, are asked for
create view dossier.numbered as
select c.dossier, c.number, c.code from dossier.decision c;

-- what was answered, as it is taken out of the service
create view dossier.answered as
select d.id, d.answers from dossier.dossier d where d.stage <> 'DRAFT';

-- the words that the names of an office's requests are made of
create view dossier.spelt as
select s.office, s.word from dossier.spelling s;

grant select on dossier.answered, dossier.worklist, dossier.numbered, dossier.granted, dossier.prepared, dossier.spelt to wif_app;
