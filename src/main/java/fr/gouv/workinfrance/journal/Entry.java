package fr.gouv.workinfrance.journal;

import java.time.Instant;
import java.util.Map;

/// One act, as it was recorded.
///
/// @param number its place in its subject's chain, from 1
/// @param facts never personal, kept for ever
/// @param personal empty when there was none, or once it was erased
public record Entry(
        Subject subject,
        long number,
        Instant at,
        Actor actor,
        String act,
        Map<String, String> facts,
        Map<String, String> personal) {}
