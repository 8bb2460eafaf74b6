-- Of which of its thresholds the office that has to answer was warned, before the day on which silence
-- takes its meaning.
alter table examination.appeal add warned text check (warned in ('SOON', 'URGENT'));

grant update (warned) on examination.appeal to wif_app;
