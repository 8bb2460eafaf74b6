-- Who of a service is away, and who sees to it meanwhile; which procedures each handles.
create table office.absence (
    id uuid primary key,
    account uuid not null,
    first_day date not null,
    last_day date not null check (last_day >= first_day),
    cover uuid check (cover <> account)
);

create index absence_account on office.absence (account, last_day);
create index absence_cover on office.absence (cover, last_day) where cover is not null;

-- who has none handles all
create table office.skill (
    office text not null references office.office,
    account uuid not null,
    procedure text not null,
    primary key (office, account, procedure)
);

grant select, insert, delete on office.absence, office.skill to wif_app;
