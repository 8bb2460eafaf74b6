package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.procedure.Condition;
import fr.gouv.workinfrance.procedure.ConditionLanguage;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Option;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Place;
import fr.gouv.workinfrance.procedure.Rows;
import fr.gouv.workinfrance.procedure.Section;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.reference.Commune;
import fr.gouv.workinfrance.reference.Communes;
import fr.gouv.workinfrance.reference.Per;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks for answers under which a condition of the form can hold: a page, a question or a piece
/// that none can bring about is a mistake of the file.
///
/// Each question is tried blank, with its options, and around the values that the conditions
/// compare with; only questions that the condition hangs on are varied.
final class Reach {
    /// Beyond so many tries nobody knows, and nothing is told.
    private static final int TRIES = 20_000;

    /// A list of options longer than this is tried at the values that conditions name, and a few.
    private static final int FEW = 12;

    private static final List<String> DAYS =
            List.of("2017-11-01", "2020-02-29", "2026-09-01", "2028-08-31");
    private static final List<String> BIRTHS = List.of("1960-05-05", "2002-00-00", "2014-05-05");
    private static final List<Long> NUMBERS = List.of(0L, 1L, 1_050L, 2_100L, 60_000L, 10_000_000L);

    private static final Pattern DEPARTMENT = Pattern.compile("[0-9]{2,3}|2[AB]");

    private final Version version;
    private final Map<String, Field> fields = new HashMap<>();

    Reach(Version version) {
        this.version = version;
        version.fields().forEach(field -> fields.put(field.id(), field));
    }

    /// Whether some answers make it hold.
    ///
    /// @param field the question that has to be asked at the same time, when there is one
    boolean reaches(Condition condition, @Nullable String field) {
        Set<Condition> all = new LinkedHashSet<>(Set.of(condition));
        List<String> names = new ArrayList<>();
        List<String> open = new ArrayList<>(condition.names());
        if (field != null) {
            open.add(field);
        }
        while (!open.isEmpty()) {
            String name = open.removeFirst();
            if (!names.contains(name)) {
                names.add(name);
                gates(name)
                        .forEach(
                                gate -> {
                                    all.add(gate);
                                    open.addAll(gate.names());
                                });
            }
        }
        Set<Object> literals = new LinkedHashSet<>();
        all.forEach(each -> literals.addAll(each.literals()));
        Search search = new Search(condition, field, names, literals);
        return search.found(names.size() - 1, new HashMap<>()) || search.tries >= TRIES;
    }

    /// A postcode of that département: those of Corsica begin with neither 2A nor 2B.
    private static String postcode(String department) {
        return department.equals("2B")
                ? "20200"
                : (department.replace('A', '0') + "000").substring(0, 5);
    }

    /// What has to hold for a question to be asked.
    private Stream<Condition> gates(String name) {
        Field field = fields.get(name);
        return Optional.ofNullable(field).stream()
                .flatMap(
                        asked ->
                                Stream.concat(
                                        Optional.ofNullable(asked.visibleWhen()).stream(),
                                        version
                                                .section(asked.section())
                                                .map(Section::visibleWhen)
                                                .stream()));
    }

    private final class Search {
        private final Condition condition;
        private final @Nullable String field;
        private final List<String> names;
        private final Set<Object> literals;
        private int tries;

        Search(
                Condition condition,
                @Nullable String field,
                List<String> names,
                Set<Object> literals) {
            this.condition = condition;
            this.field = field;
            this.names = names;
            this.literals = literals;
        }

        /// Tries the values of one name after the other; what the condition itself names first
        /// varies fastest.
        boolean found(int at, Map<String, Object> values) {
            if (at < 0) {
                tries++;
                return holds(values);
            }
            String name = names.get(at);
            for (Optional<Object> value : values(name)) {
                if (tries >= TRIES) {
                    return false;
                }
                value.ifPresentOrElse(some -> values.put(name, some), () -> values.remove(name));
                if (found(at - 1, values)) {
                    return true;
                }
            }
            values.remove(name);
            return false;
        }

        private boolean holds(Map<String, Object> values) {
            return condition.holds(version.counted(values))
                    && (field == null
                            || version.asked(values).stream()
                                    .map(Field::id)
                                    .anyMatch(field::equals));
        }

        private List<Optional<Object>> values(String name) {
            if (name.equals(ConditionLanguage.FILER)) {
                return Arrays.stream(Part.values())
                        .map(part -> Optional.<Object>of(part.name()))
                        .toList();
            }
            Field asked = fields.get(name);
            if (asked == null) {
                return List.of(Optional.empty());
            }
            Stream<Object> example =
                    Optional.ofNullable(asked.example())
                            .map(typed -> asked.type().parse(typed, Locale.FRENCH))
                            .filter(Parsed.Value.class::isInstance)
                            .map(value -> ((Parsed.Value) value).canonical())
                            .stream();
            return Stream.concat(
                            Stream.concat(example, candidates(asked.type()))
                                    .distinct()
                                    .map(Optional::of),
                            Stream.of(Optional.empty()))
                    .toList();
        }

        private Stream<Object> candidates(FieldType type) {
            return switch (type) {
                case FieldType.YesNo _ -> Stream.of(true, false);
                case FieldType.Day _ -> Stream.concat(texts(), DAYS.stream());
                case FieldType.PartialDay _ -> BIRTHS.stream().map(Object.class::cast);
                case FieldType.Whole _, FieldType.Percentage _ -> numbers();
                case FieldType.Money(Set<Per> periods) -> amounts("cents", periods);
                case FieldType.Hours(Set<Per> periods) -> amounts("minutes", periods);
                case FieldType.Postcode _ -> Stream.concat(texts(), postcodes());
                case Place.Address _ ->
                        postcodes()
                                .map(code -> Map.of("street", "x", "postcode", code, "city", "x"));
                case Place.Town(Communes communes) -> communes(communes);
                case Rows rows -> rows(rows);
                default -> type.options().isEmpty() ? texts() : options(type.options());
            };
        }

        /// No row, and one that answers each question with something.
        private Stream<Object> rows(Rows rows) {
            Map<String, Object> one = new HashMap<>();
            rows.columns()
                    .forEach(
                            column ->
                                    candidates(column.type())
                                            .reduce((_, last) -> last)
                                            .ifPresent(some -> one.put(column.id(), some)));
            return Stream.of(List.of(), List.of(one));
        }

        private Stream<Object> options(List<Option> options) {
            List<Object> all = options.stream().<Object>map(Option::value).toList();
            return all.size() <= FEW
                    ? all.stream()
                    : Stream.of(
                                    all.stream().filter(literals::contains),
                                    all.stream().limit(FEW),
                                    // the départements overseas are the last ones
                                    all.stream().skip(all.size() - FEW))
                            .flatMap(some -> some);
        }

        /// One in each département that conditions name, one overseas and one elsewhere.
        private Stream<String> postcodes() {
            return Stream.concat(
                    literals.stream()
                            .map(Object::toString)
                            .filter(DEPARTMENT.asMatchPredicate())
                            .map(Reach::postcode),
                    Stream.of("75001", "97400"));
        }

        private Stream<Object> communes(Communes communes) {
            return Stream.concat(
                    communes.all().stream()
                            .filter(
                                    one ->
                                            literals.contains(one.code())
                                                    || literals.contains(one.department()))
                            .map(Commune::code),
                    Stream.of("75056", "97411"));
        }

        private Stream<Object> texts() {
            return Stream.concat(
                    literals.stream().filter(String.class::isInstance), Stream.of("x"));
        }

        private Stream<Object> numbers() {
            return Stream.concat(
                    NUMBERS.stream(),
                    literals.stream()
                            .filter(Long.class::isInstance)
                            .map(Long.class::cast)
                            .flatMap(each -> Stream.of(each - 1, each, each + 1)));
        }

        private Stream<Object> amounts(String unit, Set<Per> periods) {
            return numbers()
                    .flatMap(
                            number ->
                                    periods.stream()
                                            .map(per -> Map.of(unit, number, "per", per.name())));
        }
    }
}
