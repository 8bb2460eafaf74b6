-- Names are searched by their words. Each is in an index as it is written, and found by its beginning; what is
-- nearly so is looked for among the words that an office has, which are few, not among its requests.

-- The words of a name as it is searched; the bar stands between the person's and the employer's. What makes one
-- word of a whole line is cut where what is typed is.
create function dossier.words(search_text text) returns tsvector language sql immutable parallel safe
    return array_to_tsvector(array_remove(array_remove(
        string_to_array(regexp_replace(search_text, '([^ ]{100})[^ ]+', '\1', 'g'), ' '), ''), '|'));

drop index dossier.dossier_search;
create index dossier_words on dossier.dossier using gin (office, dossier.words(search_text)) where stage <> 'DRAFT';

-- Who comes with a word that is there writes nothing. Two who bring the same at once do not wait for each other:
-- it is there twice, which changes nothing.
create table dossier.spelling (
    office text not null,
    word text not null,
    -- since when none of the requests of the office has it
    unused_since date
);

insert into dossier.spelling (office, word)
select distinct d.office, w.word
  from dossier.dossier d, unnest(tsvector_to_array(dossier.words(d.search_text))) as w (word)
 where d.stage <> 'DRAFT' and d.office is not null;

create index spelling_word on dossier.spelling (office, word);

-- A word that has about half of its groups of three letters in common with another is near to it; so is, of the
-- short ones, which one mistake leaves few, one that has the same letters but for one.
create function dossier.but_a_letter(word text) returns text[] language sql immutable parallel safe
    return array(select word union
                 select overlay(word placing '' from n for 1) from generate_series(1, length(word)) n
                  where length(word) between 4 and 30);

create index spelling_near on dossier.spelling using gin (office, word extensions.gin_trgm_ops);
create index spelling_but_a_letter on dossier.spelling using gin (office, dossier.but_a_letter(word));

grant select, insert, update, delete on dossier.spelling to wif_app;
