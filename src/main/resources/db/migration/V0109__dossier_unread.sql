-- the counts of all views come of this index alone: it says what is unread too
drop index dossier.dossier_open;
create index dossier_open on dossier.dossier (office, due, id) include (stage, assignee, answer_by, unread_messages)
    where stage in ('SUBMITTED', 'COMPLETE', 'IN_EXAMINATION', 'AWAITING_SIGNATURE');
