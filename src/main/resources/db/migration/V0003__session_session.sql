-- Sessions, so that any node serves anyone: what Spring Session asks for.
create schema session;

create table session.session (
    primary_id char(36) primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);

create index session_expiry_time on session.session (expiry_time);
create index session_principal_name on session.session (principal_name);

create table session.session_attributes (
    session_primary_id char(36) not null references session.session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

grant usage on schema session to wif_app;
grant select, insert, update, delete on session.session, session.session_attributes to wif_app;
