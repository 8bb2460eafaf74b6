package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.Scope;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the agents of the authority above are to a dossier: something, as long as an appeal is
/// before it, and nothing before or after.
@Component
class Authorities {

    private final DossierTable table;

    Authorities(DossierTable table) {
        this.table = table;
    }

    /// Nothing is looked for of who works nowhere but where the dossier is handled.
    Set<Relation> relations(Dossier dossier, List<Grant> held) {
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        Optional<Scope> office = dossier.office().map(Authorities::scope);
        if (office.isEmpty()
                || held.stream().allMatch(grant -> office.get().equals(grant.scope()))
                || held.stream().noneMatch(grant -> is(grant, Relation.ABOVE))) {
            return relations;
        }
        Optional<Scope> authority = table.authority(dossier.id()).map(Authorities::scope);
        for (Grant grant : held) {
            if (authority.filter(grant.scope()::equals).isPresent()) {
                Relation.ABOVE.stream()
                        .filter(relation -> is(grant, Set.of(relation)))
                        .forEach(relations::add);
            }
        }
        return relations;
    }

    private static boolean is(Grant grant, Collection<Relation> relations) {
        return relations.stream().anyMatch(relation -> relation.granted().equals(grant.relation()));
    }

    private static Scope scope(String office) {
        return new Scope("office", office);
    }
}
