package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Gap;
import fr.gouv.workinfrance.procedure.Statement;
import fr.gouv.workinfrance.procedure.Version;

import java.util.ArrayList;
import java.util.List;

/// What would be decided of a request, against the limits and the reasons that the law gives.
///
/// @param criteria the version of the procedure that is applied
/// @param seat of the office that handles it
record Proposal(Dossier dossier, Version criteria, Decision decision, String seat) {

    /// What keeps it from being decided; empty when nothing does.
    List<Gap> faults() {
        return switch (decision) {
            case Decision.Granted granted -> granted(granted);
            case Decision.Refused(List<String> reasons, _, String facts) -> {
                List<Gap> gaps = new ArrayList<>();
                if (reasons.isEmpty()
                        || !reasons.stream().allMatch(id -> criteria.reason(id).isPresent())) {
                    gaps.add(fault("reasons"));
                }
                if (facts.isBlank()) {
                    gaps.add(fault("facts"));
                }
                yield gaps;
            }
        };
    }

    private List<Gap> granted(Decision.Granted granted) {
        List<Gap> gaps =
                new ArrayList<>(
                        criteria.checkAuthorization(granted.asLimited(seat), dossier.values()));
        Extent extent = granted.extent();
        if (extent != null) {
            List<String> known =
                    criteria.statements(Statement.Topic.CONDITION).stream()
                            .map(Statement::id)
                            .toList();
            if (!known.containsAll(extent.conditions())) {
                gaps.add(fault("conditions"));
            }
            if (extent.further().length() > Extent.MOST) {
                gaps.add(fault("further"));
            }
        }
        return gaps;
    }

    private static Gap fault(String about) {
        return new Gap(Gap.Kind.LIMIT, about, null, about, "dossier.gap." + about, List.of(), true);
    }
}
