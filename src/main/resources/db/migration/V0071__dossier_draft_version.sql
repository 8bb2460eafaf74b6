-- A draft keeps the version under which it was opened, so that it can be told what changed since.
-- The one version there was is now named after the year that opened it, and is two: the order of
-- 3 January 2025 opens the second one.
update dossier.dossier
   set procedure_version =
       case when coalesce(submitted_at, opened_at) < timestamptz '2025-01-12 00:00:00 Europe/Paris'
            then '2024' else '2025' end
 where procedure_version is null or procedure_version = '1';

update dossier.decision
   set criteria =
       case when prepared_at < timestamptz '2025-01-12 00:00:00 Europe/Paris' then '2024' else '2025' end
 where criteria = '1';

alter table dossier.dossier alter column procedure_version set not null;
