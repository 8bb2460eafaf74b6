-- A party may leave a draft, and says which pages it denies.
alter table dossier.party add contested_sections text[];
update dossier.party set contested_sections = '{}' where contested_at is not null;
alter table dossier.party add check ((contested_at is null) = (contested_sections is null));

grant delete on dossier.party to wif_app;

-- Several people may hold one part in a day, each told on his own account. What is told is for the service
-- to say, in `Notice.Kind`.
alter table notification.notice drop constraint notice_pkey;
alter table notification.notice
    add constraint notice_once unique nulls not distinct (dossier, kind, recipient, account, day);
alter table notification.notice drop constraint notice_kind_check;
alter table notification.notice add constraint notice_kind_check check (kind ~ '^[A-Z_]{2,40}$');
