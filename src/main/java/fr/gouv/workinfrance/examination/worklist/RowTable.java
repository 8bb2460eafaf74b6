package fr.gouv.workinfrance.examination.worklist;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The SQL of what a list says of each dossier once it is out of the service.
@Component
final class RowTable {

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    /// In the order in which they were asked for; those of other offices are left out. The answers
    /// are unpacked once, not once for each question.
    private static final String ROWS =
            """
            select d.*,
                   (select jsonb_object_agg(f.key, f.value -> 'value')
                      from jsonb_each(a.answers) f
                     where f.key = any(:fields) and f.value -> 'value' is not null) as answered,
                   (select string_agg(l.label, ', ' order by l.label)
                      from examination.label l where l.dossier = d.id) as labels
              from unnest(:dossiers) with ordinality as asked (id, place)
              join dossier.worklist d on d.id = asked.id
              join dossier.answered a on a.id = asked.id
             where d.office = any(:offices)
             order by asked.place
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RowTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Row> rows(
            Collection<UUID> dossiers, Collection<String> offices, Collection<String> fields) {
        return jdbc.sql(ROWS)
                .param("dossiers", dossiers.toArray(UUID[]::new))
                .param("offices", offices.toArray(String[]::new))
                .param("fields", fields.toArray(String[]::new))
                .query(this::row)
                .list();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        String answered = row.getString("answered");
        return new Row(
                WorklistTable.line(row, number),
                row.getString("labels"),
                answered == null ? Map.of() : json.readValue(answered, VALUES));
    }
}
