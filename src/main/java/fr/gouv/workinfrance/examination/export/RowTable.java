package fr.gouv.workinfrance.examination.export;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.dossier.Stage;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The SQL of what a list says of each dossier once it is out of the service.
@Component
final class RowTable {

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    /// In the order in which they were asked for; those of other offices are left out.
    private static final String ROWS =
            """
            select d.*,
                   (select jsonb_object_agg(f.id, a.answers -> f.id -> 'value')
                      from unnest(:fields) as f (id)
                     where a.answers -> f.id -> 'value' is not null) as answered,
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
        Date limit = row.getDate("legal_limit");
        Date answerBy = row.getDate("answer_by");
        Timestamp ended = row.getTimestamp("ended_at");
        String answered = row.getString("answered");
        return new Row(
                requireNonNull(row.getString("reference")),
                requireNonNull(row.getString("procedure")),
                Stage.Name.valueOf(requireNonNull(row.getString("stage"))),
                requireNonNull(row.getString("office")),
                row.getObject("assignee", UUID.class),
                requireNonNull(row.getTimestamp("submitted_at")).toInstant(),
                day(limit),
                day(answerBy),
                ended == null ? null : ended.toInstant(),
                row.getString("worker_name"),
                row.getString("employer_name"),
                row.getString("employer_siret"),
                row.getString("labels"),
                answered == null ? Map.of() : json.readValue(answered, VALUES));
    }

    private static @Nullable LocalDate day(@Nullable Date day) {
        return day == null ? null : day.toLocalDate();
    }
}
