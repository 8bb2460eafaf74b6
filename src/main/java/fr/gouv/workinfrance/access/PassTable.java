package fr.gouv.workinfrance.access;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// All the SQL of `access.pass`.
@Component
final class PassTable {

    private static final String INSERT =
            """
            insert into access.pass
                   (id, scope_kind, scope_id, email, token_mac, made_at, made_by, until, state)
            values (:id, :kind, :scope, :email, :token, :at, :by, :until, 'OPEN')
            """;

    private static final String BY_TOKEN = "select * from access.pass where token_mac = :token";

    private static final String LAST =
            """
            select * from access.pass
             where scope_kind = :kind and scope_id = :scope
             order by made_at desc
             limit 1
            """;

    private static final String CODE =
            """
            update access.pass set code_mac = :code, code_until = :until, tries_left = :tries
             where id = :id
            """;

    private static final String MISSED =
            "update access.pass set tries_left = tries_left - 1 where id = :id";

    /// The code has served: it opens nothing twice.
    private static final String ENTERED =
            """
            update access.pass
               set code_mac = null, code_until = null, tries_left = null,
                   key_mac = :key, key_until = :until
             where id = :id
            """;

    private static final String END =
            """
            update access.pass
               set state = :state, ended_at = :at, code_mac = null, code_until = null,
                   tries_left = null, key_mac = null, key_until = null
             where id = :id and state = 'OPEN'
            """;

    private final JdbcClient jdbc;

    PassTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A pass, and what opens it.
    record Locked(
            Pass pass,
            @Nullable String codeMac,
            @Nullable Instant codeUntil,
            int triesLeft,
            @Nullable String keyMac,
            @Nullable Instant keyUntil) {}

    void insert(Pass pass, String token, UUID by) {
        jdbc.sql(INSERT)
                .param("id", pass.id())
                .param("kind", pass.scope().kind())
                .param("scope", pass.scope().id())
                .param("email", pass.email())
                .param("token", token)
                .param("at", Timestamp.from(pass.madeAt()))
                .param("by", by)
                .param("until", Timestamp.from(pass.until()))
                .update();
    }

    Optional<Locked> find(String token) {
        return jdbc.sql(BY_TOKEN).param("token", token).query(PassTable::locked).optional();
    }

    /// The same, held until the end of the transaction: two tries never run at once.
    Optional<Locked> lock(String token) {
        return jdbc.sql(BY_TOKEN + " for update")
                .param("token", token)
                .query(PassTable::locked)
                .optional();
    }

    /// The one that was last made.
    Optional<Pass> last(Scope scope) {
        return jdbc.sql(LAST)
                .param("kind", scope.kind())
                .param("scope", scope.id())
                .query(PassTable::pass)
                .optional();
    }

    void code(UUID id, String mac, Instant until, int tries) {
        jdbc.sql(CODE)
                .param("id", id)
                .param("code", mac)
                .param("until", Timestamp.from(until))
                .param("tries", tries)
                .update();
    }

    void missed(UUID id) {
        jdbc.sql(MISSED).param("id", id).update();
    }

    void entered(UUID id, String key, Instant until) {
        jdbc.sql(ENTERED)
                .param("id", id)
                .param("key", key)
                .param("until", Timestamp.from(until))
                .update();
    }

    /// Ends one that is open.
    ///
    /// @return whether it was
    boolean end(UUID id, Pass.State state, Instant at) {
        return jdbc.sql(END)
                        .param("id", id)
                        .param("state", state.name())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    private static Pass pass(ResultSet row, int number) throws SQLException {
        return new Pass(
                row.getObject("id", UUID.class),
                new Scope(row.getString("scope_kind"), row.getString("scope_id")),
                row.getString("email"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("until").toInstant(),
                Pass.State.valueOf(row.getString("state")),
                instant(row, "ended_at"));
    }

    private static Locked locked(ResultSet row, int number) throws SQLException {
        return new Locked(
                pass(row, number),
                row.getString("code_mac"),
                instant(row, "code_until"),
                row.getInt("tries_left"),
                row.getString("key_mac"),
                instant(row, "key_until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
