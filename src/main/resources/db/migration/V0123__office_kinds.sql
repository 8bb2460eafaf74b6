-- Offices of every kind: those that are consulted or informed, and the consulates. Which kinds there are is
-- told by the code alone; where an office is competent may be countries, or everywhere.
alter table office.office
    drop constraint office_kind_check,
    drop constraint office_territory_check,
    alter column territory set default '{}',
    -- of two letters
    add column countries text[] not null default '{}',
    -- wherever no other of its kind says that it is
    add column everywhere boolean not null default false,
    -- none for all
    add column procedures text[] not null default '{}',
    add column closed_days date[] not null default '{}',
    add check (everywhere or cardinality(territory) > 0 or cardinality(countries) > 0);

create index office_countries on office.office using gin (countries);

-- One DRAC, one regional direction of France Travail and one URSSAF for each region. Uncertain, and to be
-- read again on the pages of each network: the towns of the DRAC of Normandie (Rouen or Caen) and Occitanie
-- (Toulouse or Montpellier); the network of URSSAF, which has several in some regions (Rhône-Alpes and
-- Auvergne, for instance), and overseas is the general funds of social security.
with region (id, called, town, seat, territory) as (values
    ('auvergne-rhone-alpes', 'd’Auvergne-Rhône-Alpes', 'Lyon', '69', array['01', '03', '07', '15', '26', '38', '42', '43', '63', '69', '73', '74']),
    ('bourgogne-franche-comte', 'de Bourgogne-Franche-Comté', 'Dijon', '21', array['21', '25', '39', '58', '70', '71', '89', '90']),
    ('bretagne', 'de Bretagne', 'Rennes', '35', array['22', '29', '35', '56']),
    ('centre-val-de-loire', 'du Centre-Val de Loire', 'Orléans', '45', array['18', '28', '36', '37', '41', '45']),
    ('corse', 'de Corse', 'Ajaccio', '2A', array['2A', '2B']),
    ('grand-est', 'du Grand Est', 'Strasbourg', '67', array['08', '10', '51', '52', '54', '55', '57', '67', '68', '88']),
    ('hauts-de-france', 'des Hauts-de-France', 'Lille', '59', array['02', '59', '60', '62', '80']),
    ('ile-de-france', 'd’Île-de-France', 'Paris', '75', array['75', '77', '78', '91', '92', '93', '94', '95']),
    ('normandie', 'de Normandie', 'Rouen', '76', array['14', '27', '50', '61', '76']),
    ('nouvelle-aquitaine', 'de Nouvelle-Aquitaine', 'Bordeaux', '33', array['16', '17', '19', '23', '24', '33', '40', '47', '64', '79', '86', '87']),
    ('occitanie', 'd’Occitanie', 'Toulouse', '31', array['09', '11', '12', '30', '31', '32', '34', '46', '48', '65', '66', '81', '82']),
    ('pays-de-la-loire', 'des Pays de la Loire', 'Nantes', '44', array['44', '49', '53', '72', '85']),
    ('provence-alpes-cote-d-azur', 'de Provence-Alpes-Côte d’Azur', 'Marseille', '13', array['04', '05', '06', '13', '83', '84']),
    ('guadeloupe', 'de la Guadeloupe', 'Basse-Terre', '971', array['971']),
    ('martinique', 'de la Martinique', 'Fort-de-France', '972', array['972']),
    ('guyane', 'de la Guyane', 'Cayenne', '973', array['973']),
    ('la-reunion', 'de La Réunion', 'Saint-Denis', '974', array['974']),
    ('mayotte', 'de Mayotte', 'Mamoudzou', '976', array['976'])
), service (kind, prefix, name) as (values
    ('DRAC', 'drac-', 'Direction régionale des affaires culturelles'),
    ('FRANCE_TRAVAIL', 'france-travail-', 'France Travail, direction régionale'),
    ('URSSAF', 'urssaf-', 'URSSAF')
)
insert into office.office (id, kind, name, address, email, phone, opening_hours, seat, territory, valid_from)
select prefix || region.id, kind,
       case when kind = 'DRAC' and seat in ('971', '972', '974', '976')
            then 'Direction des affaires culturelles ' || called
            when kind = 'DRAC' and seat = '973'
            then 'Direction générale de la cohésion et des populations de la Guyane, culture'
            when kind = 'URSSAF' and seat = '976' then 'Caisse de sécurité sociale de Mayotte'
            when kind = 'URSSAF' and length(seat) = 3
            then 'Caisse générale de sécurité sociale ' || called
            else service.name || ' ' || called end,
       case when kind = 'DRAC' and town = 'Marseille' then 'Aix-en-Provence' else town end,
       'contact@' || prefix || region.id || '.example', '01 99 00 00 00',
       'du lundi au vendredi, de 9 h à 16 h', seat, territory, date '2021-04-01'
  from region cross join service;

-- The territorial directions of the OFII. Uncertain: Corse and Var (Nice or Marseille), Mayotte (its own,
-- or La Réunion), Martinique (Pointe-à-Pitre), and Essonne and Yvelines (Montrouge, or Évry and Versailles).
insert into office.office (id, kind, name, address, email, phone, opening_hours, seat, territory, valid_from)
select 'ofii-' || id, 'OFII', 'Office français de l’immigration et de l’intégration, direction territoriale de ' || town,
       town, 'contact@ofii-' || id || '.example', '01 99 00 00 00', 'du lundi au vendredi, de 9 h à 16 h',
       seat, territory, date '2021-04-01'
  from (values
    ('amiens', 'Amiens', '80', array['02', '60', '80']),
    ('besancon', 'Besançon', '25', array['25', '39', '70', '90']),
    ('bobigny', 'Bobigny', '93', array['93']),
    ('bordeaux', 'Bordeaux', '33', array['24', '33', '40', '47', '64']),
    ('caen', 'Caen', '14', array['14', '50', '61']),
    ('cayenne', 'Cayenne', '973', array['973']),
    ('cergy', 'Cergy', '95', array['95']),
    ('clermont-ferrand', 'Clermont-Ferrand', '63', array['03', '15', '43', '63']),
    ('creteil', 'Créteil', '94', array['94']),
    ('dijon', 'Dijon', '21', array['21', '58', '71', '89']),
    ('grenoble', 'Grenoble', '38', array['38', '73', '74']),
    ('lille', 'Lille', '59', array['59', '62']),
    ('limoges', 'Limoges', '87', array['19', '23', '87']),
    ('lyon', 'Lyon', '69', array['01', '07', '26', '42', '69']),
    ('mamoudzou', 'Mamoudzou', '976', array['976']),
    ('marseille', 'Marseille', '13', array['04', '05', '13', '84']),
    ('melun', 'Melun', '77', array['77']),
    ('metz', 'Metz', '57', array['54', '55', '57', '88']),
    ('montpellier', 'Montpellier', '34', array['11', '30', '34', '48', '66']),
    ('montrouge', 'Montrouge', '92', array['78', '91', '92']),
    ('nantes', 'Nantes', '44', array['44', '49', '53', '72', '85']),
    ('nice', 'Nice', '06', array['06', '2A', '2B', '83']),
    ('orleans', 'Orléans', '45', array['18', '28', '36', '37', '41', '45']),
    ('paris', 'Paris', '75', array['75']),
    ('pointe-a-pitre', 'Pointe-à-Pitre', '971', array['971', '972']),
    ('poitiers', 'Poitiers', '86', array['16', '17', '79', '86']),
    ('reims', 'Reims', '51', array['08', '10', '51', '52']),
    ('rennes', 'Rennes', '35', array['22', '29', '35', '56']),
    ('rouen', 'Rouen', '76', array['27', '76']),
    ('saint-denis-de-la-reunion', 'Saint-Denis de La Réunion', '974', array['974']),
    ('strasbourg', 'Strasbourg', '67', array['67', '68']),
    ('toulouse', 'Toulouse', '31', array['09', '12', '31', '32', '46', '65', '81', '82'])
  ) as direction (id, town, seat, territory);

-- The labour inspectorate of each département, where its préfecture is: how many units it has, and which
-- establishments each inspects, is not told here.
insert into office.office (id, kind, name, address, email, phone, opening_hours, seat, territory, valid_from)
select 'inspection-travail-' || lower(seat), 'LABOUR_INSPECTORATE',
       'Inspection du travail' || replace(substr(name, length('Préfecture') + 1), '''', '’'),
       replace(substr(address, length(name) + 3), '''', '’'),
       'contact@inspection-travail-' || lower(seat) || '.example', phone, opening_hours,
       seat, territory, valid_from
  from office.office
 where kind = 'PREFECTURE';

-- Consulates for the countries from which most people come, and one service for all others. Their days are
-- counted as in Paris. Uncertain: for which neighbouring countries each is competent (Dakar), and the towns
-- where several consulates share a country, of which one stands for all.
insert into office.office (id, kind, name, address, email, phone, opening_hours, seat, countries, everywhere, valid_from)
select 'consulat-' || id, 'CONSULATE', 'Consulat général de France ' || at_town, 'Consulat général de France ' || at_town,
       'visas@consulat-' || id || '.example', '01 99 00 00 00', 'du lundi au vendredi, de 9 h à 16 h',
       '75', countries, false, date '2021-04-01'
  from (values
    ('alger', 'à Alger', array['DZ']),
    ('tunis', 'à Tunis', array['TN']),
    ('casablanca', 'à Casablanca', array['MA']),
    ('dakar', 'à Dakar', array['SN', 'GM', 'GW', 'CV']),
    ('abidjan', 'à Abidjan', array['CI']),
    ('douala', 'à Douala', array['CM']),
    ('le-caire', 'au Caire', array['EG']),
    ('istanbul', 'à Istanbul', array['TR']),
    ('bombay', 'à Bombay', array['IN']),
    ('shanghai', 'à Shanghai', array['CN']),
    ('ho-chi-minh-ville', 'à Hô Chi Minh-Ville', array['VN']),
    ('londres', 'à Londres', array['GB']),
    ('washington', 'à Washington', array['US']),
    ('montreal', 'à Montréal', array['CA']),
    ('sao-paulo', 'à São Paulo', array['BR']),
    ('moscou', 'à Moscou', array['RU']),
    ('sydney', 'à Sydney', array['AU'])
  ) as consulate (id, at_town, countries)
 union all
select 'visas', 'CONSULATE', 'Ministère de l’Europe et des affaires étrangères, service des visas', 'Nantes',
       'visas@visas.example', '01 99 00 00 00', 'du lundi au vendredi, de 9 h à 16 h',
       '44', '{}', true, date '2021-04-01';

insert into office.office (id, kind, name, address, email, phone, opening_hours, seat, everywhere, valid_from)
values ('ministere-immigration', 'MINISTRY', 'Ministère de l’intérieur, direction générale des étrangers en France',
        'Paris', 'contact@ministere-immigration.example', '01 99 00 00 00', 'du lundi au vendredi, de 9 h à 16 h',
        '75', true, date '2021-04-01');
