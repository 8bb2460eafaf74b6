-- The département of the establishment that a claim names, as far as it is known: the proof is read by the
-- services that are competent there.
alter table employer.claim add department text check (department ~ '^[0-9AB]{2,3}$');
