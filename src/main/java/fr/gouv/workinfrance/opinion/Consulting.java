package fr.gouv.workinfrance.opinion;

import java.util.Set;

/// What came of asking for an opinion.
public sealed interface Consulting {

    /// It was asked.
    record Asked(Consultation consultation) implements Consulting {}

    /// It was not, and nothing was written.
    record Faulty(Set<Fault> faults) implements Consulting {
        public Faulty {
            faults = Set.copyOf(faults);
        }
    }

    /// Why an opinion is not asked.
    enum Fault {
        /// Nothing of that name can be asked of anybody.
        UNKNOWN,
        /// No text carries the exchange.
        NO_BASIS,
        /// No service of that kind is competent, or the one that is named is closed.
        NO_OFFICE,
        /// The same was asked of it already, and waits.
        PENDING,
        /// The question is longer than [Opinions#LONGEST] characters.
        TOO_LONG,
        /// The day is not one of those that may be set.
        WRONG_DAY,
        /// This service may not ask that one.
        NOT_DELEGATED
    }
}
