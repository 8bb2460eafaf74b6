package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.office.Delegation;

import java.util.Optional;
import java.util.UUID;

/// What an act about a decision does. **A new kind of act is a new one of these**, its passages in
/// [RevisionDeeds], what it changes once signed in [Reviews], and its words.
public sealed interface Matter
        permits Rectification, Erratum, Withdrawal, Rejection, Reversal, Explanation {

    /// Which it is.
    default Kind kind() {
        return switch (this) {
            case Rectification _ -> Kind.RECTIFICATION;
            case Erratum _ -> Kind.ERRATUM;
            case Withdrawal _ -> Kind.WITHDRAWAL;
            case Rejection _ -> Kind.REJECTION;
            case Reversal _ -> Kind.REVERSAL;
            case Explanation _ -> Kind.EXPLANATION;
        };
    }

    /// What it answers, of those that were deposited against a refusal; empty when it answers
    /// nothing.
    default Optional<UUID> answered() {
        return switch (this) {
            case Rectification _, Erratum _, Withdrawal _ -> Optional.empty();
            case Rejection(UUID appeal, _) -> Optional.of(appeal);
            case Reversal(UUID appeal, _, _) -> Optional.of(appeal);
            case Explanation(UUID appeal, _, _) -> Optional.of(appeal);
        };
    }

    /// Each kind, without what it says.
    enum Kind {
        /// A clerical error is mended in an authorization.
        RECTIFICATION(Rectification.class, Delegation.Kind.GRANT),
        /// A clerical error is mended in a refusal.
        ERRATUM(Erratum.class, Delegation.Kind.REFUSE),
        /// The authorization is taken back.
        WITHDRAWAL(Withdrawal.class, Delegation.Kind.WITHDRAW),
        /// An appeal is rejected.
        REJECTION(Rejection.class, Delegation.Kind.REFUSE),
        /// An appeal is accepted.
        REVERSAL(Reversal.class, Delegation.Kind.WITHDRAW),
        /// The reasons of a silence are given.
        EXPLANATION(Explanation.class, Delegation.Kind.REFUSE);

        private final Class<? extends Matter> type;
        private final Delegation.Kind delegated;

        Kind(Class<? extends Matter> type, Delegation.Kind delegated) {
            this.type = type;
            this.delegated = delegated;
        }

        Class<? extends Matter> type() {
            return type;
        }

        /// What a delegation has to be for, for it to be signed.
        Delegation.Kind delegated() {
            return delegated;
        }
    }
}
