-- An authorization that silence gave has no decision: it stands under its dossier, and no QR code leads to it.
alter table permit.permit alter code_hash drop not null;

-- Its certificate is an official document. What these can be is said by the code alone: each new kind would
-- otherwise be a migration of its own.
alter table dossier.deed drop constraint deed_kind_check;
alter table dossier.deed add constraint deed_kind_check check (kind ~ '^[A-Z_]{3,40}$');
