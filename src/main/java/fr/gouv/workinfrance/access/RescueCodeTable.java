package fr.gouv.workinfrance.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/// All the SQL of `access.rescue_code`.
@Component
final class RescueCodeTable {

    private static final String INSERT =
            """
            insert into access.rescue_code (account, code_mac, made_at) values (:account, :mac, :at)
            """;

    private static final String LEFT =
            """
            select count(*) from access.rescue_code where account = :account and used_at is null
            """;

    private static final String SPEND =
            """
            update access.rescue_code
            set used_at = :at
            where account = :account and code_mac = :mac and used_at is null
            """;

    private static final String DROP =
            """
            delete from access.rescue_code where account = :account
            """;

    private final JdbcClient jdbc;

    RescueCodeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID account, String mac, Instant at) {
        jdbc.sql(INSERT)
                .param("account", account)
                .param("mac", mac)
                .param("at", Timestamp.from(at))
                .update();
    }

    int left(UUID account) {
        return jdbc.sql(LEFT).param("account", account).query(Integer.class).single();
    }

    /// Uses a code up.
    ///
    /// @return false when there is no such code, or it has served
    boolean spend(UUID account, String mac, Instant at) {
        return jdbc.sql(SPEND)
                        .param("account", account)
                        .param("mac", mac)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void drop(UUID account) {
        jdbc.sql(DROP).param("account", account).update();
    }
}
