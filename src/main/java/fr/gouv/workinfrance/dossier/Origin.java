package fr.gouv.workinfrance.dossier;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// How a request began.
///
/// @param takenFrom the request whose answers it began with, which are to be checked
/// @param counter who entered it, for someone who cannot
public record Origin(@Nullable Reference takenFrom, @Nullable Counter counter) {

    /// Begun with nothing, by one of its parties.
    public static final Origin OWN = new Origin(null, null);

    /// Whether this agent entered it at the counter: he then has no part in what is decided.
    public boolean enteredBy(UUID account) {
        return counter != null && counter.agent().equals(account);
    }
}
