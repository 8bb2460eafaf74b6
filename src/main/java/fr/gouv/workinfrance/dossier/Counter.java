package fr.gouv.workinfrance.dossier;

import java.time.Instant;
import java.util.UUID;

/// An agent who entered a request at the counter of an office, as such, for someone who cannot.
///
/// @param person for whom, as the agent wrote it
/// @param agreement how that person agreed
public record Counter(String office, UUID agent, String person, Agreement agreement, Instant at) {

    /// How the person agreed to what the counter does for him.
    public enum Agreement {
        /// By a paper signed before the agent.
        SIGNED,
        /// Aloud, before the agent.
        SPOKEN,
        /// Aloud, through somebody who speaks his language.
        INTERPRETED
    }

    /// Names nobody, so that no log does.
    @Override
    public String toString() {
        return "Counter[" + office + ", " + agreement + "]";
    }
}
