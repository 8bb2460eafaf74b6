package fr.gouv.workinfrance.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;

import fr.gouv.workinfrance.procedure.Parsed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// What was answered to one question.
///
/// @param typed exactly as typed, so that what is wrong can be shown again and mended
/// @param value as read: text, or a map for values of several parts (amount and period…); absent
///   when nothing could be read
/// @param revision counts from 1, so that a newer answer is never overwritten unseen
/// @param taken where it was taken from, until someone looks at it; absent when it was typed
public record Answer(
        String typed,
        @Nullable Object value,
        UUID author,
        Instant at,
        int revision,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Taken taken) {

    /// Of the instant, nobody asks for more than milliseconds, and each request keeps dozens.
    public Answer {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /// The same text, read otherwise.
    Answer read(Parsed parsed) {
        return new Answer(
                typed,
                parsed instanceof Parsed.Value(Object canonical, _) ? canonical : null,
                author,
                at,
                revision,
                taken);
    }

    /// Whether it was taken over since the page was shown from which this comes, and which leaves
    /// it blank.
    boolean takenSince(Given given) {
        return taken != null && given.revision() == 0 && given.typed().isBlank();
    }

    /// The same, which someone has looked at: it is his own from now on.
    Answer confirmed(UUID by, Instant now) {
        return new Answer(typed, value, by, now, revision, null);
    }
}
