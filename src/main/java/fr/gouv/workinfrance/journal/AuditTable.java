package fr.gouv.workinfrance.journal;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The SQL of reading every entry again.
@Component
final class AuditTable {

    private static final int FETCH = 1000;

    private static final String ENTRIES =
            """
            with covered as (
                select subject_kind, subject_id, max(length) as length
                  from journal.checkpoint_line
                 group by subject_kind, subject_id)
            select e.*, encode(e.hash, 'hex') as hex, encode(e.commitment, 'hex') as committed,
                   w.number is not null as waiting, e.number <= coalesce(c.length, 0) as covered
              from journal.entry e
              left join journal.waiting w using (subject_kind, subject_id, number)
              left join covered c using (subject_kind, subject_id)
             order by e.subject_kind, e.subject_id, e.number
            """;

    private static final String LOST =
            """
            select subject_kind, subject_id, number
              from journal.waiting w
             where not exists (
                       select from journal.entry e
                        where e.subject_kind = w.subject_kind and e.subject_id = w.subject_id
                          and e.number = w.number)
             order by subject_kind, subject_id, number
             limit :most
            """;

    private final JdbcClient jdbc;

    AuditTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An entry as its columns stand, whatever they hold now.
    ///
    /// @param waiting for a checkpoint
    /// @param covered by a checkpoint that lists its chain at least as long
    record Row(
            String kind,
            String id,
            long number,
            Instant at,
            String actorKind,
            String actorId,
            String act,
            String facts,
            String commitment,
            String hash,
            byte[] signature,
            Optional<JournalTable.Payload> payload,
            boolean waiting,
            boolean covered) {

        String subject() {
            return kind + ":" + id;
        }
    }

    /// Which entry of which chain.
    record Place(String subject, long number) {}

    /// Every entry, chain after chain, read as it is handed over.
    void each(Consumer<Row> reader) {
        RowCallbackHandler row = found -> reader.accept(row(found));
        jdbc.sql(ENTRIES).withFetchSize(FETCH).query(row);
    }

    /// Entries that wait for a checkpoint and are not there any more.
    ///
    /// @param most how many to tell
    List<Place> lost(int most) {
        return jdbc.sql(LOST)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Place(
                                        text(row, "subject_kind") + ":" + text(row, "subject_id"),
                                        row.getLong("number")))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        String salt = row.getString("salt");
        return new Row(
                text(row, "subject_kind"),
                text(row, "subject_id"),
                row.getLong("number"),
                requireNonNull(row.getTimestamp("at")).toInstant(),
                text(row, "actor_kind"),
                text(row, "actor_id"),
                text(row, "act"),
                text(row, "facts"),
                Optional.ofNullable(row.getString("committed")).orElse(Sha256.NOTHING.hex()),
                text(row, "hex"),
                requireNonNull(row.getBytes("signature")),
                salt == null
                        ? Optional.empty()
                        : Optional.of(new JournalTable.Payload(salt, text(row, "body"))),
                row.getBoolean("waiting"),
                row.getBoolean("covered"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getString(column));
    }
}
