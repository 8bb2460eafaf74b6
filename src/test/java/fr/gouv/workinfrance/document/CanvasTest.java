package fr.gouv.workinfrance.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// The pixels that are in memory at once.
@Timeout(20)
class CanvasTest {

    /// More than there is on any machine that runs the tests.
    private static final long ALL = 1_000_000_000_000L;

    @Test
    void an_image_painted_with_a_pattern_that_holds_others_never_waits_for_itself() {
        try (var _ = Canvas.take(ALL);
                var _ = Canvas.take(ALL)) {
            assertThat(Canvas.take(1)).isNotNull();
        }
    }

    @Test
    void who_comes_when_all_is_taken_waits_until_it_is_given_back() throws Exception {
        CountDownLatch come = new CountDownLatch(1);
        try (var other = Executors.newSingleThreadExecutor()) {
            Future<Boolean> drawn;
            try (var _ = Canvas.take(ALL)) {
                drawn =
                        other.submit(
                                () -> {
                                    come.countDown();
                                    try (var _ = Canvas.take(1)) {
                                        return true;
                                    }
                                });
                come.await();
                assertThat(drawn.isDone()).isFalse();
            }
            assertThat(drawn.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
