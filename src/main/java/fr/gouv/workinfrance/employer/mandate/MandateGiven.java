package fr.gouv.workinfrance.employer.mandate;

import java.time.Instant;

/// An employer has given a mandate, or its signed copy was sent.
public record MandateGiven(MandateId mandate, Instant at) {}
