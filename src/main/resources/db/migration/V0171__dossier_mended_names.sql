-- The names and the date of birth of a request as they were last mended in its decision: it is listed by these, and
-- found by those that were asked with as well.
alter table dossier.dossier
    add column mended_worker text,
    add column mended_birth text,
    add column mended_employer text,
    -- all that they ever were mended to, as it is searched
    add column mended_text text;

-- The text that is searched with more words of the person before the bar, and of the employer after it.
create function dossier.both(text, more text) returns text language sql immutable parallel safe
    return case when $1 is null then more
                when more is null then $1
                else split_part($1, ' | ', 1) || split_part(more, ' | ', 1) || ' | '
                     || split_part($1, ' | ', 2) || ' ' || split_part(more, ' | ', 2) end;

-- The answers that are searched have the mended date of birth beside the one that was asked with.
create function dossier.mended(birth text) returns jsonb language sql immutable parallel safe
    return jsonb_strip_nulls(jsonb_build_object('birth_date.mended', birth));
