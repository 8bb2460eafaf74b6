package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Gap;
import fr.gouv.workinfrance.procedure.Statement;
import fr.gouv.workinfrance.procedure.Version;

import java.util.ArrayList;
import java.util.List;

/// What keeps a decision from being prepared: it grants beyond the limits of the procedure, or
/// refuses without a reason of it.
final class Scrutiny {

    private Scrutiny() {}

    /// @param criteria the version whose criteria apply
    /// @param seat of the office that handles it
    static List<Gap> faults(Dossier dossier, Version criteria, Decision decision, String seat) {
        return switch (decision) {
            case Decision.Granted granted -> granted(dossier, criteria, granted, seat);
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

    private static List<Gap> granted(
            Dossier dossier, Version criteria, Decision.Granted granted, String seat) {
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
