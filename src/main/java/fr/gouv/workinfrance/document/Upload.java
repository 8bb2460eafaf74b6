package fr.gouv.workinfrance.document;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// A file on its way in.
///
/// @param slot where it goes in what it is for, in the words of whoever receives it
/// @param name as the person named it
/// @param received bytes that are kept: where it goes on from
/// @param until when it is forgotten, unless it goes on
/// @param outcome empty once it was received; otherwise the words for why not; null meanwhile
public record Upload(
        UUID id,
        String slot,
        String name,
        long size,
        @Nullable String sha256,
        long received,
        Instant until,
        @Nullable String outcome) {

    public int percent() {
        return (int) (100 * received / size);
    }
}
