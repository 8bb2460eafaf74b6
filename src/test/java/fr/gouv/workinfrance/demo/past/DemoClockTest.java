package fr.gouv.workinfrance.demo.past;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

class DemoClockTest {

    private static final Instant PAST = Instant.parse("2026-09-01T07:12:00Z");
    private static final Duration MOMENT = Duration.ofSeconds(30);

    private final DemoClock clock = new DemoClock(Clock.systemUTC());

    @Test
    void it_goes_back_for_what_is_done_there_and_no_longer() {
        Instant there = clock.asOf(PAST, clock::instant);

        assertThat(there).isBetween(PAST, PAST.plus(MOMENT));
        assertThat(Duration.between(clock.instant(), Instant.now()).abs()).isLessThan(MOMENT);
    }

    @Test
    void it_goes_back_on_one_thread_alone() {
        Instant elsewhere =
                clock.asOf(PAST, () -> CompletableFuture.supplyAsync(clock::instant).join());

        assertThat(Duration.between(elsewhere, Instant.now()).abs()).isLessThan(MOMENT);
    }

    @Test
    void what_is_done_later_at_the_same_moment_comes_after() {
        Instant first = clock.asOf(PAST, clock::instant);
        Instant second = clock.asOf(PAST, clock::instant);

        assertThat(second).isAfterOrEqualTo(first);
        assertThat(clock.asOf(PAST.minus(Duration.ofDays(1)), clock::instant)).isBefore(first);
    }
}
