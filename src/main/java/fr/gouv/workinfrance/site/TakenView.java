package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.dossier.Taken;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Section;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A page of a draft with answers that were taken over from elsewhere and that nobody has looked at
/// yet, as it is told to who fills it in.
///
/// @param fields the questions that they answer
public record TakenView(Section section, List<Field> fields) {

    /// Those pages, in order.
    public static List<TakenView> of(Seen seen) {
        List<Field> asked = seen.version().asked(seen.dossier().values());
        return seen.version().sections().stream()
                .map(
                        section ->
                                new TakenView(
                                        section,
                                        asked.stream()
                                                .filter(f -> f.section().equals(section.id()))
                                                .filter(f -> taken(seen, f).isPresent())
                                                .toList()))
                .filter(page -> !page.fields().isEmpty())
                .toList();
    }

    /// What these questions are called.
    public String labels(Shell shell) {
        return fields.stream()
                .map(field -> shell.say(field.label()))
                .collect(Collectors.joining(", "));
    }

    /// Where the answer to a question was taken from; an empty text when it was not, or is no
    /// matter of this person.
    public static String words(Seen seen, Field field, Shell shell) {
        return taken(seen, field)
                .map(
                        taken ->
                                taken.request() == null || taken.day() == null
                                        ? shell.lookup("site.form.taken.account")
                                        : shell.say(
                                                "site.form.taken",
                                                taken.request(),
                                                shell.day(taken.day())))
                .orElse("");
    }

    private static Optional<Taken> taken(Seen seen, Field field) {
        return seen.dossier().stage() instanceof Stage.Draft && seen.fills(field.part())
                ? seen.dossier()
                        .answers()
                        .of(field.id())
                        .flatMap(answer -> Optional.ofNullable(answer.taken()))
                : Optional.empty();
    }
}
