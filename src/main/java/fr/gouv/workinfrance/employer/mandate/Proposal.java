package fr.gouv.workinfrance.employer.mandate;

import fr.gouv.workinfrance.employer.mandate.Mandate.Giver;
import fr.gouv.workinfrance.employer.mandate.Mandate.Holder;

import java.time.LocalDate;
import java.util.Set;

/// The terms of a mandate to be drafted.
public record Proposal(
        Giver giver,
        Holder holder,
        Reach reach,
        Set<Power> powers,
        LocalDate from,
        LocalDate until) {

    public Proposal {
        powers = Set.copyOf(powers);
    }
}
