package fr.gouv.workinfrance.reference.online;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// All the SQL of `reference.online_service` and `reference.online_answer`.
@Component
final class OnlineTable {

    /// A row is a leaking gauge: `empty_at` is when all that was poured in has leaked out. A call
    /// pours in one step, unless the gauge is full or the service is left alone.
    private static final String POUR =
            """
            insert into reference.online_service as service (name, empty_at, failures)
            values (:name, :poured, 0)
            on conflict (name) do update
            set empty_at = greatest(service.empty_at + :step * interval '1 microsecond', excluded.empty_at)
            where service.empty_at + :step * interval '1 microsecond' <= :brim
              and (service.shut_until is null or service.shut_until <= :now)
            """;

    private static final String FAILED =
            """
            update reference.online_service
            set failures = failures + 1,
                shut_until = case when failures + 1 >= :tolerated then :until else shut_until end
            where name = :name
            """;

    private static final String SHUT =
            """
            update reference.online_service
            set shut_until = greatest(coalesce(shut_until, :until), :until)
            where name = :name
            """;

    private static final String MENDED =
            """
            update reference.online_service
            set failures = 0, shut_until = null
            where name = :name and failures > 0
            """;

    private static final String KEEP =
            """
            insert into reference.online_answer (service, question, told, read_at)
            values (:name, :question, :told::jsonb, :at)
            on conflict (service, question) do update
            set told = excluded.told, read_at = excluded.read_at
            """;

    private static final String KEPT =
            """
            select told, read_at from reference.online_answer
            where service = :name and question = :question
            """;

    private static final String PURGE =
            """
            delete from reference.online_answer where read_at < :before
            """;

    /// What was answered, and when.
    record Kept<T>(T told, Instant readAt) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OnlineTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    boolean pour(Online service, Duration step, Duration brim, Instant now) {
        return jdbc.sql(POUR)
                        .param("name", service.name())
                        .param("poured", Timestamp.from(now.plus(step)))
                        .param("step", step.toNanos() / 1_000)
                        .param("brim", Timestamp.from(now.plus(brim)))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void failed(Online service, int tolerated, Instant until) {
        jdbc.sql(FAILED)
                .param("name", service.name())
                .param("tolerated", tolerated)
                .param("until", Timestamp.from(until))
                .update();
    }

    void shut(Online service, Instant until) {
        jdbc.sql(SHUT).param("name", service.name()).param("until", Timestamp.from(until)).update();
    }

    void mended(Online service) {
        jdbc.sql(MENDED).param("name", service.name()).update();
    }

    void keep(Online service, String question, Object told, Instant at) {
        jdbc.sql(KEEP)
                .param("name", service.name())
                .param("question", question)
                .param("told", json.writeValueAsString(told))
                .param("at", Timestamp.from(at))
                .update();
    }

    <T> Optional<Kept<T>> kept(Online service, String question, Class<T> type) {
        return jdbc.sql(KEPT)
                .param("name", service.name())
                .param("question", question)
                .query((row, _) -> kept(row, type))
                .optional();
    }

    private <T> Kept<T> kept(ResultSet row, Class<T> type) throws SQLException {
        return new Kept<>(
                json.readValue(row.getString("told"), type),
                row.getTimestamp("read_at").toInstant());
    }

    int purge(Instant before) {
        return jdbc.sql(PURGE).param("before", Timestamp.from(before)).update();
    }
}
