package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.correction.Subject;

import java.util.List;

/// What was mended, before and after: an answer as typed; for a piece, the ids of its documents or
/// the reason why there is none. Empty for nothing.
public record Change(Subject subject, List<String> before, List<String> after) {
    public Change {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
