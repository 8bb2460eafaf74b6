-- What an antivirus said of each document. What was received before there was one has yet to be looked at.
alter table document.document
    add column scan text not null default 'WAITING' check (scan in ('WAITING', 'CLEAN', 'INFECTED')),
    add column signature text,
    add column scanned_at timestamptz,
    add check ((scan = 'INFECTED') = (signature is not null));

alter table document.document alter column scan drop default;

create index document_waiting on document.document (scanned_at nulls first, received_at)
    where scan = 'WAITING' and erased_at is null;

grant update (scan, signature, scanned_at) on document.document to wif_app;
