-- Each part sends what it has to mend when it is ready; the last to send answers the request.
-- {part: {at, by, said}}
alter table dossier.correction add column sent jsonb not null default '{}';

update dossier.correction
   set sent = (select jsonb_object_agg(part, jsonb_build_object('at', answered_at, 'by', answered_by, 'said', said))
                 from (select distinct line ->> 'part' as part from jsonb_array_elements(lines) line) of)
 where answered_at is not null;

alter table dossier.correction drop column answered_by, drop column said, alter column sent drop default;

grant update (sent) on dossier.correction to wif_app;
