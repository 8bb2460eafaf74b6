package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.revision.Revision.Given;
import fr.gouv.workinfrance.examination.revision.Revision.Paper;
import fr.gouv.workinfrance.examination.revision.Revision.State;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/// What stands in the place of an official document, since clerical errors in it were mended.
///
/// @param act that mended it last
/// @param paper of it that stands there
public record Replacement(Revision act, Paper paper) {

    /// Of the document of that kind that stands.
    ///
    /// @param known the acts about the decisions of the dossier, in order
    /// @return empty when nothing in it was mended
    public static Optional<Replacement> of(
            Dossier dossier, IssuedDeed.Kind kind, Collection<Revision> known) {
        if (dossier.deed(kind).isEmpty()) {
            return Optional.empty();
        }
        Instant decided =
                dossier.stage() instanceof Stage.Decided in ? in.signed().at() : Instant.EPOCH;
        return paper(kind)
                .flatMap(
                        paper ->
                                known.stream()
                                        .filter(one -> one.state() == State.SIGNED)
                                        .filter(one -> one.papers().contains(paper))
                                        .filter(one -> one.at().isAfter(decided))
                                        .reduce((_, last) -> last)
                                        .map(one -> new Replacement(one, paper)));
    }

    /// By which document of an act one of a kind is replaced; empty of those that nothing mends.
    public static Optional<Paper> paper(IssuedDeed.Kind kind) {
        return switch (kind) {
            case AUTHORIZATION -> Optional.of(Paper.AUTHORIZATION);
            case ACQUIRED -> Optional.of(Paper.CERTIFICATE);
            case DECISION -> Optional.of(Paper.DECISION);
            case ACKNOWLEDGMENT, COMPLETENESS -> Optional.empty();
        };
    }

    /// Since when it reads so: it was signed.
    public Instant since() {
        return act.at();
    }

    /// As the parties have it; empty as long as it is being sealed.
    public Optional<Given> given() {
        return act.paper(paper);
    }
}
