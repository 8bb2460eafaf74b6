-- What a caseworker made of the ready wording of a ground of refusal: one for each reason, in their
-- order; empty where the wording of the catalogue stands.
alter table dossier.decision add column wordings text[] not null default '{}';
