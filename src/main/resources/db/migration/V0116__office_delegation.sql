-- Who may sign for a service, what, from when to when, and the published act that says so.
create table office.delegation (
    id uuid primary key,
    office text not null references office.office,
    account uuid not null,
    -- the authority itself: the préfet, whom a decree names
    authority boolean not null,
    kinds text[] not null check (cardinality(kinds) > 0 and kinds <@ '{GRANT,REFUSE,WITHDRAW}'),
    -- none for all
    procedures text[] not null,
    act text not null,
    act_day date not null,
    gazette text not null,
    gazette_day date not null check (gazette_day >= act_day),
    first_day date not null check (first_day >= gazette_day),
    last_day date check (last_day >= first_day)
);

create index delegation_account on office.delegation (account, office);

grant select, insert, update (last_day) on office.delegation to wif_app;
