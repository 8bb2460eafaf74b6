-- How far an authorization goes (L5221-7): where it holds, for what pay, under which conditions of the
-- catalogue, and one more in the words of the caseworker. Absent from what was decided before, and from refusals.
alter table dossier.decision
    -- the only départements; none for the whole of metropolitan France
    add column zone text[],
    add column pay numeric(10, 2),
    add column pay_per text,
    add column conditions text[],
    add column further text check (length(further) <= 200),
    add check (num_nulls(zone, pay, pay_per, conditions, further) in (0, 5));
