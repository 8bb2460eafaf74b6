-- A dossier that was decided comes back to who signs: an act about its decision waits for him.
alter table dossier.dossier add revision_to_sign boolean not null default false;

create index dossier_revision_to_sign on dossier.dossier (office, due, id) where revision_to_sign;

-- all that one signs is one list, which one index gives in its order
drop index dossier.dossier_to_sign;
create index dossier_to_sign on dossier.dossier (office, due, id)
    where stage = 'AWAITING_SIGNATURE' or revision_to_sign;
