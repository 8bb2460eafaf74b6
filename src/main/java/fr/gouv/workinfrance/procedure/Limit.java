package fr.gouv.workinfrance.procedure;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// What an authorization of this procedure is limited to.
///
/// @param id unique within the version
/// @param must what has to be true of what is granted; none when the limit is only told
/// @param words what the caseworker is told when it is not
/// @param statement the limit as the holder reads it, with its sources, and whom it concerns
public record Limit(String id, @Nullable Condition must, Words words, Statement statement) {

    /// Whether it concerns whoever gave these answers.
    boolean concerns(Map<String, Object> values) {
        return statement.concerns(values);
    }

    /// Which of what would be granted it is about, by its name among [Granted#FIELDS]; null when it
    /// is only told.
    @Nullable String about() {
        return must == null
                ? null
                : Granted.FIELDS.keySet().stream()
                        .filter(must.names()::contains)
                        .findFirst()
                        .orElse(null);
    }

    /// Whether it is kept. A limit that cannot be judged, for want of an answer, is not.
    boolean kept(Map<String, Object> values) {
        return must == null || must.holds(values);
    }
}
