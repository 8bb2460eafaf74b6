package fr.gouv.workinfrance.employer.mandate;

import fr.gouv.workinfrance.access.Scope;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;

/// Which requests a mandate is for.
public sealed interface Reach {

    /// What it is for, in the French words of the document; frozen when the mandate is drafted.
    String about();

    /// One request and no other, whatever is answered in it.
    ///
    /// @param reference by which people know the request
    record OneRequest(Scope scope, String reference, String about) implements Reach {}

    /// Requests of the employer, those to come included.
    ///
    /// @param procedure the only kind of request it is for; absent when it is for all
    /// @param establishments the SIRET of those it is for; empty when it is for all of the employer
    record Requests(@Nullable String procedure, Set<String> establishments, String about)
            implements Reach {
        public Requests {
            establishments = Set.copyOf(establishments);
        }
    }

    /// Why it is not for this request; empty when it is.
    ///
    /// @param siren of the employer who gives; absent when it has none, and then only one request
    ///   can be named
    default Optional<Limit> limit(Request request, @Nullable String siren) {
        return switch (this) {
            case OneRequest(Scope scope, _, _) ->
                    scope.equals(request.scope())
                            ? Optional.empty()
                            : Optional.of(Limit.OTHER_REQUEST);
            case Requests(var procedure, var establishments, _) -> {
                if (siren == null || !request.isOf(siren)) {
                    yield Optional.of(Limit.OTHER_REQUEST);
                }
                if (procedure != null && !procedure.equals(request.procedure())) {
                    yield Optional.of(Limit.OTHER_PROCEDURE);
                }
                yield establishments.isEmpty() || establishments.contains(request.siret())
                        ? Optional.empty()
                        : Optional.of(Limit.OTHER_ESTABLISHMENT);
            }
        };
    }
}
