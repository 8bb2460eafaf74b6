-- That somebody was there changes no index any more: sessions that have ended are looked for once a minute,
-- among those of the last half-hour.
drop index session.session_expiry_time;
alter table session.session set (fillfactor = 70);
