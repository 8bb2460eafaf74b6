package fr.gouv.workinfrance.dossier;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.deed.Deeds;
import fr.gouv.workinfrance.deed.Rendered;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.journal.Actor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// What happens later: the acknowledgment and the certificate of completeness are made, and each
/// dossier whose limit has come is looked at.
@Configuration(proxyBeanMethods = false)
class DossierQueue {

    private static final TaskDescriptor<Void> ACKNOWLEDGE =
            TaskDescriptor.of("dossier-acknowledge");
    private static final TaskDescriptor<Void> CERTIFICATE =
            TaskDescriptor.of("dossier-certificate");

    /// Limits are days: looked at often enough that each is told on its morning everywhere.
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(15);

    @Bean
    OneTimeTask<Void> dossierAcknowledge(Issuer issuer) {
        return Tasks.oneTime(ACKNOWLEDGE)
                .onFailureRetryLater()
                .execute((instance, _) -> issuer.acknowledge(id(instance.getId())));
    }

    @Bean
    OneTimeTask<Void> dossierCertificate(Issuer issuer) {
        return Tasks.oneTime(CERTIFICATE)
                .onFailureRetryLater()
                .execute((instance, _) -> issuer.certificate(id(instance.getId())));
    }

    @Bean
    RecurringTask<Void> dossierSilence(Dossiers dossiers) {
        return Tasks.recurring("dossier-silence", FixedDelay.of(BETWEEN_LOOKS))
                .execute((_, _) -> dossiers.late().forEach(dossiers::look));
    }

    @Bean
    RecurringTask<Void> dossierCorrections(Corrections corrections) {
        return Tasks.recurring("dossier-corrections", FixedDelay.of(BETWEEN_LOOKS))
                .execute((_, _) -> corrections.due().forEach(corrections::remind));
    }

    private static DossierId id(String instance) {
        return new DossierId(UUID.fromString(instance));
    }

    /// Renders, seals, keeps and delivers, once.
    @Component
    static class Issuer {

        private static final Actor HOUSE = Actor.system("dossier-deeds");

        private final Dossiers dossiers;
        private final Decisions decisions;
        private final DossierDeeds letters;
        private final Deeds deeds;
        private final Documents documents;
        private final Accounts accounts;
        private final Clock clock;

        Issuer(
                Dossiers dossiers,
                Decisions decisions,
                DossierDeeds letters,
                Deeds deeds,
                Documents documents,
                Accounts accounts,
                Clock clock) {
            this.dossiers = dossiers;
            this.decisions = decisions;
            this.letters = letters;
            this.deeds = deeds;
            this.documents = documents;
            this.accounts = accounts;
            this.clock = clock;
        }

        void acknowledge(DossierId id) {
            Dossier dossier = dossiers.dossier(id);
            if (dossier.deed(IssuedDeed.Kind.ACKNOWLEDGMENT).isEmpty()) {
                issue(
                        dossier,
                        IssuedDeed.Kind.ACKNOWLEDGMENT,
                        "accuse-de-reception",
                        letters.acknowledgment(dossier));
            }
        }

        void certificate(DossierId id) {
            Dossier dossier = dossiers.dossier(id);
            if (dossier.deed(IssuedDeed.Kind.COMPLETENESS).isPresent()
                    || dossier.certified().isEmpty()) {
                return;
            }
            Optional<Account> caseworker = accounts.account(dossier.certified().get().by());
            issue(
                    dossier,
                    IssuedDeed.Kind.COMPLETENESS,
                    "attestation-de-completude",
                    letters.completeness(
                            dossier,
                            caseworker.map(Account::displayName).orElse(""),
                            caseworker.map(Account::capacity).orElse("")));
        }

        private void issue(Dossier dossier, IssuedDeed.Kind kind, String name, Rendered rendered) {
            byte[] sealed = deeds.seal(rendered.bytes(), dossier.reference().value());
            StoredDocument kept =
                    documents.keep(
                            sealed,
                            "%s-%s.pdf".formatted(name, dossier.reference()),
                            "application/pdf",
                            HOUSE);
            decisions.deliver(
                    dossier.id(),
                    new IssuedDeed(kind, kept.id(), kept.sha256(), clock.instant()),
                    HOUSE);
        }
    }

    @Component("dossierQueueListener")
    static class Listener {

        private final ObjectProvider<SchedulerClient> queue;
        private final Clock clock;

        Listener(ObjectProvider<SchedulerClient> queue, Clock clock) {
            this.queue = queue;
            this.clock = clock;
        }

        @EventListener
        void on(DossierSubmitted submitted) {
            enqueue(ACKNOWLEDGE, submitted.dossier());
        }

        @EventListener
        void on(CompletenessCertified certified) {
            enqueue(CERTIFICATE, certified.dossier());
        }

        private void enqueue(TaskDescriptor<Void> task, DossierId dossier) {
            queue.getObject()
                    .scheduleIfNotExists(
                            task.instance(dossier.toString()).scheduledTo(clock.instant()));
        }
    }
}
