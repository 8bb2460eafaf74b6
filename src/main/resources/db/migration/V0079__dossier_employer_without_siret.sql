-- An employer may be a private person, or a body that no register knows yet: it has no SIRET.
alter table dossier.decision drop constraint decision_check;
alter table dossier.decision
    add constraint decision_check check (not granted or (from_day is not null and until_day >= from_day and employer is not null));
alter table permit.permit alter column employer_siret drop not null;
