package fr.gouv.workinfrance.permit;

import java.time.Instant;

/// The answer to someone who checks an authorization.
public sealed interface Verification {

    /// It is genuine: here is what it is worth now, and what it says.
    record Genuine(PermitStatus status, Extract extract, Instant at) implements Verification {}

    /// There is none such: a wrong code and a code that never was are the same answer.
    record Unknown(Instant at) implements Verification {}

    /// Asked too often from there; to be tried again later.
    record TooMany() implements Verification {}
}
