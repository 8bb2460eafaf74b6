package fr.gouv.workinfrance.employer.mandate;

import java.time.Instant;

/// A mandate was withdrawn, or given up, before its last day.
public record MandateEnded(MandateId mandate, Instant at) {}
