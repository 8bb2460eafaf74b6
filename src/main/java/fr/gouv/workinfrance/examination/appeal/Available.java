package fr.gouv.workinfrance.examination.appeal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Since when a decision is there for a party.
///
/// @param opened when it first opened it; absent as long as it has not
public record Available(Instant at, @Nullable Instant opened) {}
