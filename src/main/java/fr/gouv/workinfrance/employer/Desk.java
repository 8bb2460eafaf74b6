package fr.gouv.workinfrance.employer;

import fr.gouv.workinfrance.office.Office;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// Which proofs an agent reads: those of the départements of the services where he works, and those
/// of which no service can be said to be competent.
///
/// @param own the départements of the services where he works
/// @param covered the départements of all the services
record Desk(Set<String> own, Set<String> covered) {

    /// Keeps its own copies.
    Desk {
        own = Set.copyOf(own);
        covered = Set.copyOf(covered);
    }

    static Desk of(Collection<Office> his, Collection<Office> all, LocalDate on) {
        return new Desk(territory(his, on), territory(all, on));
    }

    private static Set<String> territory(Collection<Office> offices, LocalDate on) {
        return offices.stream()
                .filter(office -> office.kind().handles() && office.open(on))
                .flatMap(office -> office.territory().departments().stream())
                .collect(Collectors.toSet());
    }

    boolean reads(Claim claim) {
        String department = claim.department();
        return department == null || own.contains(department) || !covered.contains(department);
    }
}
