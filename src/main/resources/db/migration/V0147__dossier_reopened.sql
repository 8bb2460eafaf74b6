-- A refusal may be withdrawn, and the request decided again: each decision has its documents.
alter table dossier.deed drop constraint deed_pkey;
alter table dossier.deed add primary key (dossier, document);
