-- A letter whose address the mail server refused, or that came back: why, as RFC 3463 numbers it, and
-- never in the server's words, which hold the address.
alter table mail.message add status text check (status ~ '^5[.][0-9]{1,3}[.][0-9]{1,3}$');
alter table mail.message drop constraint message_state_check;
alter table mail.message add constraint message_state_check
    check (state in ('QUEUED', 'SENT', 'ABANDONED', 'REFUSED', 'BOUNCED'));
alter table mail.message add check ((status is not null) = (state in ('REFUSED', 'BOUNCED')));

grant update (status) on mail.message to wif_app;
