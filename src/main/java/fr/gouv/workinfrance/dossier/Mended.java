package fr.gouv.workinfrance.dossier;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What the parties mended and sent, at once.
///
/// @param number counts the amendments of a dossier, from 1
/// @param correction the number of the request that it answers; absent when nothing was asked
public record Mended(
        int number, Instant at, UUID by, @Nullable Integer correction, List<Change> changes) {
    public Mended {
        changes = List.copyOf(changes);
    }
}
