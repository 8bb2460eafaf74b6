-- The mailbox of the demonstration: every message it would have sent.
create schema demo;

create table demo.message (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    recipient text not null,
    subject text not null,
    body text not null
);

grant usage on schema demo to wif_app;
grant select, insert on demo.message to wif_app;
