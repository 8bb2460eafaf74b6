package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.correction.Correction;
import fr.gouv.workinfrance.employer.Membership;
import fr.gouv.workinfrance.procedure.Part;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What the parties of a deposited request have yet to mend and to send, as it stands for someone:
/// the one place that says who is expected to do something, and by when.
///
/// @param by the last day given
/// @param parts those who have yet to send
public record Due(LocalDate by, Whose whose, Set<Part> parts) {

    public Due {
        parts = Set.copyOf(parts);
    }

    /// Whose it is to do, for who reads it.
    public enum Whose {
        /// His, at least in part.
        YOURS,
        /// Another party's alone.
        OTHERS,
        /// The parties', of which he is none.
        PARTIES
    }

    /// For who is all this to a dossier; empty when nothing is expected, or can be sent any more.
    static Optional<Due> of(Dossier dossier, Collection<Relation> relations) {
        return dossier.pendingCorrection()
                .filter(_ -> Move.of(Act.MEND).from().contains(dossier.stage().name()))
                .map(Correction::awaited)
                .map(
                        parts ->
                                new Due(
                                        dossier.pendingCorrection().orElseThrow().answerBy(),
                                        whose(dossier, parts, relations),
                                        parts));
    }

    private static Whose whose(
            Dossier dossier, Collection<Part> parts, Collection<Relation> relations) {
        if (parts.stream().anyMatch(part -> dossier.fills(part, relations))) {
            return Whose.YOURS;
        }
        return relations.stream().anyMatch(relation -> relation.reads().isPresent())
                ? Whose.OTHERS
                : Whose.PARTIES;
    }

    /// In the list of someone's requests: those that he takes part in, and those that a mandate
    /// opens to him.
    public static Optional<Due> of(Dossier dossier, UUID account) {
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        dossier.parties().stream()
                .filter(party -> party.account().equals(account))
                .map(party -> Relation.of(party.part()))
                .forEach(relations::add);
        return of(dossier, relations.isEmpty() ? Set.of(Relation.MANDATE_HOLDER) : relations);
    }

    /// In the list of a company's requests, for one who acts for it.
    public static Optional<Due> of(Dossier dossier, Membership member) {
        return of(dossier, dossier.belonging().relations(Set.of(member)));
    }

    /// In the list of what was entered at a counter, for who entered it.
    public static Optional<Due> atCounter(Dossier dossier) {
        return of(dossier, Set.of(Relation.COUNTER));
    }
}
