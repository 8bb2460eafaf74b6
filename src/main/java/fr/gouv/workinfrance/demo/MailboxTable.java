package fr.gouv.workinfrance.demo;

import static java.util.Objects.requireNonNull;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/// The SQL of the demonstration's mailbox.
@Component
@Profile("demo")
final class MailboxTable {

    private static final String INSERT =
            """
            insert into demo.message (at, recipient, subject, body)
            values (:at, :recipient, :subject, :body)
            """;

    private static final String LAST =
            "select at, recipient, subject, body from demo.message order by id desc limit :limit";

    private final JdbcClient jdbc;

    MailboxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(SentMessage message) {
        jdbc.sql(INSERT)
                .param("at", Timestamp.from(message.at()))
                .param("recipient", message.recipient())
                .param("subject", message.subject())
                .param("body", message.body())
                .update();
    }

    List<SentMessage> last(int limit) {
        return jdbc.sql(LAST).param("limit", limit).query(MailboxTable::message).list();
    }

    private static SentMessage message(ResultSet row, int number) throws SQLException {
        return new SentMessage(
                instant(row),
                requireNonNull(row.getString("recipient")),
                requireNonNull(row.getString("subject")),
                requireNonNull(row.getString("body")));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return requireNonNull(row.getTimestamp("at")).toInstant();
    }
}
