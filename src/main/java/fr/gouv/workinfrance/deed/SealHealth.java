package fr.gouv.workinfrance.deed;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Shows on `/actuator/health` that the seal will soon have to be renewed, or can no longer seal.
@Component("seal")
class SealHealth implements HealthIndicator {

    private static final int WARNING_DAYS = 30;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Deeds deeds;
    private final Clock clock;

    SealHealth(Deeds deeds, Clock clock) {
        this.deeds = deeds;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Seal seal = deeds.seal();
        long days = ChronoUnit.DAYS.between(LocalDate.now(clock.withZone(PARIS)), seal.until());
        // Never DOWN: all the rest of the service works, and sealing catches up with a new seal.
        Health.Builder health = days < 0 ? Health.unknown() : Health.up();
        if (days <= WARNING_DAYS) {
            health.withDetail("warning", days < 0 ? "the seal has expired" : "renew the seal");
        }
        return health.withDetail("until", seal.until().toString())
                .withDetail("daysLeft", days)
                .withDetail("test", seal.test())
                .build();
    }
}
