package fr.gouv.workinfrance.employer;

import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.reference.Siren;
import fr.gouv.workinfrance.reference.Siret;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/// Someone acts for an employer, in a role, for some establishments or for all. It is read from the
/// grants of `access`, which carry it: one for the whole of the employer, or one for each
/// establishment.
///
/// @param sirets of the establishments it is for; empty for the whole of the employer
/// @param since when this role was given
/// @param grants that carry it
public record Membership(
        EmployerId employer,
        UUID account,
        Role role,
        SortedSet<String> sirets,
        Instant since,
        List<UUID> grants) {

    private static final String ESTABLISHMENT = "establishment";

    public Membership {
        sirets = new TreeSet<>(sirets);
        grants = List.copyOf(grants);
    }

    /// What these grants say of who acts for whom, the oldest first.
    public static List<Membership> of(Collection<Grant> grants) {
        record Holder(EmployerId employer, UUID account, Role role) {}
        Map<Holder, Membership> found = new LinkedHashMap<>();
        for (Grant grant : grants) {
            Optional<Role> role = Role.granted(grant.relation());
            Optional<EmployerId> employer = employer(grant.scope());
            if (role.isPresent() && employer.isPresent()) {
                found.merge(
                        new Holder(employer.get(), grant.account(), role.get()),
                        of(grant, employer.get(), role.get()),
                        Membership::with);
            }
        }
        return List.copyOf(found.values());
    }

    private static Membership of(Grant grant, EmployerId employer, Role role) {
        TreeSet<String> sirets = new TreeSet<>();
        if (grant.scope().kind().equals(ESTABLISHMENT)) {
            sirets.add(grant.scope().id());
        }
        return new Membership(
                employer, grant.account(), role, sirets, grant.from(), List.of(grant.id()));
    }

    /// A grant on the whole says more than one on an establishment.
    private Membership with(Membership other) {
        TreeSet<String> both = new TreeSet<>();
        if (!sirets.isEmpty() && !other.sirets.isEmpty()) {
            both.addAll(sirets);
            both.addAll(other.sirets);
        }
        List<UUID> all = new ArrayList<>(grants);
        all.addAll(other.grants);
        return new Membership(employer, account, role, both, since, all);
    }

    private static Optional<EmployerId> employer(Scope scope) {
        return scope.kind().equals(ESTABLISHMENT)
                ? Siret.parse(scope.id()).map(siret -> EmployerId.of(new Siren(siret.siren())))
                : EmployerId.of(scope);
    }

    /// What its grants are grants on.
    static List<Scope> scopes(EmployerId employer, Collection<String> sirets) {
        return sirets.isEmpty()
                ? List.of(employer.scope())
                : sirets.stream().map(siret -> new Scope(ESTABLISHMENT, siret)).toList();
    }

    /// Whether it is for all the establishments, those to come included.
    public boolean whole() {
        return sirets.isEmpty();
    }

    /// Whether it is for this establishment.
    public boolean covers(EmployerId of, String siret) {
        return employer.equals(of) && (whole() || sirets.contains(siret));
    }
}
