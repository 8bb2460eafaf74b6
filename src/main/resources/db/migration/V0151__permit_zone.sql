-- Where an authorization holds: the only départements; none for the whole of metropolitan France. Absent
-- from those issued before, and from those that silence gave.
alter table permit.permit add column zone text[];
