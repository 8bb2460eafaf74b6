package fr.gouv.workinfrance.dossier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Optional;

/// The SQL of the words that the names of an office's requests are made of: what is typed with a
/// mistake is looked for among them.
@Component
final class SpellingTable {

    private static final String WITH =
            """
            with written as ({update} returning office, stage, search_text),
                 spelt as (
                insert into dossier.spelling (office, word)
                select n.office, w.word
                  from written n, unnest(tsvector_to_array(dossier.words(n.search_text))) as w (word)
                 where n.stage <> 'DRAFT'
                   and not exists (select from dossier.spelling s
                                    where s.office = n.office and s.word = w.word
                                      and s.unused_since is null)
                 group by n.office, w.word)
            select count(*) from written
            """;

    /// A word goes on the second look at which none has it: what an act brings while one looks is
    /// seen by the next.
    private static final String FORGET =
            """
            with looked_at as (
                select s.office, s.word from dossier.spelling s
                 where (s.office, s.word) > (:office, :word)
                 group by s.office, s.word
                 order by s.office, s.word
                 limit :limit),
            judged as materialized (
                select s.office, s.word,
                       exists (select from dossier.dossier d
                                where d.office = s.office and d.stage <> 'DRAFT'
                                  and dossier.words(d.search_text)
                                      @@ quote_literal(s.word)::tsquery) as used
                  from looked_at s),
            forgotten as (
                delete from dossier.spelling s using judged j
                 where s.office = j.office and s.word = j.word
                   and not j.used and s.unused_since < :today),
            marked as (
                update dossier.spelling s set unused_since = case when not j.used then :today end
                  from judged j
                 where s.office = j.office and s.word = j.word
                   and j.used = (s.unused_since is not null))
            select j.office, j.word from judged j order by j.office desc, j.word desc limit 1
            """;

    private final JdbcClient jdbc;

    SpellingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An update of requests that keeps the words which it brings to an office; it gives how many
    /// it wrote.
    static String with(String update) {
        return WITH.replace("{update}", update);
    }

    /// An office and one of its words.
    record Spelling(String office, String word) {

        static final Spelling NONE = new Spelling("", "");
    }

    /// Forgets those of the next so many that no request has since the day before.
    ///
    /// @return the last of them; empty when there is none
    Optional<Spelling> forget(Spelling after, LocalDate today, int limit) {
        return jdbc.sql(FORGET)
                .param("office", after.office())
                .param("word", after.word())
                .param("today", today)
                .param("limit", limit)
                .query(Spelling.class)
                .optional();
    }
}
