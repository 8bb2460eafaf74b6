package fr.gouv.workinfrance.notification;

import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.examination.revision.Matter;
import fr.gouv.workinfrance.mail.Delivery;
import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Someone was told something: what, when it was made available to him, what became of the message,
/// and when he first opened it.
///
/// @param recipient in what part he was told
/// @param account absent for an office, and for someone known by a typed address alone
/// @param delivery of the message; unknown when it was made available without any
/// @param openedAt only for an official document, when this party first downloaded it
public record Notice(
        Kind kind,
        Recipient recipient,
        @Nullable UUID account,
        Instant availableAt,
        Delivery delivery,
        @Nullable Instant openedAt) {

    /// What someone was told.
    public enum Kind {
        /// That a request names him, at an address that somebody else typed.
        NAMED,
        /// That the request was received, and the acknowledgment itself.
        ACKNOWLEDGMENT,
        /// That the file is complete.
        COMPLETENESS,
        /// That a decision was made.
        DECISION,
        /// That the authorization is ready; told by the same message as the decision.
        AUTHORIZATION,
        /// That a decision was made on a request that names him, at an address that somebody else
        /// typed.
        NAMED_DECIDED,
        /// That the certificate of an authorization that silence gave is ready.
        ACQUIRED,
        /// That a clerical error in a decision was mended.
        RECTIFIED,
        /// That a clerical error in the refusal was mended.
        REFUSAL_RECTIFIED,
        /// What is held against a decision, and until when it may be answered.
        WITHDRAWAL_NOTICE,
        /// That the decision will not be taken back after all.
        WITHDRAWAL_ABANDONED,
        /// To the office, that a party answered what is held against a decision.
        OBSERVED,
        /// That the authorization was taken back.
        PERMIT_WITHDRAWN,
        /// That the legal time limit has passed, and what it means.
        SILENCE,
        /// That the worker denies what is said in his name.
        CONTESTED,
        /// That the worker has taken that back.
        RETRACTED,
        /// To somebody who came in after the deposit: what there is, and what is expected of him.
        JOINED,
        /// To who sent it, that nobody answered an invitation.
        UNANSWERED,
        /// To whoever files, that a party has gone.
        LEFT,
        /// To a party, that whoever files has let it go.
        REPLACED,
        /// That the request was taken back.
        WITHDRAWN,
        /// That the mandate under which it is filed has ended; the two of the mandate are told of
        /// it by another letter.
        MANDATE_ENDED,
        /// That a virus was found in a document, which was destroyed.
        INFECTED,
        /// That the request was forwarded to the office that is competent.
        FORWARDED,
        /// That its office has closed, and which one has it now.
        REORGANISED,
        /// What the office asks to mend, and until when it may be sent.
        CORRECTIONS_ASKED,
        /// That the day to send it comes near.
        CORRECTIONS_DUE,
        /// To the other parties and to the office, that what was mended was sent.
        CORRECTIONS_RETURNED,
        /// That a message waits: to who it is for.
        MESSAGE,
        /// To who deposited it, that an appeal or a request for reasons was received, and its
        /// acknowledgment; to the office that answers, that it has come.
        APPEAL_RECEIVED,
        /// To who is in charge of it, that the day to answer it comes near.
        APPEAL_DUE,
        /// To both, that the time to answer it has passed, and what that means.
        APPEAL_SILENT,
        /// To who made it, that an appeal is rejected.
        APPEAL_REJECTED,
        /// That a refusal is withdrawn, and the request examined again.
        REFUSAL_WITHDRAWN,
        /// To who asked for them, that the reasons of a silence are given.
        REASONS_GIVEN,
        /// That a draft which nobody touches will be erased.
        DRAFT_ENDING,
        /// That a draft was deleted; told as it is, and of which no notice is kept.
        DRAFT_DELETED,
        /// That the employer's part of a draft has changed hands; told as it is.
        HANDED_OVER;

        /// Whether it can wait to be told with other things, for who prefers it so: it bears no
        /// date of the law, and nobody waits for an answer.
        boolean waits() {
            return switch (this) {
                case COMPLETENESS,
                        REORGANISED,
                        RETRACTED,
                        JOINED,
                        WITHDRAWN,
                        INFECTED,
                        CORRECTIONS_RETURNED,
                        MESSAGE ->
                        true;
                case NAMED,
                        ACKNOWLEDGMENT,
                        DECISION,
                        AUTHORIZATION,
                        NAMED_DECIDED,
                        ACQUIRED,
                        RECTIFIED,
                        REFUSAL_RECTIFIED,
                        WITHDRAWAL_NOTICE,
                        WITHDRAWAL_ABANDONED,
                        OBSERVED,
                        PERMIT_WITHDRAWN,
                        SILENCE,
                        CONTESTED,
                        UNANSWERED,
                        LEFT,
                        REPLACED,
                        MANDATE_ENDED,
                        FORWARDED,
                        CORRECTIONS_ASKED,
                        CORRECTIONS_DUE,
                        APPEAL_RECEIVED,
                        APPEAL_DUE,
                        APPEAL_SILENT,
                        APPEAL_REJECTED,
                        REFUSAL_WITHDRAWN,
                        REASONS_GIVEN,
                        DRAFT_ENDING,
                        DRAFT_DELETED,
                        HANDED_OVER ->
                        false;
            };
        }

        /// Whether whoever is told has something to do.
        public boolean asks() {
            return this == INFECTED;
        }

        static Kind of(Matter.Kind revised) {
            return switch (revised) {
                case RECTIFICATION -> RECTIFIED;
                case ERRATUM -> REFUSAL_RECTIFIED;
                case WITHDRAWAL -> PERMIT_WITHDRAWN;
                case REJECTION -> APPEAL_REJECTED;
                case REVERSAL -> REFUSAL_WITHDRAWN;
                case EXPLANATION -> REASONS_GIVEN;
            };
        }

        static Kind of(IssuedDeed.Kind deed) {
            return switch (deed) {
                case ACKNOWLEDGMENT -> ACKNOWLEDGMENT;
                case COMPLETENESS -> COMPLETENESS;
                case DECISION -> DECISION;
                case AUTHORIZATION -> AUTHORIZATION;
                case ACQUIRED -> ACQUIRED;
            };
        }
    }

    /// In what part someone was told.
    public enum Recipient {
        EMPLOYER,
        WORKER,
        MANDATE_HOLDER,
        OFFICE;

        static Recipient of(Part part) {
            return switch (part) {
                case EMPLOYER -> EMPLOYER;
                case WORKER -> WORKER;
                case MANDATE_HOLDER -> MANDATE_HOLDER;
            };
        }
    }

    /// When the message left, as far as is known.
    public Optional<Instant> sentAt() {
        return delivery instanceof Delivery.Sent(Instant at) ? Optional.of(at) : Optional.empty();
    }

    /// Whether the message did not reach him: whoever must be told is told by another way.
    public boolean undelivered() {
        return delivery instanceof Delivery.Abandoned || addressWrong();
    }

    /// Whether the mail servers say that there is nobody at this address.
    public boolean addressWrong() {
        return delivery instanceof Delivery.Refused || delivery instanceof Delivery.Bounced;
    }

    /// Those whom the last message did not reach, of all that was told.
    public static Set<Recipient> unreached(List<Notice> told) {
        Map<Recipient, Notice> last = new EnumMap<>(Recipient.class);
        told.stream()
                .filter(notice -> notice.undelivered() || notice.sentAt().isPresent())
                .sorted(Comparator.comparing(Notice::availableAt))
                .forEach(notice -> last.put(notice.recipient(), notice));
        return last.entrySet().stream()
                .filter(each -> each.getValue().undelivered())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Recipient.class)));
    }
}
