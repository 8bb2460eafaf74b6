package fr.gouv.workinfrance.dossier;

import java.util.Set;

/// What came of a message.
public sealed interface Writing {

    /// It is there for those whom it is for.
    record Written(int number) implements Writing {}

    /// Nothing of it is kept.
    record Faulty(Set<Fault> faults) implements Writing {
        public Faulty {
            faults = Set.copyOf(faults);
        }
    }

    /// What is wrong with it.
    enum Fault {
        /// Not one word.
        NO_WORDS,
        /// More words than one message takes.
        TOO_LONG,
        /// For nobody, or for a party that has not come in.
        NOBODY,
        /// This party has written too much in a day.
        TOO_MANY,
        /// More documents than one message takes.
        TOO_MANY_DOCUMENTS,
        /// The messages of this dossier hold all the documents that they can.
        FULL
    }
}
