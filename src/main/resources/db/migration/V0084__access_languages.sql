-- Which languages there are is said in one place, the code: here, only that it is the code of one.
alter table access.account
    drop constraint account_language_check,
    add constraint account_language_check check (language ~ '^[a-z]{2}$');
alter table access.challenge
    drop constraint challenge_language_check,
    add constraint challenge_language_check check (language ~ '^[a-z]{2}$');
alter table access.invitation
    drop constraint invitation_language_check,
    add constraint invitation_language_check check (language ~ '^[a-z]{2}$');
alter table dossier.dossier
    drop constraint dossier_language_check,
    add constraint dossier_language_check check (language ~ '^[a-z]{2}$');
