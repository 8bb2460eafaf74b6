package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.office.Delegation;

/// What an act about a decision does. **A new kind of act is a new one of these**, its passages in
/// [RevisionDeeds], what it changes once signed in [Reviews], and its words.
public sealed interface Matter permits Rectification, Withdrawal {

    /// Which it is.
    default Kind kind() {
        return switch (this) {
            case Rectification _ -> Kind.RECTIFICATION;
            case Withdrawal _ -> Kind.WITHDRAWAL;
        };
    }

    /// Each kind, without what it says.
    enum Kind {
        /// A clerical error is mended.
        RECTIFICATION(Rectification.class, Delegation.Kind.GRANT),
        /// The authorization is taken back.
        WITHDRAWAL(Withdrawal.class, Delegation.Kind.WITHDRAW);

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
