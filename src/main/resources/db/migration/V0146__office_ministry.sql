-- The minister in charge of immigration, before whom appeals to the higher authority go (R5221-19 of the
-- Code du travail): one service for the whole country. What kinds of services there are is for the code
-- to say: a new one needs no migration.
alter table office.office drop constraint if exists office_kind_check;

insert into office.office (id, kind, name, address, email, phone, opening_hours, seat, territory, valid_from)
select 'ministere-immigration', 'MINISTRY', 'Ministère chargé de l’immigration', 'Ministère chargé de l’immigration, Paris',
       'recours-main-d-oeuvre-etrangere@ministere-immigration.example', phone, opening_hours, '75',
       (select array_agg(distinct department) from office.office o, unnest(o.territory) department
         where o.kind = 'PREFECTURE'),
       date '2016-11-01'
  from office.office
 where id = 'prefecture-75';
