package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.correction.Correction;
import fr.gouv.workinfrance.dossier.correction.CorrectionLine;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Version;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What someone is asked to mend in a deposited request, and what he has mended and not sent yet:
/// his own parts, and nothing of another's.
///
/// @param asked what has yet to be answered, by him or by others; absent when nothing was asked
/// @param lines what of it is his to answer
/// @param changes what he would send
/// @param said of what is left as it was, why; by subject, as [Subject#toString()] writes it
public record Mending(
        @Nullable Correction asked,
        List<CorrectionLine> lines,
        List<Change> changes,
        Map<String, String> said) {

    public Mending {
        lines = List.copyOf(lines);
        changes = List.copyOf(changes);
        said = Map.copyOf(said);
    }

    /// @param his which parts he fills
    static Mending of(Dossier dossier, Version version, Predicate<Part> his) {
        Amendment amendment = dossier.amendment();
        Correction asked = dossier.pendingCorrection().orElse(null);
        List<CorrectionLine> lines =
                asked == null
                        ? List.of()
                        : asked.lines().stream().filter(line -> his.test(line.part())).toList();
        Map<String, String> said = new HashMap<>(amendment == null ? Map.of() : amendment.said());
        said.keySet().retainAll(lines.stream().map(line -> line.subject().toString()).toList());
        return new Mending(
                asked,
                lines,
                amendment == null
                        ? List.of()
                        : dossier.content().changes(amendment.content()).stream()
                                .filter(
                                        change ->
                                                AskedLines.part(version, change.subject())
                                                        .filter(his)
                                                        .isPresent())
                                .toList(),
                said);
    }

    /// The number of the request that he answers; absent when nothing was asked of him.
    @Nullable Integer number() {
        return asked == null || lines.isEmpty() ? null : asked.number();
    }

    /// The parts for which he answers what was asked.
    public Set<Part> parts() {
        return lines.stream().map(CorrectionLine::part).collect(Collectors.toSet());
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

    /// What he was asked and has not sent.
    public List<CorrectionLine> awaited() {
        return asked == null
                ? List.of()
                : lines.stream().filter(line -> asked.awaited().contains(line.part())).toList();
    }

    /// What he was asked and has neither mended, nor explained, nor sent yet.
    public List<CorrectionLine> unanswered() {
        return awaited().stream().filter(line -> !answered(line.subject())).toList();
    }

    /// What was changed.
    List<Subject> subjects() {
        return changes.stream().map(Change::subject).toList();
    }

    /// Whether there is anything to send or to give up.
    public boolean begun() {
        return !changes.isEmpty() || !said.isEmpty();
    }

    /// Whether it can be sent: something was mended or explained, and all that he was asked is.
    public boolean ready() {
        return begun() && unanswered().isEmpty();
    }
}
