package fr.gouv.workinfrance.notification;

import java.time.Instant;

/// One thing of a letter that tells several.
///
/// @param reference of the request
/// @param kind what happened
public record DigestLine(String reference, Notice.Kind kind, Instant at, String link) {}
