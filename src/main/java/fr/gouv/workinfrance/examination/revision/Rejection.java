package fr.gouv.workinfrance.examination.revision;

import java.util.Set;
import java.util.UUID;

/// An appeal is rejected.
///
/// @param appeal which
/// @param reason why, as the party that made it reads it (L411-5 CRPA)
public record Rejection(UUID appeal, String reason) implements Matter {

    static final int LONGEST = 5000;

    public Rejection {
        reason = reason.strip();
    }

    /// The fields of it that are wrong.
    Set<String> faults() {
        return reason.isEmpty() || reason.length() > LONGEST ? Set.of("reason") : Set.of();
    }
}
