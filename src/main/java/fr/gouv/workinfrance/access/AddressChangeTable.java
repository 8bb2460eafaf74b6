package fr.gouv.workinfrance.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// All the SQL of `access.address_change`.
@Component
final class AddressChangeTable {

    private static final String INSERT =
            """
            insert into access.address_change (id, account, from_email, to_email, way, code_mac,
                                               tries_left, created_at, until)
            values (:id, :account, :from, :to, :way, :mac, :tries, :at, :until)
            """;

    private static final String LOCK =
            """
            select id, account, from_email, to_email, way, code_mac, tries_left, until, refusable_until
            from access.address_change
            where id = :id and confirmed_at is null
            for update
            """;

    private static final String MISSED =
            """
            update access.address_change set tries_left = tries_left - 1 where id = :id
            """;

    private static final String CONFIRMED =
            """
            update access.address_change
            set confirmed_at = :at, refusal_mac = :mac, refusable_until = :until
            where id = :id
            """;

    private static final String REFUSABLE =
            """
            select id, account, from_email, to_email, way, code_mac, tries_left, until, refusable_until
            from access.address_change
            where refusal_mac = :mac and refused_at is null and refusable_until > :at
            for update
            """;

    /// What was changed after it falls with it: whoever made it may have made those.
    private static final String REFUSED =
            """
            update access.address_change
            set refused_at = :at
            where account = :account and refused_at is null and confirmed_at >=
                  (select confirmed_at from access.address_change where id = :id)
            """;

    private static final String PURGE =
            """
            delete from access.address_change
            where created_at < :before and (refusable_until is null or refusable_until < :before)
            """;

    private final JdbcClient jdbc;

    AddressChangeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How the person proved who he is.
    enum Way {
        SIGNED_IN,
        RESCUE
    }

    /// A change that was asked for.
    record Asked(
            UUID id,
            UUID account,
            EmailAddress from,
            EmailAddress to,
            Way way,
            String codeMac,
            int triesLeft,
            Instant until) {}

    void insert(Asked change, Instant at) {
        jdbc.sql(INSERT)
                .param("id", change.id())
                .param("account", change.account())
                .param("from", change.from().value())
                .param("to", change.to().value())
                .param("way", change.way().name())
                .param("mac", change.codeMac())
                .param("tries", change.triesLeft())
                .param("at", Timestamp.from(at))
                .param("until", Timestamp.from(change.until()))
                .update();
    }

    /// A change that waits for its code, held until the end of the transaction.
    Optional<Asked> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(AddressChangeTable::asked).optional();
    }

    void missed(UUID id) {
        jdbc.sql(MISSED).param("id", id).update();
    }

    void confirmed(UUID id, Instant at, String refusalMac, Instant refusableUntil) {
        jdbc.sql(CONFIRMED)
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("mac", refusalMac)
                .param("until", Timestamp.from(refusableUntil))
                .update();
    }

    /// The change that the holder of the link can still undo, held until the end of the
    /// transaction; `until` is then that of the link.
    Optional<Asked> refusable(String refusalMac, Instant at) {
        return jdbc.sql(REFUSABLE)
                .param("mac", refusalMac)
                .param("at", Timestamp.from(at))
                .query(
                        (row, number) -> {
                            Asked asked = asked(row, number);
                            return new Asked(
                                    asked.id(),
                                    asked.account(),
                                    asked.from(),
                                    asked.to(),
                                    asked.way(),
                                    asked.codeMac(),
                                    asked.triesLeft(),
                                    row.getTimestamp("refusable_until").toInstant());
                        })
                .optional();
    }

    void refused(Asked change, Instant at) {
        jdbc.sql(REFUSED)
                .param("id", change.id())
                .param("account", change.account())
                .param("at", Timestamp.from(at))
                .update();
    }

    int purge(Instant before) {
        return jdbc.sql(PURGE).param("before", Timestamp.from(before)).update();
    }

    private static Asked asked(ResultSet row, int number) throws SQLException {
        return new Asked(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                new EmailAddress(row.getString("from_email")),
                new EmailAddress(row.getString("to_email")),
                Way.valueOf(row.getString("way")),
                row.getString("code_mac"),
                row.getInt("tries_left"),
                row.getTimestamp("until").toInstant());
    }
}
