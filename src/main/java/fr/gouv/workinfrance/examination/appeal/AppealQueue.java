package fr.gouv.workinfrance.examination.appeal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import fr.gouv.workinfrance.deed.Deeds;
import fr.gouv.workinfrance.deed.Rendered;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.DecisionSigned;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierForwarded;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.office.OfficeClosed;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// What happens later: the acknowledgment of what was deposited, the warning before its day, and
/// what silence means once that day has come.
@Configuration(proxyBeanMethods = false)
class AppealQueue {

    private static final Logger LOG = LoggerFactory.getLogger(AppealQueue.class);

    private static final TaskDescriptor<Void> ACKNOWLEDGE = TaskDescriptor.of("appeal-acknowledge");

    /// As for requests: each is told on its morning everywhere.
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(15);

    @Bean
    OneTimeTask<Void> appealAcknowledge(Issuer issuer) {
        return Tasks.oneTime(ACKNOWLEDGE)
                .onFailureRetryLater()
                .execute((instance, _) -> issuer.acknowledge(UUID.fromString(instance.getId())));
    }

    @Bean
    RecurringTask<Void> appealSilence(AppealDuties duties) {
        return Tasks.recurring("appeal-silence", FixedDelay.of(BETWEEN_LOOKS))
                .execute(
                        (_, _) -> {
                            each(duties.late(), duties::look);
                            each(duties.near(), duties::warn);
                        });
    }

    /// One that fails is tried again at the next look, and holds nobody back.
    private static void each(List<UUID> appeals, Consumer<UUID> act) {
        for (UUID appeal : appeals) {
            try {
                act.accept(appeal);
            } catch (RuntimeException e) {
                LOG.error("appeal {} waits: {}", appeal, e.getClass().getSimpleName());
            }
        }
    }

    /// Renders, seals and keeps, once.
    @Component("appealIssuer")
    static class Issuer {

        private static final Actor HOUSE = Actor.system("appeal-acknowledge");

        private final AppealDuties duties;
        private final Dossiers dossiers;
        private final AppealDeeds letters;
        private final Deeds deeds;
        private final Documents documents;

        Issuer(
                AppealDuties duties,
                Dossiers dossiers,
                AppealDeeds letters,
                Deeds deeds,
                Documents documents) {
            this.duties = duties;
            this.dossiers = dossiers;
            this.letters = letters;
            this.deeds = deeds;
            this.documents = documents;
        }

        void acknowledge(UUID id) {
            Recourse one = duties.recourse(id);
            if (one.receipt() != null) {
                return;
            }
            Dossier dossier = dossiers.dossier(one.dossier());
            Rendered rendered = letters.acknowledgment(one, dossier);
            StoredDocument kept =
                    documents.keep(
                            deeds.seal(rendered.bytes(), dossier.reference().value()),
                            "accuse-de-reception-%s-%s.pdf"
                                    .formatted(one.way(), dossier.reference()),
                            "application/pdf",
                            HOUSE);
            duties.acknowledged(one, kept.id());
        }
    }

    @Component("appealQueueListener")
    static class Listener {

        private final ObjectProvider<SchedulerClient> queue;
        private final AppealDuties duties;
        private final Clock clock;

        Listener(ObjectProvider<SchedulerClient> queue, AppealDuties duties, Clock clock) {
            this.queue = queue;
            this.duties = duties;
            this.clock = clock;
        }

        @EventListener
        void on(AppealFiled filed) {
            queue.getObject()
                    .scheduleIfNotExists(
                            ACKNOWLEDGE
                                    .instance(filed.appeal().toString())
                                    .scheduledTo(clock.instant()));
        }

        @EventListener
        void on(DecisionSigned signed) {
            duties.replaced(signed.dossier());
        }

        /// At once, with the dossier.
        @EventListener
        void on(DossierForwarded forwarded) {
            duties.follow(forwarded.dossier());
        }

        /// At once, with the hand-over of all that the office had.
        @EventListener
        void on(OfficeClosed closed) {
            duties.follow(closed.office().value(), closed.successor().value());
        }
    }
}
