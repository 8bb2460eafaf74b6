package fr.gouv.workinfrance.document;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The SQL of files that are made to be fetched.
@Component
final class HandoutTable {

    private static final String INSERT =
            """
            insert into document.handout (id, name, media_type, size, wrapped, made_at, until_at)
            values (:id, :name, :mediaType, :size, :wrapped, :madeAt, :until)
            """;

    private static final String FIND =
            "select * from document.handout where id = :id and until_at > :now";

    private static final String OVER =
            "delete from document.handout where until_at <= :now returning id";

    private final JdbcClient jdbc;

    HandoutTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Kept(Handout handout, DocumentKey.Wrapped key) {}

    void insert(Handout handout, DocumentKey.Wrapped key) {
        jdbc.sql(INSERT)
                .param("id", handout.id().value())
                .param("name", handout.name())
                .param("mediaType", handout.mediaType())
                .param("size", handout.size())
                .param("wrapped", key.bytes())
                .param("madeAt", Timestamp.from(handout.madeAt()))
                .param("until", Timestamp.from(handout.until()))
                .update();
    }

    Optional<Kept> find(DocumentId id, Instant now) {
        return jdbc.sql(FIND)
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .query(HandoutTable::kept)
                .optional();
    }

    /// Destroys the keys of those whose time is over.
    List<DocumentId> over(Instant now) {
        return jdbc.sql(OVER)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new DocumentId(row.getObject("id", UUID.class)))
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                new Handout(
                        new DocumentId(row.getObject("id", UUID.class)),
                        requireNonNull(row.getString("name")),
                        requireNonNull(row.getString("media_type")),
                        row.getLong("size"),
                        requireNonNull(row.getTimestamp("made_at")).toInstant(),
                        requireNonNull(row.getTimestamp("until_at")).toInstant()),
                new DocumentKey.Wrapped(requireNonNull(row.getBytes("wrapped"))));
    }
}
