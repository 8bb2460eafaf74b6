-- A rectification says the date of birth as well, and whether it mends what silence gave.
update examination.revision r
   set content = jsonb_set(jsonb_set(r.content || '{"acquired": false}',
                                     '{before,birth}', to_jsonb(p.holder_birth)),
                           '{after,birth}', to_jsonb(p.holder_birth))
  from permit.permit p
 where r.kind = 'RECTIFICATION' and p.dossier = r.dossier;

-- What the documents of an act can be is said by the code alone: each new kind would otherwise be a migration
-- of its own.
alter table examination.revision_page drop constraint revision_page_kind_check;
alter table examination.revision_page add constraint revision_page_kind_check check (kind ~ '^[A-Z_]{3,40}$');
alter table examination.revision_deed drop constraint revision_deed_kind_check;
alter table examination.revision_deed add constraint revision_deed_kind_check check (kind ~ '^[A-Z_]{3,40}$');
