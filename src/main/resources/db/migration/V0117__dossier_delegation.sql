-- Under which delegation a decision was signed, and those that a signatory was shown bear.
alter table dossier.decision add column delegation uuid;
grant update (delegation) on dossier.decision to wif_app;

alter table examination.review add column delegation uuid;
