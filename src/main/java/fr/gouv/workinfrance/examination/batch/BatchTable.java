package fr.gouv.workinfrance.examination.batch;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.examination.batch.Batch.Act;
import fr.gouv.workinfrance.examination.batch.Batch.Line;
import fr.gouv.workinfrance.examination.batch.Batch.Result;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The SQL of acts on many dossiers.
@Component
final class BatchTable {

    private static final String INSERT =
            """
            insert into examination.batch (id, act, what, asked_by, asked_at)
            values (:id, :act, :what, :by, :at)
            """;

    private static final String LINES =
            """
            insert into examination.batch_line (batch, number, dossier)
            select :batch, n, dossier from unnest(:dossiers) with ordinality as d (dossier, n)
            """;

    private static final String FIND =
            "select * from examination.batch where id = :id and asked_by = :by";

    private static final String BY_ID = "select * from examination.batch where id = :id";

    private static final String LINES_OF =
            """
            select l.*, d.reference
              from examination.batch_line l join dossier.worklist d on d.id = l.dossier
             where l.batch = :batch
             order by l.number
            """;

    private static final String SETTLE =
            """
            update examination.batch_line set result = :result, detail = :detail
             where batch = :batch and number = :number
            """;

    private static final String LOADS =
            """
            select assignee, count(*) as load from dossier.worklist
             where office = :office and assignee is not null
               and stage in ('SUBMITTED', 'COMPLETE', 'IN_EXAMINATION', 'AWAITING_SIGNATURE')
             group by assignee
            """;

    private final JdbcClient jdbc;

    BatchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, Act act, @Nullable String what, UUID by, Instant at, List<UUID> dossiers) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("act", act.name())
                .param("what", what)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql(LINES)
                .param("batch", id)
                .param("dossiers", dossiers.toArray(UUID[]::new))
                .update();
    }

    Optional<Batch> find(UUID id, UUID by) {
        return jdbc.sql(FIND).param("id", id).param("by", by).query(this::batch).optional();
    }

    Optional<Batch> find(UUID id) {
        return jdbc.sql(BY_ID).param("id", id).query(this::batch).optional();
    }

    void settle(UUID batch, int number, Result result, @Nullable String detail) {
        jdbc.sql(SETTLE)
                .param("batch", batch)
                .param("number", number)
                .param("result", result.name())
                .param("detail", detail)
                .update();
    }

    /// How many open dossiers each has in charge in an office.
    Map<UUID, Long> loads(String office) {
        Map<UUID, Long> loads = new HashMap<>();
        jdbc.sql(LOADS)
                .param("office", office)
                .query(
                        row -> {
                            loads.put(row.getObject("assignee", UUID.class), row.getLong("load"));
                        });
        return loads;
    }

    private Batch batch(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Batch(
                id,
                Act.valueOf(requireNonNull(row.getString("act"))),
                row.getString("what"),
                row.getObject("asked_by", UUID.class),
                requireNonNull(row.getTimestamp("asked_at")).toInstant(),
                jdbc.sql(LINES_OF).param("batch", id).query(BatchTable::line).list());
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        return new Line(
                row.getInt("number"),
                row.getObject("dossier", UUID.class),
                requireNonNull(row.getString("reference")),
                result == null ? null : Result.valueOf(result),
                row.getString("detail"));
    }
}
