-- What the State's services answered, and how often all nodes together may ask them.
create schema reference;

create table reference.online_service (
    name text primary key check (name in ('REGISTER', 'ADDRESSES')),
    empty_at timestamptz not null,
    failures integer not null,
    shut_until timestamptz
);

comment on column reference.online_service.empty_at is 'when all the calls that were poured into the gauge have leaked out';
comment on column reference.online_service.shut_until is 'the service is left alone until then: it failed several times, or said so';

create table reference.online_answer (
    service text not null,
    question text not null,
    told jsonb not null,
    read_at timestamptz not null,
    primary key (service, question)
);

comment on column reference.online_answer.question is 'a hash: what people look up is nobody''s business';

create index online_answer_read on reference.online_answer (read_at);

grant usage on schema reference to wif_app;
grant select, insert, update on reference.online_service to wif_app;
grant select, insert, update, delete on reference.online_answer to wif_app;
