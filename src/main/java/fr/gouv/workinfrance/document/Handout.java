package fr.gouv.workinfrance.document;

import java.time.Instant;

/// A file that the house made for someone to fetch.
///
/// @param size in bytes
/// @param until when it is erased
public record Handout(
        DocumentId id, String name, String mediaType, long size, Instant madeAt, Instant until) {}
