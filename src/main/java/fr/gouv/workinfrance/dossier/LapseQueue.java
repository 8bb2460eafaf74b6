package fr.gouv.workinfrance.dossier;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// What happens to drafts that nobody touches: their parties are told, then they are erased. Each
/// is a transaction of its own: who is stopped half-way goes on from there.
@Configuration(proxyBeanMethods = false)
class LapseQueue {

    private static final Logger LOG = LoggerFactory.getLogger(LapseQueue.class);

    /// Some thirty thousand drafts a day at most, and never many at once.
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> dossierLapse(Erasures erasures) {
        return Tasks.recurring("dossier-lapse", FixedDelay.of(BETWEEN_LOOKS))
                .execute((_, _) -> look(erasures));
    }

    static void look(Erasures erasures) {
        each(erasures.ending(), erasures::announce);
        each(erasures.ended(), erasures::lapse);
    }

    /// One that fails is tried again at the next look, and holds nobody back.
    private static void each(List<DossierId> drafts, Consumer<DossierId> act) {
        for (DossierId draft : drafts) {
            try {
                act.accept(draft);
            } catch (RuntimeException e) {
                LOG.error("draft {} waits: {}", draft, e.getClass().getSimpleName());
            }
        }
    }
}
