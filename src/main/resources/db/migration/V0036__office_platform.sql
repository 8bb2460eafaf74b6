-- The one platform whose territory is published: it examines for the préfets of Bretagne, Normandie,
-- Hauts-de-France and Grand Est, who keep the decision (préfecture des Côtes-d'Armor, April 2021). The
-- territories of the others were not found; where none covers, the préfecture examines itself.
insert into office.office (id, kind, name, address, email, phone, opening_hours, seat, territory, valid_from)
select 'plateforme-bethune', 'PLATFORM', 'Plateforme interrégionale de main-d’œuvre étrangère de Béthune',
       'Plateforme interrégionale de main-d’œuvre étrangère, Béthune', 'main-d-oeuvre-etrangere@plateforme-bethune.example',
       phone, opening_hours, '62',
       array['22', '29', '35', '56',
             '14', '27', '50', '61', '76',
             '02', '59', '60', '62', '80',
             '08', '10', '51', '52', '54', '55', '57', '67', '68', '88'],
       date '2021-04-06'
  from office.office
 where id = 'prefecture-62';
