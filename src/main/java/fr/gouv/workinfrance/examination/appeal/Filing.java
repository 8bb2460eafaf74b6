package fr.gouv.workinfrance.examination.appeal;

import java.util.Set;

/// What came of depositing an appeal or a request for reasons.
public sealed interface Filing {

    /// It is received.
    record Filed(Recourse recourse) implements Filing {}

    /// Nothing of it is kept.
    record Faulty(Set<Fault> faults) implements Filing {
        public Faulty {
            faults = Set.copyOf(faults);
        }
    }

    /// What is wrong with it.
    enum Fault {
        /// No way was chosen, or one that is not open.
        NO_WAY,
        /// This party has done it already, against this refusal.
        ALREADY,
        /// Not one word, where some are needed.
        NO_WORDS,
        /// More words than one takes.
        TOO_LONG,
        /// More documents than one takes.
        TOO_MANY_DOCUMENTS
    }
}
