package fr.gouv.workinfrance.site.employer;

import fr.gouv.workinfrance.employer.Employer;
import fr.gouv.workinfrance.employer.Membership;
import fr.gouv.workinfrance.employer.Role;

import java.util.List;
import java.util.Set;

/// What a colleague may do, and where, as a form says it.
///
/// @param whole for all the establishments, those to come included
/// @param sirets of the establishments that were ticked
public record RoleForm(Role role, boolean whole, List<String> sirets) {

    public RoleForm {
        sirets = List.copyOf(sirets);
    }

    static final RoleForm NEW = new RoleForm(Role.FILLS, true, List.of());

    static RoleForm of(Membership member) {
        return new RoleForm(member.role(), member.whole(), List.copyOf(member.sirets()));
    }

    /// Whether it says where.
    boolean complete(Employer employer) {
        return role == Role.ADMINISTERS
                || whole
                || (!sirets.isEmpty()
                        && sirets.stream()
                                .allMatch(siret -> employer.establishment(siret).isPresent()));
    }

    /// The establishments; none for the whole.
    Set<String> reach() {
        return whole || role == Role.ADMINISTERS ? Set.of() : Set.copyOf(sirets);
    }
}
