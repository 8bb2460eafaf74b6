-- One-off links: what whoever holds one may do once, without an account, when he also has the code that goes to
-- the address for which the link was made.
create table access.pass (
    id uuid primary key,
    scope_kind text not null check (scope_kind ~ '^[a-z_]{2,40}$'),
    scope_id text not null,
    email text not null,
    token_mac text not null unique,
    made_at timestamptz not null,
    made_by uuid not null references access.account,
    until timestamptz not null,
    -- the code that was last sent
    code_mac text,
    code_until timestamptz,
    tries_left integer check (tries_left >= 0),
    -- the browser in which it was last typed
    key_mac text,
    key_until timestamptz,
    state text not null check (state in ('OPEN', 'USED', 'REVOKED')),
    ended_at timestamptz,
    check ((state = 'OPEN') = (ended_at is null)),
    check ((code_mac is null) = (code_until is null)),
    check ((code_mac is null) = (tries_left is null)),
    check ((key_mac is null) = (key_until is null))
);

-- one at a time
create unique index pass_open on access.pass (scope_kind, scope_id) where state = 'OPEN';
create index pass_on_scope on access.pass (scope_kind, scope_id, made_at);

grant select, insert on access.pass to wif_app;
grant update (code_mac, code_until, tries_left, key_mac, key_until, state, ended_at) on access.pass to wif_app;
