package fr.gouv.workinfrance.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import fr.gouv.workinfrance.access.Invitation;
import fr.gouv.workinfrance.access.InvitationExpired;
import fr.gouv.workinfrance.access.Invitations;
import fr.gouv.workinfrance.dossier.CorrectionsAsked;
import fr.gouv.workinfrance.dossier.CorrectionsDue;
import fr.gouv.workinfrance.dossier.CorrectionsReturned;
import fr.gouv.workinfrance.dossier.DeedIssued;
import fr.gouv.workinfrance.dossier.DocumentLost;
import fr.gouv.workinfrance.dossier.DossierContested;
import fr.gouv.workinfrance.dossier.DossierForwarded;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.DossierReorganised;
import fr.gouv.workinfrance.dossier.DossierSubmitted;
import fr.gouv.workinfrance.dossier.DossierUncontested;
import fr.gouv.workinfrance.dossier.DossierWithdrawn;
import fr.gouv.workinfrance.dossier.DraftDeleted;
import fr.gouv.workinfrance.dossier.DraftEnding;
import fr.gouv.workinfrance.dossier.DraftHandedOver;
import fr.gouv.workinfrance.dossier.MandateLost;
import fr.gouv.workinfrance.dossier.MessageWritten;
import fr.gouv.workinfrance.dossier.PartyJoined;
import fr.gouv.workinfrance.dossier.PartyLeft;
import fr.gouv.workinfrance.dossier.PartyReplaced;
import fr.gouv.workinfrance.dossier.Relation;
import fr.gouv.workinfrance.dossier.SilenceReached;
import fr.gouv.workinfrance.examination.appeal.AppealAcknowledged;
import fr.gouv.workinfrance.examination.appeal.AppealDue;
import fr.gouv.workinfrance.examination.appeal.AppealUnanswered;
import fr.gouv.workinfrance.examination.revision.HearingEnded;
import fr.gouv.workinfrance.examination.revision.HearingOpened;
import fr.gouv.workinfrance.examination.revision.ObservationSent;
import fr.gouv.workinfrance.examination.revision.RevisionGiven;
import fr.gouv.workinfrance.notification.Happening.Who;
import fr.gouv.workinfrance.procedure.Part;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What happens later: people are told. Hearing only enqueues, so that no act fails because a
/// letter cannot be written, nor waits for the store where its file lies.
@Configuration(proxyBeanMethods = false)
class NotificationQueue {

    private static final TaskDescriptor<Void> TELL = TaskDescriptor.of("notification-tell");

    @Bean
    OneTimeTask<Void> notificationTell(Teller teller) {
        return Tasks.oneTime(TELL)
                .onFailureRetryLater()
                .execute((instance, _) -> teller.tell(Happening.read(instance.getId())));
    }

    @Bean
    OneTimeTask<Void> notificationDigest(Digests digests) {
        return Tasks.oneTime(Digests.SEND)
                .onFailureRetryLater()
                .execute((instance, _) -> digests.send(Digest.read(instance.getId())));
    }

    @Component("notificationQueueListener")
    static class Listener {

        private final ObjectProvider<SchedulerClient> queue;

        private final Teller teller;
        private final Invitations invitations;

        Listener(ObjectProvider<SchedulerClient> queue, Teller teller, Invitations invitations) {
            this.queue = queue;
            this.teller = teller;
            this.invitations = invitations;
        }

        @EventListener
        void on(DossierSubmitted submitted) {
            enqueue(submitted.dossier(), Notice.Kind.NAMED, submitted.at());
        }

        @EventListener
        void on(DeedIssued issued) {
            enqueue(issued.dossier(), Notice.Kind.of(issued.kind()), issued.at());
        }

        @EventListener
        void on(RevisionGiven given) {
            enqueue(given.dossier(), Notice.Kind.of(given.kind()), given.at());
        }

        @EventListener
        void on(HearingOpened opened) {
            enqueue(opened.dossier(), Notice.Kind.WITHDRAWAL_NOTICE, opened.at());
        }

        @EventListener
        void on(HearingEnded ended) {
            enqueue(ended.dossier(), Notice.Kind.WITHDRAWAL_ABANDONED, ended.at());
        }

        @EventListener
        void on(ObservationSent sent) {
            enqueue(sent.dossier(), Notice.Kind.OBSERVED, sent.at());
        }

        @EventListener
        void on(SilenceReached reached) {
            enqueue(reached.dossier(), Notice.Kind.SILENCE, reached.at());
        }

        @EventListener
        void on(DossierContested contested) {
            enqueue(contested.dossier(), Notice.Kind.CONTESTED, contested.at());
        }

        @EventListener
        void on(CorrectionsAsked asked) {
            enqueue(asked.dossier(), Notice.Kind.CORRECTIONS_ASKED, asked.at());
        }

        @EventListener
        void on(CorrectionsDue due) {
            enqueue(due.dossier(), Notice.Kind.CORRECTIONS_DUE, due.at());
        }

        @EventListener
        void on(CorrectionsReturned returned) {
            enqueue(returned.dossier(), Notice.Kind.CORRECTIONS_RETURNED, returned.at());
        }

        @EventListener
        void on(MessageWritten written) {
            enqueue(written.dossier(), Notice.Kind.MESSAGE, written.at());
        }

        @EventListener
        void on(AppealAcknowledged acknowledged) {
            enqueue(acknowledged.dossier(), Notice.Kind.APPEAL_RECEIVED, acknowledged.at());
        }

        @EventListener
        void on(AppealDue due) {
            enqueue(due.dossier(), Notice.Kind.APPEAL_DUE, due.at());
        }

        @EventListener
        void on(AppealUnanswered unanswered) {
            enqueue(unanswered.dossier(), Notice.Kind.APPEAL_SILENT, unanswered.at());
        }

        @EventListener
        void on(DossierWithdrawn withdrawn) {
            enqueue(withdrawn.dossier(), Notice.Kind.WITHDRAWN, withdrawn.at());
        }

        @EventListener
        void on(DossierForwarded forwarded) {
            enqueue(forwarded.dossier(), Notice.Kind.FORWARDED, forwarded.at());
        }

        @EventListener
        void on(DossierReorganised reorganised) {
            enqueue(reorganised.dossier(), Notice.Kind.REORGANISED, reorganised.at());
        }

        @EventListener
        void on(MandateLost lost) {
            enqueue(lost.dossier(), Notice.Kind.MANDATE_ENDED, lost.at());
        }

        @EventListener
        void on(DossierUncontested retracted) {
            enqueue(retracted.dossier(), Notice.Kind.RETRACTED, retracted.at());
        }

        @EventListener
        void on(PartyJoined joined) {
            enqueue(
                    new Happening(
                            joined.dossier(),
                            Notice.Kind.JOINED,
                            joined.at(),
                            new Who(joined.part(), joined.account())));
        }

        @EventListener
        void on(PartyLeft left) {
            enqueue(
                    new Happening(
                            left.dossier(),
                            Notice.Kind.LEFT,
                            left.at(),
                            new Who(left.part(), left.account())));
        }

        @EventListener
        void on(PartyReplaced replaced) {
            enqueue(
                    new Happening(
                            replaced.dossier(),
                            Notice.Kind.REPLACED,
                            replaced.at(),
                            new Who(replaced.part(), replaced.account())));
        }

        @EventListener
        void on(DocumentLost lost) {
            enqueue(
                    new Happening(
                            lost.dossier(),
                            Notice.Kind.INFECTED,
                            lost.at(),
                            new Who(lost.part(), lost.account())));
        }

        @EventListener
        void on(InvitationExpired expired) {
            Invitation past = invitations.invitation(expired.invitation()).orElseThrow();
            UUID inviter = past.inviter();
            Optional<DossierId> dossier = DossierId.of(past.scope());
            if (inviter != null && dossier.isPresent() && Relation.isGranted(past.relation())) {
                Part part = Relation.granted(past.relation()).part().orElseThrow();
                enqueue(
                        new Happening(
                                dossier.get(),
                                Notice.Kind.UNANSWERED,
                                expired.at(),
                                new Who(part, inviter)));
            }
        }

        @EventListener
        void on(DraftEnding ending) {
            enqueue(ending.dossier(), Notice.Kind.DRAFT_ENDING, ending.at());
        }

        /// At once: when the queue comes, the draft is gone. What is posted waits in the queue.
        @EventListener
        void on(DraftDeleted deleted) {
            teller.deleted(deleted);
        }

        /// At once: when the queue comes, who handed it over may see nothing of it any more.
        @EventListener
        void on(DraftHandedOver handed) {
            teller.handedOver(handed);
        }

        private void enqueue(DossierId dossier, Notice.Kind kind, Instant at) {
            enqueue(new Happening(dossier, kind, at));
        }

        private void enqueue(Happening happening) {
            queue.getObject()
                    .scheduleIfNotExists(
                            TELL.instance(happening.name()).scheduledTo(happening.at()));
        }
    }
}
