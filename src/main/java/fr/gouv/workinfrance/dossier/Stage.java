package fr.gouv.workinfrance.dossier;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Where a dossier is. Each stage carries what is known once there, and nothing else.
public sealed interface Stage {

    /// The parties fill in their parts; the clock has not started.
    record Draft() implements Stage {}

    /// Deposited, which is receipt (L114-3 CRPA): the clock runs.
    record Submitted(Deposit deposit) implements Stage {}

    /// A caseworker has certified that nothing is missing.
    record Complete(Deposit deposit, Certified certified) implements Stage {}

    /// Being examined by the office that handles it.
    record InExamination(Deposit deposit, Certified certified, Instant since) implements Stage {}

    /// A decision was prepared and waits for its signatory; what was prepared is locked.
    record AwaitingSignature(Deposit deposit, Certified certified, Prepared prepared)
            implements Stage {}

    /// An express decision was taken: the clock is stopped.
    record Decided(Deposit deposit, Certified certified, Prepared prepared, Signed signed)
            implements Stage {}

    /// Taken back by those who asked.
    record Withdrawn(Deposit deposit, Instant at) implements Stage {}

    /// When it was deposited, and the office that handles it: the one found competent then, until
    /// it was forwarded or handed over.
    record Deposit(Instant at, String office) {

        private Deposit handledBy(String other) {
            return new Deposit(at, other);
        }
    }

    /// By whom, and when, the dossier was found complete.
    record Certified(Instant at, UUID by) {}

    /// By whom, when and in what capacity the decision was signed, and the hash of what was seen.
    ///
    /// @param sha256 of each document exactly as the signatory saw it, in hexadecimal, separated by
    ///   a space: the decision, then the authorization if there is one
    /// @param delegation under which he signed; absent of what was signed before they were kept
    record Signed(
            Instant at,
            UUID by,
            String author,
            String capacity,
            String sha256,
            @Nullable UUID delegation) {}

    /// The bare name, as [Move] and the database know it.
    default Name name() {
        return switch (this) {
            case Draft _ -> Name.DRAFT;
            case Submitted _ -> Name.SUBMITTED;
            case Complete _ -> Name.COMPLETE;
            case InExamination _ -> Name.IN_EXAMINATION;
            case AwaitingSignature _ -> Name.AWAITING_SIGNATURE;
            case Decided _ -> Name.DECIDED;
            case Withdrawn _ -> Name.WITHDRAWN;
        };
    }

    /// When it was found complete, and by whom, if it was.
    default Optional<Certified> completeness() {
        return switch (this) {
            case Draft _, Submitted _, Withdrawn _ -> Optional.empty();
            case Complete(_, Certified certified) -> Optional.of(certified);
            case InExamination(_, Certified certified, _) -> Optional.of(certified);
            case AwaitingSignature(_, Certified certified, _) -> Optional.of(certified);
            case Decided(_, Certified certified, _, _) -> Optional.of(certified);
        };
    }

    /// The decision that was prepared, if one was.
    default Optional<Prepared> decision() {
        return switch (this) {
            case AwaitingSignature(_, _, Prepared prepared) -> Optional.of(prepared);
            case Decided(_, _, Prepared prepared, _) -> Optional.of(prepared);
            case Draft _, Submitted _, Complete _, InExamination _, Withdrawn _ -> Optional.empty();
        };
    }

    /// The same in the charge of another office, which signs nothing that this one prepared: that
    /// is examined again.
    default Stage handledBy(String office, Instant now) {
        return switch (this) {
            case Draft draft -> draft;
            case Submitted(Deposit deposit) -> new Submitted(deposit.handledBy(office));
            case Complete(Deposit deposit, Certified certified) ->
                    new Complete(deposit.handledBy(office), certified);
            case InExamination(Deposit deposit, Certified certified, Instant since) ->
                    new InExamination(deposit.handledBy(office), certified, since);
            case AwaitingSignature(Deposit deposit, Certified certified, _) ->
                    new InExamination(deposit.handledBy(office), certified, now);
            case Decided(Deposit deposit, Certified certified, Prepared prepared, Signed signed) ->
                    new Decided(deposit.handledBy(office), certified, prepared, signed);
            case Withdrawn(Deposit deposit, Instant at) ->
                    new Withdrawn(deposit.handledBy(office), at);
        };
    }

    /// Each stage, without what it carries.
    enum Name {
        DRAFT,
        SUBMITTED,
        COMPLETE,
        IN_EXAMINATION,
        AWAITING_SIGNATURE,
        DECIDED,
        WITHDRAWN
    }
}
