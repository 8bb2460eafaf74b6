-- Who comes in: accounts, codes by e-mail, grants, invitations, limits.
create schema access;

create table access.account (
    id uuid primary key,
    email text not null unique check (email = lower(email)),
    given_name text,
    surname text,
    capacity text,
    language text not null check (language in ('fr', 'en')),
    created_at timestamptz not null
);

create table access.challenge (
    id uuid primary key,
    email text not null,
    language text not null check (language in ('fr', 'en')),
    code_mac text not null,
    tries_left integer not null check (tries_left >= 0),
    created_at timestamptz not null,
    until timestamptz not null,
    redeemed_at timestamptz
);

comment on column access.challenge.code_mac is 'HMAC of the challenge and its code: six digits alone are soon guessed by who holds a plain hash';

create index challenge_until on access.challenge (until);

create table access.granted (
    id uuid primary key,
    account uuid not null references access.account,
    relation text not null check (relation ~ '^[a-z_]{2,40}$'),
    scope_kind text not null check (scope_kind ~ '^[a-z_]{2,40}$'),
    scope_id text not null,
    starts_at timestamptz not null,
    ends_at timestamptz,
    given_by_kind text not null,
    given_by_id text not null,
    given_at timestamptz not null,
    ended_by_kind text,
    ended_by_id text,
    check (ends_at >= starts_at)
);

create unique index granted_once on access.granted (account, relation, scope_kind, scope_id) where ends_at is null;
create index granted_on_scope on access.granted (scope_kind, scope_id);
create index granted_to_account on access.granted (account);

create table access.invitation (
    id uuid primary key,
    email text not null,
    relation text not null check (relation ~ '^[a-z_]{2,40}$'),
    scope_kind text not null check (scope_kind ~ '^[a-z_]{2,40}$'),
    scope_id text not null,
    language text not null check (language in ('fr', 'en')),
    inviter_name text not null,
    about text not null,
    token_mac text not null unique,
    code_mac text not null,
    tries_left integer not null check (tries_left >= 0),
    state text not null check (state in ('OPEN', 'ACCEPTED', 'REVOKED', 'LOCKED')),
    created_at timestamptz not null,
    until timestamptz not null,
    settled_at timestamptz,
    accepted_by uuid references access.account,
    check ((state = 'OPEN') = (settled_at is null)),
    check ((state = 'ACCEPTED') = (accepted_by is not null))
);

create index invitation_on_scope on access.invitation (scope_kind, scope_id);

create table access.limit_gauge (
    key text primary key,
    empty_at timestamptz not null
);

comment on column access.limit_gauge.key is 'HMAC of what is limited: neither an address nor an e-mail can be read from it';

create index limit_gauge_empty_at on access.limit_gauge (empty_at);

grant usage on schema access to wif_app;
grant select, insert on access.account, access.granted, access.invitation to wif_app;
grant select, insert, delete on access.challenge to wif_app;
grant select, insert, update, delete on access.limit_gauge to wif_app;
grant update (given_name, surname, capacity, language) on access.account to wif_app;
grant update (tries_left, redeemed_at) on access.challenge to wif_app;
grant update (ends_at, ended_by_kind, ended_by_id) on access.granted to wif_app;
grant update (tries_left, state, settled_at, accepted_by) on access.invitation to wif_app;
