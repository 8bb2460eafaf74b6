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

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/// What happens later: the acknowledgment of what was deposited, and what silence means once its
/// day has come.
@Configuration(proxyBeanMethods = false)
class AppealQueue {

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
    RecurringTask<Void> appealSilence(Appeals appeals) {
        return Tasks.recurring("appeal-silence", FixedDelay.of(BETWEEN_LOOKS))
                .execute((_, _) -> appeals.late().forEach(appeals::look));
    }

    /// Renders, seals and keeps, once.
    @Component("appealIssuer")
    static class Issuer {

        private static final Actor HOUSE = Actor.system("appeal-acknowledge");

        private final Appeals appeals;
        private final Dossiers dossiers;
        private final AppealDeeds letters;
        private final Deeds deeds;
        private final Documents documents;

        Issuer(
                Appeals appeals,
                Dossiers dossiers,
                AppealDeeds letters,
                Deeds deeds,
                Documents documents) {
            this.appeals = appeals;
            this.dossiers = dossiers;
            this.letters = letters;
            this.deeds = deeds;
            this.documents = documents;
        }

        void acknowledge(UUID id) {
            Recourse one = appeals.recourse(id);
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
            appeals.acknowledged(one, kept.id());
        }
    }

    @Component("appealQueueListener")
    static class Listener {

        private final ObjectProvider<SchedulerClient> queue;
        private final Appeals appeals;
        private final Clock clock;

        Listener(ObjectProvider<SchedulerClient> queue, Appeals appeals, Clock clock) {
            this.queue = queue;
            this.appeals = appeals;
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
            appeals.replaced(signed.dossier());
        }

        /// At once, with the dossier.
        @EventListener
        void on(DossierForwarded forwarded) {
            appeals.follow(forwarded.dossier());
        }

        @EventListener
        void on(OfficeClosed closed) {
            appeals.follow(closed.office().value());
        }
    }
}
