package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Gap;

import java.util.List;

/// What came of a deposit.
public sealed interface Submission {

    /// Deposited: the clock runs. Said again, in the same words, when one deposits twice.
    record Accepted(Dossier dossier) implements Submission {}

    /// Not deposited: this is missing or wrong, and nothing was written.
    record Incomplete(List<Gap> gaps) implements Submission {
        public Incomplete {
            gaps = List.copyOf(gaps);
        }
    }

    /// Not deposited: no office covers this request, the statement on honour was not made, or the
    /// law of the day is not in the catalogue.
    record Refused(Reason reason) implements Submission {}

    enum Reason {
        NO_COMPETENT_OFFICE,
        NO_STATEMENT,
        /// The law of that day is not written in the catalogue.
        LAW_NOT_ENCODED
    }
}
