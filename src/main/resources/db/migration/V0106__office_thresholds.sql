-- How many working days before the legal date a service wants to be warned, and when it is urgent.
alter table office.office
    add column warn_days integer not null default 15 check (warn_days between 1 and 60),
    add column urgent_days integer not null default 5 check (urgent_days between 1 and 60),
    add check (urgent_days <= warn_days);

grant update (warn_days, urgent_days) on office.office to wif_app;
