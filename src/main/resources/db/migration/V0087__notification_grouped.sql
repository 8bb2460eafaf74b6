-- The kinds of notices are those of the code: a new one needs no migration.
alter table notification.notice drop constraint if exists notice_kind_check;
alter table notification.notice add constraint notice_kind_check check (kind ~ '^[A-Z_]{2,40}$');

-- What waits to be told with other things, to someone who prefers it so, until the day of the letter.
create table notification.grouped (
    account uuid not null,
    due date not null,
    dossier uuid not null,
    kind text not null,
    happened_at timestamptz not null,
    primary key (account, due, dossier, kind, happened_at)
);

grant select, insert, delete on notification.grouped to wif_app;
