package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.employer.mandate.Mandate;
import fr.gouv.workinfrance.employer.mandate.Portfolio;
import fr.gouv.workinfrance.employer.mandate.Reach;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The requests that a mandate opens to its holder, who may be nothing else to them.
///
/// @param request the only one; absent when it is for requests of the employer
/// @param siren of the employer; absent when it is for one request
/// @param procedure the only kind of request; absent for all
/// @param sirets of the establishments; empty for all of the employer
/// @param stages in which the holder sees them
record Opening(
        @Nullable UUID request,
        @Nullable String siren,
        @Nullable String procedure,
        Set<String> sirets,
        Set<Stage.Name> stages) {

    Opening {
        sirets = Set.copyOf(sirets);
        stages = Set.copyOf(stages);
    }

    /// What the mandates that someone holds open to him at that instant.
    static List<Opening> of(Portfolio held, Instant at) {
        return held.mandates().stream()
                .filter(Mandate::opens)
                .filter(mandate -> mandate.inForceAt(at))
                .map(Opening::of)
                .filter(opening -> !opening.stages().isEmpty())
                .toList();
    }

    private static Opening of(Mandate mandate) {
        Set<Stage.Name> stages = EnumSet.noneOf(Stage.Name.class);
        Arrays.stream(Stage.Name.values())
                .filter(stage -> Proxy.enough(stage).stream().anyMatch(mandate.powers()::contains))
                .forEach(stages::add);
        return switch (mandate.reach()) {
            case Reach.OneRequest(var scope, _, _) ->
                    new Opening(
                            DossierId.of(scope).map(DossierId::value).orElse(null),
                            null,
                            null,
                            Set.of(),
                            stages);
            case Reach.Requests(var procedure, var establishments, _) ->
                    new Opening(null, mandate.giver().siren(), procedure, establishments, stages);
        };
    }
}
