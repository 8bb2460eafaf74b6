package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.correction.Correction;
import fr.gouv.workinfrance.dossier.correction.CorrectionLine;
import fr.gouv.workinfrance.dossier.correction.Subject;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// What the parties of a deposited request are asked to mend, and what they have mended and not
/// sent yet.
///
/// @param asked what they have yet to answer; absent when nothing was asked
/// @param changes what would be sent
/// @param said of what is left as it was, why; by subject, as [Subject#toString()] writes it
public record Mending(@Nullable Correction asked, List<Change> changes, Map<String, String> said) {

    public Mending {
        changes = List.copyOf(changes);
        said = Map.copyOf(said);
    }

    static Mending of(Dossier dossier) {
        Amendment amendment = dossier.amendment();
        return new Mending(
                dossier.pendingCorrection().orElse(null),
                amendment == null ? List.of() : dossier.content().changes(amendment.content()),
                amendment == null ? Map.of() : amendment.said());
    }

    /// Whether this was changed, and would be sent.
    public boolean changed(Subject subject) {
        return subjects().contains(subject);
    }

    /// Why this is left as it was; an empty text when nobody said.
    public String said(Subject subject) {
        return said.getOrDefault(subject.toString(), "");
    }

    /// Whether this is mended, or said to be left as it was.
    public boolean answered(Subject subject) {
        return changed(subject) || !said(subject).isEmpty();
    }

    /// What was asked and is neither mended nor explained yet.
    public List<CorrectionLine> unanswered() {
        return asked == null
                ? List.of()
                : asked.lines().stream().filter(line -> !answered(line.subject())).toList();
    }

    /// What was changed.
    List<Subject> subjects() {
        return changes.stream().map(Change::subject).toList();
    }

    /// Whether there is anything to give up.
    public boolean begun() {
        return !changes.isEmpty() || !said.isEmpty();
    }

    /// Whether it can be sent: all that was asked is answered, or something was changed.
    public boolean ready() {
        return asked == null ? !changes.isEmpty() : unanswered().isEmpty();
    }
}
