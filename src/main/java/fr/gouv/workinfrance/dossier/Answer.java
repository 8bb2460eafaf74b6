package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Parsed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// What was answered to one question.
///
/// @param typed exactly as typed, so that what is wrong can be shown again and mended
/// @param value as read: text, or a map for values of several parts (amount and period…); absent
///   when nothing could be read
/// @param revision counts from 1, so that a newer answer is never overwritten unseen
public record Answer(String typed, @Nullable Object value, UUID author, Instant at, int revision) {

    /// The same text, read otherwise.
    Answer read(Parsed parsed) {
        return new Answer(
                typed,
                parsed instanceof Parsed.Value(Object canonical, _) ? canonical : null,
                author,
                at,
                revision);
    }
}
