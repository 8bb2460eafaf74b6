-- What an authorization says once a clerical error in it was mended: the last line counts. Its number, its
-- code and its history stay.
create table permit.rectified (
    permit uuid not null references permit.permit,
    since timestamptz not null,
    holder text not null,
    employer text not null,
    job text not null,
    hours numeric(6, 2) not null,
    hours_per text not null,
    from_day date not null,
    until_day date not null,
    primary key (permit, since),
    check (until_day >= from_day)
);

grant select, insert on permit.rectified to wif_app;
