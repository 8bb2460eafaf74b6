-- What may be told more than once in a day, each time apart: every message that is for someone.
alter table notification.notice add occasion text not null default '';
alter table notification.notice drop constraint notice_once;
alter table notification.notice
    add constraint notice_once unique nulls not distinct (dossier, kind, recipient, account, day, occasion);
