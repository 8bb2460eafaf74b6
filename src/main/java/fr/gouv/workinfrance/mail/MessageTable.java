package fr.gouv.workinfrance.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// All the SQL of `mail.message`.
@Component
final class MessageTable {

    private static final String INSERT =
            """
            insert into mail.message (id, key, template, closed, state, attempts, posted_at, until)
            values (:id, :key, :template, :closed, 'QUEUED', 0, :at, :until)
            on conflict (key) do nothing
            """;

    private static final String WAITING =
            """
            select id, key, template, attempts, until
            from mail.message
            where id = :id and state = 'QUEUED'
            """;

    private static final String CLOSED =
            """
            select closed from mail.message where id = :id and closed is not null
            """;

    private static final String FAILED =
            """
            update mail.message
            set attempts = attempts + 1, next_try_at = :next
            where id = :id and state = 'QUEUED'
            """;

    private static final String SETTLE =
            """
            update mail.message
            set state = :state, settled_at = :at, status = :status, closed = null, next_try_at = null
            where id = :id and state = 'QUEUED'
            """;

    private static final String BOUNCE =
            """
            update mail.message
            set state = 'BOUNCED', settled_at = :at, status = :status
            where id = :id and state = 'SENT'
            """;

    private static final String DELIVERY =
            """
            select state, attempts, posted_at, next_try_at, settled_at, status
            from mail.delivery
            where key = :key
            """;

    private final JdbcClient jdbc;

    MessageTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A letter that has not been settled yet.
    record Waiting(UUID id, String key, String template, int attempts, @Nullable Instant until) {}

    /// Keeps a letter that waits.
    ///
    /// @return whether it was kept: false when the key was already there
    boolean insert(UUID id, Letter letter, byte[] closed, Instant at) {
        var until = letter.until();
        return jdbc.sql(INSERT)
                        .param("id", id)
                        .param("key", letter.key())
                        .param("template", letter.template())
                        .param("closed", closed)
                        .param("at", Timestamp.from(at))
                        .param("until", until == null ? null : Timestamp.from(until))
                        .update()
                == 1;
    }

    Optional<Waiting> waiting(UUID id) {
        return jdbc.sql(WAITING).param("id", id).query(MessageTable::waiting).optional();
    }

    /// Its encrypted words; nothing once it is settled.
    Optional<byte[]> closed(UUID id) {
        return jdbc.sql(CLOSED).param("id", id).query(byte[].class).optional();
    }

    void failed(UUID id, Instant next) {
        jdbc.sql(FAILED).param("id", id).param("next", Timestamp.from(next)).update();
    }

    /// Sent, refused or abandoned: either way its words and its address are erased.
    ///
    /// @param status why it was refused; absent when it was not
    /// @return whether it was still waiting
    boolean settle(UUID id, String state, @Nullable String status, Instant at) {
        return jdbc.sql(SETTLE)
                        .param("id", id)
                        .param("state", state)
                        .param("status", status)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /// Sent back by a server further on.
    ///
    /// @return whether it was held to be sent
    boolean bounce(UUID id, String status, Instant at) {
        return jdbc.sql(BOUNCE)
                        .param("id", id)
                        .param("status", status)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<Delivery> delivery(String key) {
        return jdbc.sql(DELIVERY).param("key", key).query(MessageTable::delivery).optional();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getString("template"),
                row.getInt("attempts"),
                instant(row, "until"));
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return Delivery.of(
                row.getString("state"),
                row.getInt("attempts"),
                instant(row, "posted_at"),
                instant(row, "next_try_at"),
                instant(row, "settled_at"),
                row.getString("status"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
