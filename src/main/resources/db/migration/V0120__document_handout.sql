-- Files that the house makes for one person to fetch, and keeps a day. Their content is in the store,
-- encrypted as documents are; destroying the row is what erases them.
create table document.handout (
    id uuid primary key,
    name text not null,
    media_type text not null,
    size bigint not null check (size > 0),
    wrapped bytea not null,
    made_at timestamptz not null,
    until_at timestamptz not null
);

create index handout_until on document.handout (until_at);

grant select, insert, delete on document.handout to wif_app;
