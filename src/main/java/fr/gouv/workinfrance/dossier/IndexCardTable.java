package fr.gouv.workinfrance.dossier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/// The SQL of what requests are found by, made again of the answers that they have.
@Component
final class IndexCardTable {

    private static final String NEXT =
            """
            select {columns}
              from dossier.dossier d
             where d.stage <> 'DRAFT' and d.id > :after
             order by d.id
             limit :limit
               for no key update of d
            """
                    .replace("{columns}", AnsweredRowTable.COLUMNS);

    private static final String WRITE =
            """
            update dossier.dossier d set searched = c.searched || dossier.mended(d.mended_birth)
              from jsonb_to_recordset(:cards::jsonb) as c (id uuid, searched jsonb)
             where d.id = c.id and d.searched <> c.searched || dossier.mended(d.mended_birth)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    IndexCardTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// What a request is found by.
    record Searched(UUID id, SortedMap<String, String> searched) {}

    /// The next ones that are deposited, which nobody else can change until the transaction ends.
    List<AnsweredRow> next(UUID after, int limit) {
        return jdbc.sql(NEXT)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new AnsweredRowTable(json, row).answered())
                .list();
    }

    /// Those that are written so already are left alone.
    void write(Collection<Searched> cards) {
        jdbc.sql(WRITE).param("cards", json.writeValueAsString(cards)).update();
    }
}
