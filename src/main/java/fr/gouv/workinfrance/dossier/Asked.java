package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.correction.Subject;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What came of a request for corrections.
public sealed interface Asked {

    /// It is sent, and those parts are open again.
    record Sent(Dossier dossier) implements Asked {}

    /// It is not sent: something of it is to be put right first.
    record Faulty(List<Fault> faults) implements Asked {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /// What is wrong with it.
    ///
    /// @param subject of the line; absent when it is the whole
    record Fault(Kind kind, @Nullable Subject subject) {

        public enum Kind {
            /// Nothing is asked.
            NO_LINE,
            /// No last day to answer, or one that leaves too little time or too much.
            ANSWER_BY,
            /// It is not the first request, and does not say why this was not asked then.
            LATE,
            /// Neither a reason of the library nor a word.
            NO_REASON,
            /// The reason is not one that can be given of this.
            OTHER_REASON,
            /// No text requires this of these parties: asking for it suspends nothing.
            NOT_REQUIRED,
            /// Completeness was certified: nothing that a text requires is missing.
            CERTIFIED
        }
    }
}
