package fr.gouv.workinfrance.examination.export;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.examination.export.Export.Format;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The SQL of files that are asked for.
@Component
final class ExportTable {

    private static final String INSERT =
            """
            insert into examination.export (id, format, dossiers, asked_by, asked_at, language)
            values (:id, :format, :dossiers, :by, :at, :language)
            """;

    private static final String COLUMNS =
            """
            select id, format, cardinality(dossiers) as total, done, asked_by, asked_at, language,
                   handout, failed_at is not null as failed
              from examination.export
            """;

    private static final String FIND = COLUMNS + " where id = :id";

    private static final String LATEST =
            COLUMNS + " where asked_by = :by order by asked_at desc, id limit 10";

    private static final String DOSSIERS =
            "select unnest(dossiers) as dossier from examination.export where id = :id";

    private static final String DONE = "update examination.export set done = :done where id = :id";

    private static final String MADE =
            """
            update examination.export set handout = :handout, done = cardinality(dossiers)
             where id = :id
            """;

    private static final String FAILED =
            "update examination.export set failed_at = :at where id = :id";

    private static final String FORGET = "delete from examination.export where asked_at < :before";

    private final JdbcClient jdbc;

    ExportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, Format format, List<UUID> dossiers, UUID by, Instant at, String language) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("format", format.name())
                .param("dossiers", dossiers.toArray(UUID[]::new))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("language", language)
                .update();
    }

    Optional<Export> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(ExportTable::export).optional();
    }

    List<Export> latest(UUID by) {
        return jdbc.sql(LATEST).param("by", by).query(ExportTable::export).list();
    }

    List<UUID> dossiers(UUID id) {
        return jdbc.sql(DOSSIERS)
                .param("id", id)
                .query((row, _) -> row.getObject("dossier", UUID.class))
                .list();
    }

    void done(UUID id, int done) {
        jdbc.sql(DONE).param("id", id).param("done", done).update();
    }

    void made(UUID id, DocumentId handout) {
        jdbc.sql(MADE).param("id", id).param("handout", handout.value()).update();
    }

    void failed(UUID id, Instant at) {
        jdbc.sql(FAILED).param("id", id).param("at", Timestamp.from(at)).update();
    }

    int forget(Instant before) {
        return jdbc.sql(FORGET).param("before", Timestamp.from(before)).update();
    }

    private static Export export(ResultSet row, int number) throws SQLException {
        UUID handout = row.getObject("handout", UUID.class);
        return new Export(
                row.getObject("id", UUID.class),
                Format.valueOf(requireNonNull(row.getString("format"))),
                row.getInt("total"),
                row.getInt("done"),
                row.getObject("asked_by", UUID.class),
                requireNonNull(row.getTimestamp("asked_at")).toInstant(),
                requireNonNull(row.getString("language")),
                handout == null ? null : new DocumentId(handout),
                row.getBoolean("failed"));
    }
}
