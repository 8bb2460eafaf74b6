package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.reference.online.Establishment;

import java.time.Instant;

/// What the register of establishments said of the employer of a request.
///
/// @param readAt when the register said so
public record RegisterNote(Establishment establishment, Instant readAt) {

    /// Whether it is of the establishment that the request now names.
    boolean isAbout(Dossier dossier) {
        return dossier.answers()
                .text(Known.EMPLOYER_SIRET.field())
                .filter(establishment.siret().value()::equals)
                .isPresent();
    }
}
