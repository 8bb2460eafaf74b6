package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.correction.Correction;
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
        return changes.stream().anyMatch(change -> change.subject().equals(subject));
    }

    /// Why this is left as it was; an empty text when nobody said.
    public String said(Subject subject) {
        return said.getOrDefault(subject.toString(), "");
    }

    /// Whether this is mended, or said to be left as it was.
    public boolean answered(Subject subject) {
        return changed(subject) || !said(subject).isEmpty();
    }

    /// Whether there is anything to give up.
    public boolean begun() {
        return !changes.isEmpty() || !said.isEmpty();
    }

    /// Whether it can be sent: all that was asked is answered, or something was changed.
    public boolean ready() {
        return asked == null
                ? !changes.isEmpty()
                : asked.lines().stream().allMatch(line -> answered(line.subject()));
    }
}
