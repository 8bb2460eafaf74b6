package fr.gouv.workinfrance.journal;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The SQL of checkpoints.
@Component
final class CheckpointTable {

    private static final int FETCH = 1000;

    private static final String HOLD = "select 1 from (select pg_advisory_xact_lock(7231094)) held";

    private static final String LAST =
            "select * from journal.checkpoint order by number desc limit 1";

    /// What waits for an entry that is gone stays there, for the verification to find.
    private static final String TAKE =
            """
            with taken as (
                delete from journal.waiting w
                 using journal.entry e
                 where e.subject_kind = w.subject_kind and e.subject_id = w.subject_id
                   and e.number = w.number
                returning e.subject_kind, e.subject_id, e.number, e.hash)
            select distinct on (subject_kind, subject_id)
                   subject_kind, subject_id, number as length, encode(hash, 'hex') as head
              from taken
             order by subject_kind, subject_id, number desc
            """;

    private static final String INSERT =
            """
            insert into journal.checkpoint (number, at, previous, hash, signature)
            values (:number, :at, :previous, :hash, :signature)
            """;

    private static final String INSERT_LINES =
            """
            insert into journal.checkpoint_line (checkpoint, subject_kind, subject_id, length, head)
            select :checkpoint, kind, id, length, decode(head, 'hex')
              from unnest(:kinds::text[], :ids::text[], :lengths::bigint[], :heads::text[])
                   as line (kind, id, length, head)
            """;

    private static final String ALL =
            """
            select c.number, c.at, c.previous, c.hash, c.signature,
                   l.subject_kind, l.subject_id, l.length,
                   encode(l.head, 'hex') as head, encode(e.hash, 'hex') as found
              from journal.checkpoint c
              left join journal.checkpoint_line l on l.checkpoint = c.number
              left join journal.entry e
                     on e.subject_kind = l.subject_kind and e.subject_id = l.subject_id
                    and e.number = l.length
             order by c.number
            """;

    private final JdbcClient jdbc;

    CheckpointTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Checkpoint(long number, Instant at, String previous, String hash, byte[] signature) {}

    /// A chain as a checkpoint saw it, and the hash that stands at its end now.
    record Line(String kind, String id, long length, String head, Optional<String> found) {
        String text() {
            return "%s:%s %d %s".formatted(kind, id, length, head);
        }
    }

    void hold() {
        jdbc.sql(HOLD).query(Integer.class).single();
    }

    Optional<Checkpoint> last() {
        return jdbc.sql(LAST).query((row, _) -> checkpoint(row)).optional();
    }

    /// The chains that grew since the last checkpoint, which no other checkpoint will list for
    /// that.
    List<Line> take() {
        return jdbc.sql(TAKE)
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
                .param("previous", checkpoint.previous())
                .param("hash", checkpoint.hash())
                .param("signature", checkpoint.signature())
                .update();
        jdbc.sql(INSERT_LINES)
                .param("checkpoint", checkpoint.number())
                .param("kinds", lines.stream().map(Line::kind).toArray(String[]::new))
                .param("ids", lines.stream().map(Line::id).toArray(String[]::new))
                .param("lengths", lines.stream().map(Line::length).toArray(Long[]::new))
                .param("heads", lines.stream().map(Line::head).toArray(String[]::new))
                .update();
    }

    /// Every checkpoint in order, once for each of its lines, read as they are handed over; one
    /// that has lost its lines comes once, without a line.
    void each(BiConsumer<Checkpoint, Optional<Line>> reader) {
        RowCallbackHandler row =
                found -> {
                    Optional<String> kind = Optional.ofNullable(found.getString("subject_kind"));
                    Optional<Line> line =
                            kind.isEmpty() ? Optional.empty() : Optional.of(line(found));
                    reader.accept(checkpoint(found), line);
                };
        jdbc.sql(ALL).withFetchSize(FETCH).query(row);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                text(row, "subject_kind"),
                text(row, "subject_id"),
                row.getLong("length"),
                text(row, "head"),
                Optional.ofNullable(row.getString("found")));
    }

    private static Checkpoint checkpoint(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getLong("number"),
                requireNonNull(row.getTimestamp("at")).toInstant(),
                text(row, "previous"),
                text(row, "hash"),
                requireNonNull(row.getBytes("signature")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getString(column));
    }
}
