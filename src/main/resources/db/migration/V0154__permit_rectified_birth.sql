-- A misprinted date of birth is mended like the rest: whoever checks types the one that holds.
alter table permit.rectified add column holder_birth text;

update permit.rectified r set holder_birth = p.holder_birth
  from permit.permit p where p.decision = r.permit;

alter table permit.rectified alter column holder_birth set not null;
