-- whether an opinion that the office asked of another administration has not come yet
alter table dossier.dossier add awaits_opinion boolean not null default false;

-- the counts of all views come of this index alone
drop index dossier.dossier_open;
create index dossier_open on dossier.dossier (office, due, id)
       include (stage, assignee, answer_by, unread_messages, awaits_opinion)
    where stage in ('SUBMITTED', 'COMPLETE', 'IN_EXAMINATION', 'AWAITING_SIGNATURE');
