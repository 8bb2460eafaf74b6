package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Version;

import java.util.Optional;

/// What of a request its parties may change now. All of a draft; of a deposited request, what the
/// office asked to mend and nothing else while it asks, or else what the procedure lets them change
/// of their own accord. A question that has to be answered, and that another answer has brought
/// about, is open with it.
///
/// @param dossier as its parties see it, with what they have not sent yet
record Reopening(Dossier dossier, Version version) {

    boolean opens(Field field) {
        return draft()
                || asked(Subject.field(field.id())).orElseGet(() -> !field.fixed())
                || brought(field);
    }

    boolean opens(Piece piece) {
        return draft() || asked(Subject.piece(piece.id())).orElse(true);
    }

    private boolean brought(Field field) {
        return field.required().holds(dossier.values())
                && !dossier.answers().values().containsKey(field.id())
                && version.asked(dossier.values()).contains(field);
    }

    /// Whether the office asks for this; empty when it asks for nothing.
    private Optional<Boolean> asked(Subject subject) {
        return dossier.pendingCorrection().map(correction -> correction.line(subject).isPresent());
    }

    private boolean draft() {
        return dossier.stage() instanceof Stage.Draft;
    }
}
