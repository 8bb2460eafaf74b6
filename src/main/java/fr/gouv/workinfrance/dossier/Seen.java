package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Version;

import java.util.Set;

/// A dossier as someone may see it: what he is to it, and what he may do to it now.
///
/// @param version of the procedure that the dossier follows
public record Seen(Dossier dossier, Version version, Set<Relation> relations, Set<Act> acts) {

    public Seen {
        relations = Set.copyOf(relations);
        acts = Set.copyOf(acts);
    }

    public boolean may(Act act) {
        return acts.contains(act);
    }

    /// Whether this person fills this part of the form.
    public boolean fills(Part part) {
        return dossier.fills(part, relations);
    }

    /// Whether this is one of the parties, rather than the administration.
    public boolean byParty() {
        return relations.stream().anyMatch(relation -> relation.part().isPresent());
    }
}
