package fr.gouv.workinfrance.opinion;

import java.time.Instant;
import java.time.LocalDate;

/// More time that a service asks for.
///
/// @param until the day that it asks for
/// @param reason as it wrote it
public record Extension(LocalDate until, String reason, Instant askedAt, State state) {

    /// What the office made of it.
    public enum State {
        ASKED,
        GRANTED,
        REFUSED
    }

    Extension settled(boolean granted) {
        return new Extension(until, reason, askedAt, granted ? State.GRANTED : State.REFUSED);
    }
}
