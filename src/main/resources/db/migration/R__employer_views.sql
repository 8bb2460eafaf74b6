-- What the floors above may read of documents that are given once; dropped and made again at each change
-- of this file, which a migration that changes a column they show must therefore touch.
drop view if exists employer.kept;

create view employer.kept as
select g.holder_kind, g.holder_id, g.piece, g.document, g.request, g.given_at, g.given_by, g.until,
       g.checked_at, g.checked_by
  from employer.given g;

grant select on employer.kept to wif_app;
