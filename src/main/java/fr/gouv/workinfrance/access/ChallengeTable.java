package fr.gouv.workinfrance.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// All the SQL of `access.challenge`.
@Component
final class ChallengeTable {

    private static final String INSERT =
            """
            insert into access.challenge (id, email, language, code_mac, tries_left, created_at, until)
            values (:id, :email, :language, :mac, :tries, :at, :until)
            """;

    private static final String LOCK =
            """
            select id, email, language, code_mac, tries_left, until, redeemed_at is not null as redeemed
            from access.challenge
            where id = :id
            for update
            """;

    private static final String REDEEMED =
            """
            update access.challenge set redeemed_at = :at where id = :id
            """;

    private static final String MISSED =
            """
            update access.challenge set tries_left = tries_left - 1 where id = :id
            """;

    private static final String PURGE =
            """
            delete from access.challenge where until < :before
            """;

    private final JdbcClient jdbc;

    ChallengeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A code that was sent.
    record Sent(
            UUID id,
            EmailAddress email,
            String language,
            String codeMac,
            int triesLeft,
            Instant until,
            boolean redeemed) {}

    void insert(Sent challenge, Instant at) {
        jdbc.sql(INSERT)
                .param("id", challenge.id())
                .param("email", challenge.email().value())
                .param("language", challenge.language())
                .param("mac", challenge.codeMac())
                .param("tries", challenge.triesLeft())
                .param("at", Timestamp.from(at))
                .param("until", Timestamp.from(challenge.until()))
                .update();
    }

    /// The challenge, held until the end of the transaction: two tries never run at once.
    Optional<Sent> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(ChallengeTable::sent).optional();
    }

    void redeemed(UUID id, Instant at) {
        jdbc.sql(REDEEMED).param("id", id).param("at", Timestamp.from(at)).update();
    }

    void missed(UUID id) {
        jdbc.sql(MISSED).param("id", id).update();
    }

    int purge(Instant before) {
        return jdbc.sql(PURGE).param("before", Timestamp.from(before)).update();
    }

    private static Sent sent(ResultSet row, int number) throws SQLException {
        return new Sent(
                row.getObject("id", UUID.class),
                new EmailAddress(row.getString("email")),
                row.getString("language"),
                row.getString("code_mac"),
                row.getInt("tries_left"),
                row.getTimestamp("until").toInstant(),
                row.getBoolean("redeemed"));
    }
}
