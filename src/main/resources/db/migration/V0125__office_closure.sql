-- Offices are created, changed and closed in pages. One that closes has a successor, for all that it had or
-- for all but some départements.
alter table office.office
    -- counts the changes, so that none is made on what someone has changed
    add column revision integer not null default 0;

create table office.closure (
    office text primary key references office.office,
    last_day date not null,
    successor text not null references office.office check (successor <> office),
    -- those who work there go to the successor
    members boolean not null,
    planned_by text not null,
    planned_at timestamptz not null,
    -- when all that it had was handed over
    done_at timestamptz
);

create table office.closure_part (
    office text not null references office.closure on delete cascade,
    department text not null,
    successor text not null references office.office check (successor <> office),
    primary key (office, department)
);

grant insert on office.office to wif_app;
grant update (name, address, email, phone, opening_hours, seat, territory, countries, everywhere, procedures,
              closed_days, valid_from, valid_until, parent, revision) on office.office to wif_app;
grant select, insert, delete, update (done_at) on office.closure to wif_app;
grant select, insert, delete on office.closure_part to wif_app;
