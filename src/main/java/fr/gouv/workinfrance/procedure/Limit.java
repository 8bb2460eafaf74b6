package fr.gouv.workinfrance.procedure;

import org.jspecify.annotations.Nullable;

/// What an authorization of this procedure is limited to.
///
/// @param id unique within the version
/// @param must what has to be true of what is granted; none when the limit is only told
/// @param words what the caseworker is told when it is not
/// @param statement the limit as the holder reads it, with its sources
public record Limit(String id, @Nullable Condition must, Words words, Statement statement) {}
