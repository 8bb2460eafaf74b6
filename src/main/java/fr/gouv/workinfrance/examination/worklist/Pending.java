package fr.gouv.workinfrance.examination.worklist;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// What waits to be signed: a decision, or an act about one that was given.
///
/// @param act its id; absent of a decision
/// @param at when it was prepared
/// @param by who prepared it, and does not sign it
/// @param limit the day on which the silence that it would break takes its meaning, of what answers
///   an appeal; absent otherwise
public record Pending(
        UUID dossier,
        @Nullable UUID act,
        Kind kind,
        Instant at,
        UUID by,
        @Nullable LocalDate limit) {

    /// What is signed.
    public enum Kind {
        GRANT,
        REFUSAL,
        RECTIFICATION,
        ERRATUM,
        WITHDRAWAL,
        REJECTION,
        REVERSAL,
        EXPLANATION
    }
}
