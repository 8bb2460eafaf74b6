-- What authorizations say today and what became of them, of which the floors above read as well; dropped and
-- made again at each change of this file, which a migration that changes a column it shows must therefore
-- touch (last: V0154).
drop view if exists permit.held;

create view permit.held as
select p.decision, p.dossier, p.number, p.code_hash, p.employer_siret, p.contract, p.zone, p.issued_at,
       coalesce(r.holder, p.holder) as holder, coalesce(r.holder_birth, p.holder_birth) as holder_birth,
       coalesce(r.employer, p.employer) as employer, coalesce(r.job, p.job) as job,
       coalesce(r.hours, p.hours) as hours, coalesce(r.hours_per, p.hours_per) as hours_per,
       coalesce(r.from_day, p.from_day) as from_day, coalesce(r.until_day, p.until_day) as until_day,
       r.since as rectified_at, s.status, s.since, s.reason
  from permit.permit p
  left join lateral (select * from permit.rectified r
                      where r.permit = p.decision order by r.since desc limit 1) r on true
 cross join lateral (select * from permit.status s
                      where s.permit = p.decision order by s.since desc limit 1) s;

grant select on permit.held to wif_app;
