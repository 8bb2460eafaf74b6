-- What only the demonstration keeps. Not numbered among the migrations of the service: each of theirs that
-- came later would be older than ours, and be refused on data that somebody keeps. Run again at each
-- change of this file: what is there already stays.
create schema if not exists demo;

-- every message it would have sent, and the files that came with it
create table if not exists demo.message (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    recipient text not null,
    subject text not null,
    body text not null
);

create index if not exists message_at on demo.message (at desc, id desc);

create table if not exists demo.enclosure (
    id bigint generated always as identity primary key,
    message bigint not null references demo.message,
    name text not null,
    media_type text not null,
    content bytea not null
);

create index if not exists enclosure_message on demo.enclosure (message);

-- how far each fictitious request has gone: what was done is never done twice, what was not is done later
create table if not exists demo.story (
    id text primary key,
    told_from timestamptz not null,
    done int not null,
    dossier uuid,
    code text
);

grant usage on schema demo to wif_app;
grant select, insert on demo.message, demo.enclosure to wif_app;
grant select, insert, update on demo.story to wif_app;
