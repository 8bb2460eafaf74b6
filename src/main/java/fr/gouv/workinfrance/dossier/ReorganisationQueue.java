package fr.gouv.workinfrance.dossier;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import fr.gouv.workinfrance.journal.Actor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/// What happens on the day after the last day of an office: its successors have what it had. One
/// node does it, and what fails is tried again at the next look.
@Configuration(proxyBeanMethods = false)
class ReorganisationQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ReorganisationQueue.class);
    private static final Actor HOUSE = Actor.system("dossier-reorganisations");
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> dossierReorganisations(Reorganisations reorganisations) {
        return Tasks.recurring("dossier-reorganisations", FixedDelay.of(BETWEEN_LOOKS))
                .execute((_, _) -> look(reorganisations));
    }

    static void look(Reorganisations reorganisations) {
        for (String office : reorganisations.due()) {
            try {
                reorganisations.carryOut(office, HOUSE);
            } catch (RuntimeException e) {
                LOG.error("office {} waits: {}", office, e.getClass().getSimpleName());
            }
        }
    }
}
