package fr.gouv.workinfrance.mail;

import java.time.Duration;

/// How long to wait before trying again: one minute, then twice as long each time, six hours at
/// most. Twelve tries span some twenty hours: a mail server that is down overnight loses nothing.
record Backoff(int most) {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);

    boolean exhausted(int attempts) {
        return attempts >= most;
    }

    /// How long to wait after a try that failed.
    ///
    /// @param attempts tries that failed, 1 or more
    Duration after(int attempts) {
        var doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, 20));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
