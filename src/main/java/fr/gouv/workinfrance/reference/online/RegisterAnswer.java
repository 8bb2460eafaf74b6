package fr.gouv.workinfrance.reference.online;

import java.time.Instant;

/// What the register says of a SIRET.
public sealed interface RegisterAnswer {

    /// It is there.
    ///
    /// @param readAt when the register said so
    record Found(Establishment establishment, Instant readAt) implements RegisterAnswer {}

    /// It is not, or its holder has asked not to be found.
    record Unknown() implements RegisterAnswer {}

    /// It is there, and its holder has asked that it not be told.
    record NotShown() implements RegisterAnswer {}

    /// The register is off, slow, or says nonsense.
    record Away() implements RegisterAnswer {}
}
