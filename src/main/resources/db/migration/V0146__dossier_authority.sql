-- The authority above, as long as an appeal against the refusal is before it: its agents see the dossier.
alter table dossier.dossier add authority text;
