package fr.gouv.workinfrance.employer.mandate;

import fr.gouv.workinfrance.access.Scope;

import org.jspecify.annotations.Nullable;

/// What a mandate looks at in a request, of which this package knows nothing more.
///
/// @param scope the name of the request
/// @param procedure what is asked for
/// @param siret of the establishment that employs, as far as it is known
public record Request(Scope scope, String procedure, @Nullable String siret) {

    boolean isOf(String siren) {
        return siret != null && siret.startsWith(siren);
    }
}
