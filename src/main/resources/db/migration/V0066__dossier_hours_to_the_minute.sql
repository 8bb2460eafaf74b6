-- 17 h 20 is 17.3333 hours: two decimals lost a part of a minute. The view is made again afterwards.
drop view if exists dossier.granted;
alter table dossier.decision alter column hours type numeric(10, 4);
alter table permit.permit alter column hours type numeric(10, 4);
