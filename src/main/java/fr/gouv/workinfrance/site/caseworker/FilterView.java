package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Option;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Sought;
import fr.gouv.workinfrance.site.Shell;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a worklist can be narrowed down by.
///
/// @param offices in which the person works
/// @param colleagues who may be in charge there
/// @param fields the questions that the catalogue marks as searchable: those of the procedure that
///   is chosen or, while none is, those that all procedures ask
public record FilterView(
        FilterForm form,
        List<Office> offices,
        List<Account> colleagues,
        List<Procedure> procedures,
        List<Field> fields) {

    /// The stages that an office can meet.
    public static final List<Stage.Name> STAGES =
            Stream.of(Stage.Name.values()).filter(name -> name != Stage.Name.DRAFT).toList();

    /// One thing that narrows a list down.
    ///
    /// @param without the list that it does not narrow down
    public record Tag(String label, String value, String without) {}

    /// The questions by which requests are looked for.
    ///
    /// @param procedure the one that is chosen; blank for all
    static List<Field> fields(List<Procedure> procedures, String procedure) {
        List<Procedure> chosen =
                procedures.stream()
                        .filter(one -> procedure.isEmpty() || one.id().equals(procedure))
                        .toList();
        Map<String, List<Field>> byId = new LinkedHashMap<>();
        for (Procedure one : chosen) {
            one.versions().getLast().fields().stream()
                    .filter(Field::searchable)
                    .forEach(
                            field ->
                                    byId.computeIfAbsent(field.id(), _ -> new ArrayList<>())
                                            .add(field));
        }
        return byId.values().stream()
                .filter(same -> same.size() == chosen.size())
                .map(FilterView::merged)
                .toList();
    }

    /// The question with the answers that any of these offers, in the plainest of their words.
    private static Field merged(List<Field> same) {
        Field first =
                same.stream()
                        .min(Comparator.comparingInt(f -> f.label().in(Locale.FRENCH).length()))
                        .orElseThrow();
        if (!(first.type() instanceof FieldType.Choice)) {
            return first;
        }
        Map<String, Option> options = new LinkedHashMap<>();
        same.forEach(field -> field.options().forEach(o -> options.putIfAbsent(o.value(), o)));
        return first.with(new FieldType.Choice(List.copyOf(options.values())));
    }

    public boolean between(Field field) {
        return Sought.of(field.type()).filter(Sought.BETWEEN_DAYS::equals).isPresent();
    }

    public String error(String name, Shell shell) {
        Parsed.Wrong wrong = form.wrong().get(name);
        return wrong == null ? "" : shell.say(wrong.messageKey(), wrong.args().toArray());
    }

    public String name(Field field) {
        return FilterForm.FIELD + field.id();
    }

    /// What narrows a list down, in words.
    List<Tag> tags(Shell shell) {
        return form.narrowing().entrySet().stream()
                .map(
                        one ->
                                new Tag(
                                        label(one.getKey(), shell),
                                        value(one.getKey(), one.getValue(), shell),
                                        form.without(one.getKey())))
                .toList();
    }

    private String label(String name, Shell shell) {
        String which =
                FilterForm.field(name)
                        .flatMap(this::field)
                        .map(field -> shell.say(field.label()))
                        .orElseGet(
                                () ->
                                        shell.lookup(
                                                "site.desk.filter."
                                                        + name.replaceFirst("\\.(du|au)$", "")));
        if (name.endsWith(FilterForm.FROM)) {
            return shell.say("site.desk.filter.from", which);
        }
        return name.endsWith(FilterForm.UNTIL) ? shell.say("site.desk.filter.until", which) : which;
    }

    private String value(String name, String typed, Shell shell) {
        Optional<Field> asked = FilterForm.field(name).flatMap(this::field);
        if (name.endsWith(FilterForm.FROM) || name.endsWith(FilterForm.UNTIL)) {
            return day(typed, shell);
        }
        if (asked.isPresent()) {
            FieldType type = asked.get().type();
            return type.parse(typed, shell.locale()) instanceof Parsed.Value(_, String display)
                    ? display
                    : typed;
        }
        return switch (name) {
            case FilterForm.OFFICE ->
                    offices.stream()
                            .filter(office -> office.id().equals(typed))
                            .map(Office::name)
                            .findFirst()
                            .orElse(typed);
            case FilterForm.ASSIGNEE ->
                    colleagues.stream()
                            .filter(account -> account.id().toString().equals(typed))
                            .map(Account::displayName)
                            .findFirst()
                            .orElse(typed);
            case FilterForm.PROCEDURE ->
                    procedures.stream()
                            .filter(procedure -> procedure.id().equals(typed))
                            .map(procedure -> shell.say(procedure.name()))
                            .findFirst()
                            .orElse(typed);
            case FilterForm.STAGE ->
                    STAGES.stream()
                            .filter(stage -> stage.name().equals(typed))
                            .map(stage -> shell.lookup("site.stage." + stage.name()))
                            .findFirst()
                            .orElse(typed);
            default -> typed;
        };
    }

    private static String day(String typed, Shell shell) {
        try {
            return shell.day(LocalDate.parse(typed));
        } catch (DateTimeParseException _) {
            return typed;
        }
    }

    private Optional<Field> field(String id) {
        return fields.stream().filter(field -> field.id().equals(id)).findFirst();
    }
}
