-- Two requests for corrections in one day are two things to be told.
alter table notification.notice add column number integer check (number > 0);
alter table notification.notice drop constraint notice_once;
alter table notification.notice
    add constraint notice_once unique nulls not distinct (dossier, kind, recipient, account, day, number);
