package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.Words;

import java.util.Optional;
import java.util.Set;

/// A dossier as someone may see it: what he is to it, and what he may do to it now.
///
/// @param procedure what is asked for: the name of its procedure
/// @param version of the procedure that the dossier follows
public record Seen(
        Dossier dossier, Words procedure, Version version, Set<Relation> relations, Set<Act> acts) {

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

    /// A document of the dossier that this person may have, by the name it has in addresses: every
    /// official one; what was joined, for the office and for those whose part asks for it.
    public Optional<DocumentId> document(String name) {
        return dossier.document(name).filter(document -> byOffice() || !ofOthers(document));
    }

    private boolean ofOthers(DocumentId document) {
        return dossier.attachments()
                .joined()
                .filter(joined -> joined.document().equals(document))
                .anyMatch(
                        joined ->
                                version.piece(joined.piece())
                                        .filter(piece -> fills(piece.part()))
                                        .isEmpty());
    }

    /// Whether this is the office that handles it: a caseworker, or a signatory.
    public boolean byOffice() {
        return relations.contains(Relation.OFFICE) || relations.contains(Relation.SIGNATORY);
    }

    /// Whether this party has yet to confirm what is said in its name. Whoever files does so by the
    /// statement on honour.
    public boolean silent() {
        return relations.stream()
                .flatMap(relation -> relation.part().stream())
                .filter(part -> part != dossier.filer() || dossier.deposit().isPresent())
                .flatMap(part -> dossier.party(part).stream())
                .anyMatch(party -> party.attestedAt() == null);
    }

    /// Whether this is one of the parties, rather than the administration.
    public boolean byParty() {
        return relations.stream().anyMatch(relation -> relation.part().isPresent());
    }
}
