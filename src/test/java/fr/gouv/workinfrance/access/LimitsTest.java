package fr.gouv.workinfrance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

@WifTest
class LimitsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired Limits limits;
    @Autowired LimitTable gauges;
    @Autowired Pepper pepper;
    @Autowired SettableClock clock;
    @Autowired Queue queue;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final String key = "test:" + UUID.randomUUID();

    @Test
    void so_many_may_come_at_once_and_no_more() {
        for (int i = 0; i < 4; i++) {
            assertThat(limits.allow(key, 4, HOUR)).isTrue();
        }
        assertThat(limits.allow(key, 4, HOUR)).isFalse();
        assertThat(limits.allow(key + "-other", 4, HOUR)).isTrue();
    }

    @Test
    void the_allowance_comes_back_evenly_and_refused_tries_do_not_delay_it() {
        for (int i = 0; i < 4; i++) {
            limits.allow(key, 4, HOUR);
        }
        assertThat(limits.allowedFrom(key, 4, HOUR))
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
        clock.advance(Duration.ofMinutes(14));
        assertThat(limits.allow(key, 4, HOUR)).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(limits.allow(key, 4, HOUR)).isTrue();
        assertThat(limits.allow(key, 4, HOUR)).isFalse();
        clock.advance(HOUR);
        for (int i = 0; i < 4; i++) {
            assertThat(limits.allow(key, 4, HOUR)).isTrue();
        }
        assertThat(limits.allow(key, 4, HOUR)).isFalse();
    }

    @Test
    void two_nodes_count_together_even_at_the_same_instant() throws Exception {
        var other = new Limits(new LimitTable(jdbc), pepper, clock);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> here = () -> limits.allow(key, 10, HOUR);
            Callable<Boolean> there = () -> other.allow(key, 10, HOUR);
            var tries = Stream.generate(() -> Stream.of(here, there)).limit(20).flatMap(s -> s);
            long allowed = 0;
            for (var each : threads.invokeAll(tries.toList())) {
                allowed += each.get() ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(10);
        }
    }

    @Test
    void what_is_limited_is_not_kept_in_clear() {
        limits.allow(key, 4, HOUR);
        assertThat(jdbc.sql("select key from access.limit_gauge").query(String.class).list())
                .isNotEmpty()
                .allSatisfy(kept -> assertThat(kept).matches("[0-9a-f]{64}"));
    }

    @Test
    void a_count_cannot_be_undone_by_a_rollback() {
        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        status -> limits.allow(key, 4, HOUR)))
                .hasMessageContaining("Existing transaction");
    }

    @Test
    void limits_that_hold_nobody_back_any_more_are_thrown_away() {
        limits.allow(key, 4, HOUR);
        var hidden = pepper.mac("limit", key);
        assertThat(gauges.emptyAt(hidden)).isPresent();
        gauges.purge(clock.instant().plus(Duration.ofMinutes(14)));
        assertThat(gauges.emptyAt(hidden)).isPresent();
        gauges.purge(clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(gauges.emptyAt(hidden)).isEmpty();
    }
}
