package fr.gouv.workinfrance.office;

import java.time.Instant;

/// All that a service had is its successor's.
public record OfficeClosed(OfficeId office, OfficeId successor, Instant at) {}
