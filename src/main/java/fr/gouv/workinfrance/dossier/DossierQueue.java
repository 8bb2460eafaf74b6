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
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.DocumentInfected;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.procedure.Version;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What happens later: the acknowledgment and the certificate of completeness are made, each
/// dossier whose limit has come is looked at, and what the antivirus says is told of the requests.
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

        private static final Actor ANTIVIRUS = Actor.system("antivirus");

        private final ObjectProvider<SchedulerClient> queue;
        private final AttachmentTable attachments;
        private final CorrespondenceTable correspondence;
        private final Dossiers dossiers;
        private final Journal journal;
        private final ApplicationEventPublisher events;
        private final Clock clock;

        Listener(
                ObjectProvider<SchedulerClient> queue,
                AttachmentTable attachments,
                CorrespondenceTable correspondence,
                Dossiers dossiers,
                Journal journal,
                ApplicationEventPublisher events,
                Clock clock) {
            this.queue = queue;
            this.attachments = attachments;
            this.correspondence = correspondence;
            this.dossiers = dossiers;
            this.journal = journal;
            this.events = events;
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

        /// At once, with the verdict: whoever hears what it means for a request enqueues. What came
        /// with a message is no part of the request: the message says that it was lost.
        @EventListener
        void on(DocumentInfected infected) {
            for (DossierId id : attachments.having(infected.document())) {
                Dossier dossier = dossiers.dossier(id);
                lost(id, infected.document());
                giver(dossier, infected.document())
                        .map(
                                party ->
                                        new DocumentLost(
                                                id, party.part(), party.account(), infected.at()))
                        .ifPresent(events::publishEvent);
            }
            correspondence.having(infected.document()).forEach(id -> lost(id, infected.document()));
        }

        private void lost(DossierId id, DocumentId document) {
            journal.record(
                    id.subject(),
                    ANTIVIRUS,
                    "document.lost",
                    Map.of("document", document.toString()));
        }

        /// The party that is asked for it; whoever files, as long as nobody has come for it.
        private Optional<Party> giver(Dossier dossier, DocumentId document) {
            Version version = dossiers.version(dossier);
            return dossier.attachments()
                    .joined()
                    .filter(joined -> joined.document().equals(document))
                    .flatMap(joined -> version.piece(joined.piece()).stream())
                    .flatMap(piece -> dossier.party(piece.part()).stream())
                    .findFirst()
                    .or(() -> dossier.party(dossier.filer()));
        }

        private void enqueue(TaskDescriptor<Void> task, DossierId dossier) {
            queue.getObject()
                    .scheduleIfNotExists(
                            task.instance(dossier.toString()).scheduledTo(clock.instant()));
        }
    }
}
