-- What the floors above may read of people; dropped and made again at each change of this file, which
-- a migration that changes a column they show must therefore touch.
drop view if exists access.person;
drop view if exists access.holding;

-- who someone is, as other people are told
create view access.person as
select a.id, a.email, a.given_name, a.surname, a.capacity, a.language
  from access.account a;

-- who stands in which relation to what, the oldest first by `starts_at, id`
create view access.holding as
select g.id, g.account, g.relation, g.scope_kind, g.scope_id, g.starts_at, g.ends_at
  from access.granted g;

grant select on access.person, access.holding to wif_app;
