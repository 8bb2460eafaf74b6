-- People are told of a mandate that ended. What they can be told is said by the code alone: each new kind
-- would otherwise be a migration of its own.
alter table notification.notice drop constraint if exists notice_kind_check;
alter table notification.notice add constraint notice_kind_check check (kind ~ '^[A-Z_]{3,40}$');
