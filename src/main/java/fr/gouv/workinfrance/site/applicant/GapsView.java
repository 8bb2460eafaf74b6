package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Gap;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Piece;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is missing or wrong before a deposit, as far as a person may be told: of the answers that
/// he does not see, only how much others have to mend.
///
/// @param blocking what holds the deposit back
/// @param advice what does not
/// @param elsewhere how much holds it back in what this person does not see, by part
public record GapsView(List<Gap> blocking, List<Gap> advice, Map<Part, Long> elsewhere) {

    static final GapsView NONE = new GapsView(List.of(), List.of(), Map.of());

    static GapsView of(Seen seen, List<Gap> gaps) {
        Map<Part, Long> elsewhere = new EnumMap<>(Part.class);
        gaps.stream()
                .filter(Gap::blocking)
                .filter(gap -> !seen.sees(gap))
                .flatMap(gap -> part(seen, gap).stream())
                .forEach(part -> elsewhere.merge(part, 1L, Long::sum));
        return new GapsView(
                gaps.stream().filter(Gap::blocking).filter(seen::sees).toList(),
                gaps.stream().filter(gap -> !gap.blocking()).filter(seen::sees).toList(),
                elsewhere);
    }

    /// Where something is mended; empty when it is not by this person.
    public static Optional<String> place(Seen seen, Gap gap) {
        return part(seen, gap)
                .filter(seen::fills)
                .map(
                        _ ->
                                gap.section() == null
                                        ? "/pieces"
                                        : "/formulaire/" + gap.section() + "#" + gap.field());
    }

    public boolean holdsBack() {
        return !blocking.isEmpty() || !elsewhere.isEmpty();
    }

    private static Optional<Part> part(Seen seen, Gap gap) {
        return gap.field() == null
                ? seen.version().piece(gap.id()).map(Piece::part)
                : seen.version().field(gap.field()).map(Field::part);
    }
}
