package fr.gouv.workinfrance.employer;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// What someone is to a company, on its pages.
public record Position(Employer employer, Membership membership) {

    /// Whether this person says who acts for the company.
    public boolean administers() {
        return membership.role() == Role.ADMINISTERS;
    }

    /// Whether this person may begin a request for it.
    public boolean begins() {
        return employer.open()
                && membership.role().allows(Role.FILLS)
                && !establishments().isEmpty();
    }

    /// What colleagues call these establishments.
    public String names(Collection<String> sirets) {
        return sirets.stream()
                .map(siret -> employer.establishment(siret).map(Establishment::name).orElse(siret))
                .collect(Collectors.joining(", "));
    }

    /// The establishments for which this person may begin something.
    public List<Establishment> establishments() {
        return employer.working().stream()
                .filter(
                        one ->
                                membership.whole()
                                        || membership.sirets().contains(one.siret().value()))
                .toList();
    }
}
