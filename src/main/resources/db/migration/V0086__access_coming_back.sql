-- An account survives its mailbox: its address changes, by a code sent to the new one, and the old one
-- may refuse for some days; a rescue code stands for a mailbox that is lost.
alter table access.account
    add column told text not null default 'AT_ONCE' check (told in ('AT_ONCE', 'DAILY', 'WEEKLY'));

comment on column access.account.told is 'How often the person is told what can wait';

create table access.address_change (
    id uuid primary key,
    account uuid not null references access.account,
    from_email text not null,
    to_email text not null check (to_email = lower(to_email)),
    way text not null check (way in ('SIGNED_IN', 'RESCUE')),
    code_mac text not null,
    tries_left integer not null check (tries_left >= 0),
    created_at timestamptz not null,
    until timestamptz not null,
    confirmed_at timestamptz,
    -- what the letter to the old address can do
    refusal_mac text unique,
    refusable_until timestamptz,
    refused_at timestamptz,
    check ((confirmed_at is null) = (refusal_mac is null)),
    check ((confirmed_at is null) = (refusable_until is null)),
    check (refused_at is null or confirmed_at is not null)
);

create index address_change_from on access.address_change (from_email) where confirmed_at is not null;
create index address_change_created on access.address_change (created_at);

create table access.rescue_code (
    account uuid not null references access.account,
    code_mac text not null,
    made_at timestamptz not null,
    used_at timestamptz,
    primary key (account, code_mac)
);

grant update (email, told) on access.account to wif_app;
grant select, insert, delete, update (tries_left, confirmed_at, refusal_mac, refusable_until, refused_at)
    on access.address_change to wif_app;
grant select, insert, delete, update (used_at) on access.rescue_code to wif_app;
-- with the draft that they were for
grant delete on access.invitation, access.invitation_link to wif_app;
