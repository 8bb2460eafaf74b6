package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.procedure.Gap;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Section;
import fr.gouv.workinfrance.site.TakenView;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// One line of the task list: a section, and whether it is done.
///
/// @param missing how many answers are missing or wrong in it
/// @param taken whether answers of it were taken over, and nobody has looked at them yet
public record TaskView(Section section, long missing, boolean begun, boolean taken) {

    public static List<TaskView> of(Seen seen, List<Gap> gaps) {
        List<Section> taken = TakenView.of(seen).stream().map(TakenView::section).toList();
        return sections(seen).stream()
                .map(
                        section ->
                                new TaskView(
                                        section,
                                        gaps.stream()
                                                .filter(Gap::blocking)
                                                .filter(
                                                        gap ->
                                                                Objects.equals(
                                                                        gap.section(),
                                                                        section.id()))
                                                .count(),
                                        begun(seen, section),
                                        taken.contains(section)))
                .toList();
    }

    /// How many documents are asked of this person, and neither joined nor declared unavailable.
    public static long missingPieces(Seen seen) {
        return seen.version().requiredPieces(seen.dossier().values()).stream()
                .filter(piece -> seen.fills(piece.part()))
                .filter(piece -> seen.dossier().attachments().of(piece.id()).isEmpty())
                .count();
    }

    /// The sections that this person fills, in order.
    public static List<Section> sections(Seen seen) {
        return Arrays.stream(Part.values())
                .filter(seen::fills)
                .flatMap(
                        part ->
                                seen
                                        .version()
                                        .visibleSections(part, seen.dossier().values())
                                        .stream())
                .toList();
    }

    /// Whether something was answered in it.
    static boolean begun(Seen seen, Section section) {
        return section.fields().stream()
                .anyMatch(field -> seen.dossier().answers().of(field.id()).isPresent());
    }

    public String state() {
        return taken ? "taken" : missing == 0 ? "done" : begun ? "begun" : "todo";
    }
}
