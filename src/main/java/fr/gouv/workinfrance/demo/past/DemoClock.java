package fr.gouv.workinfrance.demo.past;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/// The clock of the demonstration: that of the house, which can be put back while something is
/// done, so that what is told of the past bears its dates everywhere: dossier, ledger, journal,
/// deeds, letters. It ticks all the same.
@Component
@Profile("demo")
public final class DemoClock extends Clock {

    private static final ScopedValue<Duration> BACK = ScopedValue.newInstance();

    private static final Duration SAME_MOMENT = Duration.ofMinutes(1);

    private final Clock now;
    private Duration last = Duration.ZERO;

    DemoClock(@Qualifier("clock") Clock now) {
        this.now = now;
    }

    /// Does something as of a moment of the past, on this thread alone.
    public <T> T asOf(Instant moment, Supplier<T> something) {
        return ScopedValue.where(BACK, back(moment)).call(something::get);
    }

    /// What was just begun there goes on ticking: whatever is done at the same moment, by other
    /// threads, comes after it and not before.
    private synchronized Duration back(Instant moment) {
        Instant there = now.instant().minus(last);
        if (there.isBefore(moment) || there.isAfter(moment.plus(SAME_MOMENT))) {
            last = Duration.between(moment, now.instant());
        }
        return last;
    }

    @Override
    public Instant instant() {
        return now.instant().minus(BACK.orElse(Duration.ZERO));
    }

    @Override
    public ZoneId getZone() {
        return now.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DemoClock(now.withZone(zone));
    }
}
