-- Small indexes for views that hold few of what is open: what the planner knows of each column apart says
-- nothing of how many are in nobody's charge among those that wait.
create index dossier_nobody on dossier.dossier (office, due, id)
    where stage in ('SUBMITTED', 'COMPLETE', 'IN_EXAMINATION', 'AWAITING_SIGNATURE') and assignee is null;
create index dossier_waiting on dossier.dossier (office, due, id)
    where stage in ('SUBMITTED', 'COMPLETE', 'IN_EXAMINATION', 'AWAITING_SIGNATURE') and answer_by is not null;
create index dossier_to_sign on dossier.dossier (office, due, id) where stage = 'AWAITING_SIGNATURE';
create index dossier_charge on dossier.dossier (assignee, due, id)
    where stage in ('SUBMITTED', 'COMPLETE', 'IN_EXAMINATION', 'AWAITING_SIGNATURE') and assignee is not null;
