-- two people may be put in charge one after the other at the same instant: the instant does not tell them apart
alter table dossier.assignment
    add column number bigint generated always as identity,
    drop constraint assignment_pkey,
    add primary key (dossier, number);
