package fr.gouv.workinfrance.journal;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The SQL of checkpoints, and of reading the whole journal again.
@Component
final class CheckpointTable {

    private static final String HOLD = "select 1 from (select pg_advisory_xact_lock(7231094)) held";

    private static final String LAST =
            "select * from journal.checkpoint order by number desc limit 1";

    private static final String ALL = "select * from journal.checkpoint order by number";

    private static final String HORIZON = "select pg_snapshot_xmin(pg_current_snapshot())::text";

    private static final String GREW =
            """
            select e.subject_kind, e.subject_id, max(e.number) as length,
                   (array_agg(e.hash order by e.number desc))[1] as head
              from journal.entry e
             where e.written_by >= :since::xid8
               and pg_visible_in_snapshot(e.written_by, pg_current_snapshot())
             group by e.subject_kind, e.subject_id
             order by e.subject_kind, e.subject_id
            """;

    private static final String INSERT =
            """
            insert into journal.checkpoint (number, at, seen_before, previous, hash, signature)
            values (:number, :at, :seenBefore::xid8, :previous, :hash, :signature)
            """;

    private static final String INSERT_LINE =
            """
            insert into journal.checkpoint_line (checkpoint, subject_kind, subject_id, length, head)
            values (:checkpoint, :kind, :id, :length, :head)
            """;

    private static final String LINES =
            """
            select l.subject_kind, l.subject_id, l.length, l.head, e.hash as found
              from journal.checkpoint_line l
              left join journal.entry e
                     on e.subject_kind = l.subject_kind and e.subject_id = l.subject_id
                    and e.number = l.length
             where l.checkpoint = :checkpoint
             order by l.subject_kind, l.subject_id
            """;

    private static final String ENTRIES =
            """
            select e.*, p.salt, p.body
              from journal.entry e
              left join journal.payload p using (subject_kind, subject_id, number)
             order by e.subject_kind, e.subject_id, e.number
            """;

    private final JdbcClient jdbc;

    CheckpointTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Checkpoint(
            long number,
            Instant at,
            String seenBefore,
            String previous,
            String hash,
            byte[] signature) {}

    /// A chain as a checkpoint saw it, and the hash that stands at its end now.
    record Line(String kind, String id, long length, String head, Optional<String> found) {
        String text() {
            return "%s:%s %d %s".formatted(kind, id, length, head);
        }
    }

    /// An entry as it stands, with all that lets one check it.
    record Row(
            Entry entry,
            String facts,
            String commitment,
            String previous,
            String canonical,
            String hash,
            byte[] signature,
            Optional<JournalTable.Payload> payload) {}

    void hold() {
        jdbc.sql(HOLD).query(Integer.class).single();
    }

    Optional<Checkpoint> last() {
        return jdbc.sql(LAST).query(CheckpointTable::checkpoint).optional();
    }

    List<Checkpoint> all() {
        return jdbc.sql(ALL).query(CheckpointTable::checkpoint).list();
    }

    String horizon() {
        return jdbc.sql(HORIZON).query(String.class).single();
    }

    List<Line> grewSince(String horizon) {
        return jdbc.sql(GREW)
                .param("since", horizon)
                .query(
                        (row, _) ->
                                new Line(
                                        text(row, "subject_kind"),
                                        text(row, "subject_id"),
                                        row.getLong("length"),
                                        text(row, "head"),
                                        Optional.empty()))
                .list();
    }

    void insert(Checkpoint checkpoint, List<Line> lines) {
        jdbc.sql(INSERT)
                .param("number", checkpoint.number())
                .param("at", Timestamp.from(checkpoint.at()))
                .param("seenBefore", checkpoint.seenBefore())
                .param("previous", checkpoint.previous())
                .param("hash", checkpoint.hash())
                .param("signature", checkpoint.signature())
                .update();
        for (Line line : lines) {
            jdbc.sql(INSERT_LINE)
                    .param("checkpoint", checkpoint.number())
                    .param("kind", line.kind())
                    .param("id", line.id())
                    .param("length", line.length())
                    .param("head", line.head())
                    .update();
        }
    }

    List<Line> lines(long checkpoint) {
        return jdbc.sql(LINES)
                .param("checkpoint", checkpoint)
                .query(
                        (row, _) ->
                                new Line(
                                        text(row, "subject_kind"),
                                        text(row, "subject_id"),
                                        row.getLong("length"),
                                        text(row, "head"),
                                        Optional.ofNullable(row.getString("found"))))
                .list();
    }

    /// Every entry, chain after chain, read as it is asked for.
    Stream<Row> entries() {
        return jdbc.sql(ENTRIES).withFetchSize(1000).query(CheckpointTable::row).stream();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String salt = row.getString("salt");
        return new Row(
                new Entry(
                        new Subject(text(row, "subject_kind"), text(row, "subject_id")),
                        row.getLong("number"),
                        requireNonNull(row.getTimestamp("at")).toInstant(),
                        new Actor(
                                Actor.Kind.valueOf(text(row, "actor_kind")), text(row, "actor_id")),
                        text(row, "act"),
                        Map.of(),
                        Map.of()),
                text(row, "facts"),
                text(row, "commitment"),
                text(row, "previous"),
                text(row, "canonical"),
                text(row, "hash"),
                requireNonNull(row.getBytes("signature")),
                salt == null
                        ? Optional.empty()
                        : Optional.of(new JournalTable.Payload(salt, text(row, "body"))));
    }

    private static Checkpoint checkpoint(ResultSet row, int number) throws SQLException {
        return new Checkpoint(
                row.getLong("number"),
                requireNonNull(row.getTimestamp("at")).toInstant(),
                text(row, "seen_before"),
                text(row, "previous"),
                text(row, "hash"),
                requireNonNull(row.getBytes("signature")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getString(column));
    }
}
