package fr.gouv.workinfrance.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// All the SQL of `access.limit_gauge`.
@Component
final class LimitTable {

    /// A row is a leaking gauge: `empty_at` is when all that was poured in has leaked out. Each hit
    /// pours in one step; the gauge takes no more than one window. A refused hit pours nothing.
    private static final String POUR =
            """
            insert into access.limit_gauge as gauge (key, empty_at)
            values (:key, :poured)
            on conflict (key) do update
            set empty_at = greatest(gauge.empty_at + :step * interval '1 microsecond', excluded.empty_at)
            where gauge.empty_at + :step * interval '1 microsecond' <= :brim
            """;

    private static final String EMPTY_AT =
            """
            select empty_at from access.limit_gauge where key = :key
            """;

    private static final String PURGE =
            """
            delete from access.limit_gauge where empty_at <= :now
            """;

    private final JdbcClient jdbc;

    LimitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean pour(String key, Duration step, Duration window, Instant now) {
        return jdbc.sql(POUR)
                        .param("key", key)
                        .param("poured", Timestamp.from(now.plus(step)))
                        .param("step", step.toNanos() / 1_000)
                        .param("brim", Timestamp.from(now.plus(window)))
                        .update()
                == 1;
    }

    Optional<Instant> emptyAt(String key) {
        return jdbc.sql(EMPTY_AT)
                .param("key", key)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    int purge(Instant now) {
        return jdbc.sql(PURGE).param("now", Timestamp.from(now)).update();
    }
}
