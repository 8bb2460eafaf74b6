package fr.gouv.workinfrance.procedure.need;

import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Option;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Words;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/// One question of those that settle whether an authorization is needed.
///
/// @param id unique within the table; also its name in conditions and in addresses
/// @param type how an answer is read
/// @param label the question
/// @param hint how to answer
public record Question(String id, FieldType type, Words label, @Nullable Words hint) {

    private static final long HOUR = 60;

    /// What was typed, read; hours that can be for one period only need not name it.
    public Parsed read(String typed, Locale locale) {
        return type.parse(whole(typed), locale);
    }

    /// What was typed, with the only period that it can be for.
    String whole(String typed) {
        return type instanceof FieldType.Hours(var periods)
                        && periods.size() == 1
                        && typed.matches("[\\s\\p{Zs}.,h]*+\\d[\\s\\p{Zs}\\d.,h]*+")
                ? typed + " " + periods.iterator().next().name()
                : typed;
    }

    /// Whether every way to answer it can be tried: only such questions make a table that is surely
    /// whole.
    public boolean countable() {
        return switch (type) {
            case FieldType.Choice _,
                    FieldType.YesNo _,
                    FieldType.CountryCode _,
                    FieldType.Whole _,
                    FieldType.Hours _ ->
                    true;
            default -> false;
        };
    }

    /// One answer of each kind that conditions can tell apart.
    ///
    /// @param named the texts and numbers that conditions name
    /// @param groups sets of countries that conditions can name at once
    List<Object> samples(Set<Object> named, List<Set<String>> groups) {
        return switch (type) {
            case FieldType.YesNo _ -> List.of(true, false);
            case FieldType.CountryCode(var options) -> countries(options, named, groups);
            case FieldType.Whole(long min, long max) ->
                    around(named)
                            .filter(number -> min <= number && number <= max)
                            .mapToObj(number -> (Object) number)
                            .toList();
            case FieldType.Hours(var periods) ->
                    around(named)
                            .boxed()
                            .flatMap(
                                    minutes ->
                                            periods.stream()
                                                    .map(per -> hours(minutes) + " " + per.name()))
                            .map(this::canonical)
                            .flatMap(Optional::stream)
                            .toList();
            default -> type.options().stream().<Object>map(Option::value).toList();
        };
    }

    /// The countries that are named, and one of each other kind.
    private static List<Object> countries(
            List<Option> options, Set<Object> named, List<Set<String>> groups) {
        Map<List<Boolean>, Object> kinds = new HashMap<>();
        List<Object> samples = new ArrayList<>();
        for (Option option : options) {
            if (named.contains(option.value())) {
                samples.add(option.value());
            } else {
                kinds.putIfAbsent(
                        groups.stream().map(group -> group.contains(option.value())).toList(),
                        option.value());
            }
        }
        samples.addAll(kinds.values());
        return samples;
    }

    /// Each number that is named, the one before and the one after; one is enough between two.
    private static LongStream around(Set<Object> named) {
        Set<Long> numbers = new TreeSet<>(Set.of(1L));
        for (Object name : named) {
            if (name instanceof Long number) {
                numbers.addAll(List.of(number - 1, number, number + 1));
            }
        }
        return numbers.stream().mapToLong(Long::longValue);
    }

    private static String hours(long minutes) {
        return "%dh%02d".formatted(minutes / HOUR, minutes % HOUR);
    }

    private Optional<Object> canonical(String typed) {
        return type.parse(typed, Locale.FRENCH) instanceof Parsed.Value(Object canonical, _)
                ? Optional.of(canonical)
                : Optional.empty();
    }
}
