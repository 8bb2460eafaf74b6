-- What the floors above may read of letters; dropped and made again at each change of this file, which
-- a migration that changes a column they show must therefore touch.
drop view if exists mail.delivery;

-- what became of each letter, by the key under which it was posted; never its words nor its address
create view mail.delivery as
select m.key, m.state, m.attempts, m.posted_at, m.next_try_at, m.settled_at, m.status
  from mail.message m;

grant select on mail.delivery to wif_app;
