package fr.gouv.workinfrance.demo.past;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.dossier.DossierId;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The SQL of how far each story has gone.
@Component
@Profile("demo")
final class StoryTable {

    private static final String BEGIN =
            """
            insert into demo.story (id, told_from, done) values (:id, :at, 0)
            on conflict do nothing
            """;

    private static final String ALL = "select id, told_from, done, dossier, code from demo.story";

    private static final String FIND = ALL + " where id = :id";

    /// Locked until the transaction ends: of two nodes, one does the step.
    private static final String ADVANCE =
            "update demo.story set done = done + 1 where id = :id and done = :number";

    private static final String KEEP_DOSSIER =
            "update demo.story set dossier = :dossier where id = :id";

    private static final String KEEP_CODE = "update demo.story set code = :code where id = :id";

    private static final String CLOSE = "update demo.story set done = :done where id = :id";

    private final JdbcClient jdbc;

    StoryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param done how many steps
    /// @param code of an invitation that was sent, to be typed with its link
    record Told(
            String id, Instant from, int done, @Nullable DossierId dossier, @Nullable String code) {

        DossierId opened() {
            return requireNonNull(dossier, "a story begins by opening a dossier");
        }
    }

    void begin(String id, Instant at) {
        jdbc.sql(BEGIN).param("id", id).param("at", Timestamp.from(at)).update();
    }

    List<Told> all() {
        return jdbc.sql(ALL).query(StoryTable::told).list();
    }

    Told find(String id) {
        return jdbc.sql(FIND).param("id", id).query(StoryTable::told).single();
    }

    /// Whether this step was still to be done, by nobody else.
    boolean advance(String id, int number) {
        return jdbc.sql(ADVANCE).param("id", id).param("number", number).update() == 1;
    }

    void keep(String id, DossierId dossier) {
        jdbc.sql(KEEP_DOSSIER).param("id", id).param("dossier", dossier.value()).update();
    }

    void keep(String id, String code) {
        jdbc.sql(KEEP_CODE).param("id", id).param("code", code).update();
    }

    /// Ends a story where it is.
    void close(String id, int done) {
        jdbc.sql(CLOSE).param("id", id).param("done", done).update();
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        UUID dossier = row.getObject("dossier", UUID.class);
        return new Told(
                requireNonNull(row.getString("id")),
                requireNonNull(row.getTimestamp("told_from")).toInstant(),
                row.getInt("done"),
                dossier == null ? null : new DossierId(dossier),
                row.getString("code"));
    }
}
