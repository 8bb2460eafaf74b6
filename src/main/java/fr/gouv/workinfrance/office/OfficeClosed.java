package fr.gouv.workinfrance.office;

import java.time.Instant;

/// All that a service had is its successor's; heard again when something came since.
public record OfficeClosed(OfficeId office, OfficeId successor, Instant at) {}
