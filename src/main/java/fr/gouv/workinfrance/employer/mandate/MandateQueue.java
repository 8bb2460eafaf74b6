package fr.gouv.workinfrance.employer.mandate;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.employer.mandate.Standing.Given;
import fr.gouv.workinfrance.employer.mandate.Standing.Way;
import fr.gouv.workinfrance.journal.Actor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/// What happens later: the document of a mandate that was accepted here is made and sealed, and
/// both are told before a mandate ends.
@Configuration(proxyBeanMethods = false)
class MandateQueue {

    private static final Actor HOUSE = Actor.system("mandate");
    private static final TaskDescriptor<Void> DOCUMENT = TaskDescriptor.of("mandate-document");

    /// Ends are days, announced two weeks before.
    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

    private static final int HORIZON_DAYS = 14;
    private static final int SOME = 200;

    @Bean
    OneTimeTask<Void> mandateDocument(
            Mandates mandates, MandateDuties duties, MandateDeeds texts, Documents documents) {
        return Tasks.oneTime(DOCUMENT)
                .onFailureRetryLater()
                .execute(
                        (instance, _) ->
                                keep(
                                        mandates,
                                        duties,
                                        texts,
                                        documents,
                                        new MandateId(UUID.fromString(instance.getId()))));
    }

    @Bean
    RecurringTask<Void> mandateEnding(MandateDuties duties) {
        return Tasks.recurring("mandate-ending", FixedDelay.of(BETWEEN_LOOKS))
                .execute(
                        (_, _) ->
                                duties.ending(duties.today().plusDays(HORIZON_DAYS), SOME)
                                        .forEach(mandate -> duties.announce(mandate, HOUSE)));
    }

    private static void keep(
            Mandates mandates,
            MandateDuties duties,
            MandateDeeds texts,
            Documents documents,
            MandateId id) {
        Mandate mandate = mandates.mandate(id);
        Given given = mandate.standing().given().orElseThrow();
        if (mandate.document() != null || given.way() != Way.ONLINE) {
            return;
        }
        StoredDocument kept =
                documents.keep(
                        texts.sealed(texts.accepted(mandate, given), mandate),
                        "mandat-%s.pdf".formatted(id.number()),
                        "application/pdf",
                        HOUSE);
        duties.document(id, kept.id(), HOUSE);
    }

    @Component("mandateQueueListener")
    static class Listener {

        private final ObjectProvider<SchedulerClient> queue;
        private final Clock clock;

        Listener(ObjectProvider<SchedulerClient> queue, Clock clock) {
            this.queue = queue;
            this.clock = clock;
        }

        @EventListener
        void on(MandateGiven given) {
            queue.getObject()
                    .scheduleIfNotExists(
                            DOCUMENT.instance(given.mandate().toString())
                                    .scheduledTo(clock.instant()));
        }
    }
}
