package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.calendar.LegalPeriod;

/// How long the administration has, and what its silence means after that.
///
/// @param period from the receipt of the request
/// @param silence what is deemed decided when it passes
/// @param statement the time limit, with its sources
/// @param silenceStatement the meaning of silence, with its sources
public record TimeLimit(
        LegalPeriod period, Silence silence, Statement statement, Statement silenceStatement) {
    /// What silence means.
    public enum Silence {
        /// The request is deemed rejected; an incomplete file suspends the clock for the time given
        /// to complete it (L114-5 al. 3 CRPA).
        REFUSAL,
        /// The request is deemed granted; the clock runs only from a complete file (L114-5 al. 2
        /// CRPA).
        ACCEPTANCE
    }
}
