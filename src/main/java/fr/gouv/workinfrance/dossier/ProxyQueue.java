package fr.gouv.workinfrance.dossier;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Acts.Trace;
import fr.gouv.workinfrance.employer.mandate.Mandate;
import fr.gouv.workinfrance.employer.mandate.MandateEnded;
import fr.gouv.workinfrance.employer.mandate.MandateGiven;
import fr.gouv.workinfrance.employer.mandate.MandateId;
import fr.gouv.workinfrance.employer.mandate.Mandates;
import fr.gouv.workinfrance.employer.mandate.Reach;
import fr.gouv.workinfrance.employer.mandate.Standing.Ended;
import fr.gouv.workinfrance.employer.mandate.Standing.Given;
import fr.gouv.workinfrance.employer.mandate.Standing.Way;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.procedure.Part;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What mandates make of requests, later: the employer who has given one comes in; one that ends is
/// written in the life of each request that was filed under it. What its holder may do has changed
/// before that, at the very instant.
@Configuration(proxyBeanMethods = false)
class ProxyQueue {

    private static final TaskDescriptor<Void> GIVEN = TaskDescriptor.of("dossier-mandate-given");
    private static final TaskDescriptor<Void> ENDED = TaskDescriptor.of("dossier-mandate-ended");

    @Bean
    OneTimeTask<Void> dossierMandateGiven(Clerk clerk) {
        return Tasks.oneTime(GIVEN)
                .onFailureRetryLater()
                .execute((instance, _) -> clerk.given(id(instance.getId())));
    }

    @Bean
    OneTimeTask<Void> dossierMandateEnded(Clerk clerk) {
        return Tasks.oneTime(ENDED)
                .onFailureRetryLater()
                .execute(
                        (instance, _) -> {
                            MandateId mandate = id(instance.getId());
                            clerk.concerned(mandate)
                                    .forEach(dossier -> clerk.ended(mandate, dossier));
                        });
    }

    private static MandateId id(String instance) {
        return new MandateId(UUID.fromString(instance));
    }

    /// Writes in requests what became of mandates.
    @Component
    static class Clerk {

        private static final Actor HOUSE = Actor.system("dossier-mandate");

        private final Mandates mandates;
        private final Acts acts;
        private final DossierTable table;
        private final ProxyTable filed;
        private final Parties parties;
        private final Accounts accounts;
        private final Grants grants;

        Clerk(
                Mandates mandates,
                Acts acts,
                DossierTable table,
                ProxyTable filed,
                Parties parties,
                Accounts accounts,
                Grants grants) {
            this.mandates = mandates;
            this.acts = acts;
            this.table = table;
            this.filed = filed;
            this.parties = parties;
            this.accounts = accounts;
            this.grants = grants;
        }

        /// Whoever gave a mandate here for one request is its employer, unless one has come in.
        @Transactional
        void given(MandateId id) {
            Mandate mandate = mandates.mandate(id);
            Optional<DossierId> request = request(mandate);
            Optional<Account> giver =
                    mandate.standing()
                            .given()
                            .filter(given -> given.way() == Way.ONLINE)
                            .map(Given::by)
                            .flatMap(accounts::account);
            if (request.isEmpty() || giver.isEmpty()) {
                return;
            }
            Dossier dossier = table.lock(request.get()).orElseThrow();
            if (dossier.party(Part.EMPLOYER).isEmpty()) {
                grants.give(
                        giver.get().id(),
                        Relation.EMPLOYER.granted(),
                        dossier.id().scope(),
                        acts.now(),
                        null,
                        HOUSE);
                parties.join(dossier.id(), giver.get());
            }
        }

        /// The requests that were filed under a mandate, and wait for something still.
        @Transactional(readOnly = true)
        List<DossierId> concerned(MandateId id) {
            Mandate mandate = mandates.mandate(id);
            UUID holder = mandate.holder().account();
            String siren = mandate.giver().siren();
            if (mandate.reach() instanceof Reach.OneRequest) {
                return request(mandate).stream().toList();
            }
            return holder == null || siren == null
                    ? List.of()
                    : filed.filedUnderMandate(holder, siren).stream()
                            .filter(
                                    found ->
                                            table.find(found).stream()
                                                    .map(Dossier::request)
                                                    .anyMatch(mandate::concerns))
                            .toList();
        }

        /// The request stays. A draft whose employer has come in is the employer's to file.
        @Transactional
        void ended(MandateId id, DossierId request) {
            Mandate mandate = mandates.mandate(id);
            Dossier before = table.lock(request).orElseThrow();
            if (!(mandate.standing() instanceof Ended ended)
                    || before.stage() instanceof Stage.Decided
                    || before.stage() instanceof Stage.Withdrawn) {
                return;
            }
            Dossier after =
                    before.stage() instanceof Stage.Draft && before.party(Part.EMPLOYER).isPresent()
                            ? before.filedByEmployer()
                            : before;
            acts.write(
                    before,
                    after,
                    HOUSE,
                    "MANDATE_ENDED",
                    Trace.of(
                            Map.of(
                                    "mandate", id.toString(),
                                    "side", ended.side().name(),
                                    "filer", after.filer().name())),
                    new MandateLost(request, ended.at()));
        }

        private static Optional<DossierId> request(Mandate mandate) {
            return mandate.request().map(Scope::id).map(UUID::fromString).map(DossierId::new);
        }
    }

    @Component("proxyQueueListener")
    static class Listener {

        private final ObjectProvider<SchedulerClient> queue;
        private final Clock clock;

        Listener(ObjectProvider<SchedulerClient> queue, Clock clock) {
            this.queue = queue;
            this.clock = clock;
        }

        @EventListener
        void on(MandateGiven given) {
            enqueue(GIVEN, given.mandate());
        }

        @EventListener
        void on(MandateEnded ended) {
            enqueue(ENDED, ended.mandate());
        }

        private void enqueue(TaskDescriptor<Void> task, MandateId mandate) {
            queue.getObject()
                    .scheduleIfNotExists(
                            task.instance(mandate.toString()).scheduledTo(clock.instant()));
        }
    }
}
