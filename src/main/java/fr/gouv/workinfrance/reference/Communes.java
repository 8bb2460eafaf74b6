package fr.gouv.workinfrance.reference;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableList;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The communes of France. There are 35 000 of them, and most requests name none: they are read at
/// the first question.
public class Communes {

    private static final Listing LISTING =
            new Listing("communes.csv", List.of("code", "name", "postcodes"));

    private static final Pattern FIVE = Pattern.compile("(?:[0-9]{2}|2[AB])[0-9]{3}");

    /// A postcode, or the code of a département, before the name or after it, within brackets or
    /// not; a name that bears a figure is written before brackets.
    private static final Pattern WITH_PLACE =
            Pattern.compile(
                    "(?:(?<before>[0-9]{5})[ ,]+)?(?<name>.*[^ ,(])"
                            + "(?:[ ,]+\\(?|\\()(?<after>[0-9]{5}|97[0-9]|[0-9]{2}|2[AB])\\)?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern AFTER_POSTCODE =
            Pattern.compile("(?<before>[0-9]{5})[ ,]+(?<name>.+)");

    private static final int LONGEST = 100;

    private static final Pattern CEDEX = Pattern.compile(" cedex(?: [0-9]{1,2})?$");

    /// The three that have arrondissements of their own, with codes of their own.
    private static final Pattern ARRONDISSEMENT =
            Pattern.compile(
                    "(paris|lyon|marseille) (?:[1-9]|1[0-9]|20)(?:er|e|eme)?(?: arrondissement)?");

    private static final Map<String, Pattern> THEIR_CODES =
            Map.of(
                    "75056", Pattern.compile("751(?:0[1-9]|1[0-9]|20)"),
                    "69123", Pattern.compile("6938[1-9]"),
                    "13055", Pattern.compile("132(?:0[1-9]|1[0-6])"));

    /// Made when it is first named, as the language warrants, and once.
    private static final class Index {
        static final List<Commune> ALL =
                LISTING.read(row -> new Commune(row[0], row[1], List.of(row[2].split(" "))));
        static final Map<String, Commune> BY_CODE =
                ALL.stream().collect(toUnmodifiableMap(Commune::code, Function.identity()));
        static final Map<String, List<Commune>> BY_POSTCODE =
                ALL.stream()
                        .flatMap(
                                one ->
                                        one.postcodes().stream()
                                                .map(postcode -> Map.entry(postcode, one)))
                        .collect(
                                groupingBy(
                                        Map.Entry::getKey,
                                        mapping(Map.Entry::getValue, toUnmodifiableList())));
        static final Map<String, List<Commune>> BY_NAME =
                ALL.stream().collect(groupingBy(one -> bare(one.name()), toUnmodifiableList()));
    }

    /// All of them, in the order of their codes.
    public List<Commune> all() {
        return Index.ALL;
    }

    /// The commune that bears an INSEE code; for an arrondissement, the commune it is part of.
    public Optional<Commune> commune(String code) {
        String upper = code.strip().toUpperCase(Locale.ROOT);
        return Optional.ofNullable(Index.BY_CODE.get(upper))
                .or(
                        () ->
                                THEIR_CODES.entrySet().stream()
                                        .filter(one -> one.getValue().matcher(upper).matches())
                                        .map(one -> Index.BY_CODE.get(one.getKey()))
                                        .findFirst());
    }

    /// All those that someone may mean: by name, `Saint-Denis`; by name and département or
    /// postcode, `Saint-Denis (93)`, `93200 Saint-Denis`; by postcode or INSEE code alone.
    ///
    /// @return in the order of their codes; empty when nothing is called so
    public List<Commune> meant(String typed) {
        String text = typed.strip();
        if (FIVE.matcher(text.toUpperCase(Locale.ROOT)).matches()) {
            return Stream.concat(
                            commune(text).stream(),
                            Index.ALL.stream().filter(one -> one.postcodes().contains(text)))
                    .distinct()
                    .toList();
        }
        List<Commune> named = text.indexOf('(') < 0 ? named(text) : List.of();
        if (!named.isEmpty()) {
            return named;
        }
        Matcher both = WITH_PLACE.matcher(text);
        if (both.matches()) {
            return named(both.group("name")).stream().filter(in(both.group("after"))).toList();
        }
        Matcher after = AFTER_POSTCODE.matcher(text);
        return after.matches()
                ? named(after.group("name")).stream().filter(in(after.group("before"))).toList()
                : List.of();
    }

    /// The communes that begin as what was typed, or that have this postcode, the largest number of
    /// postcodes first: cities before villages.
    ///
    /// @param most how many at most
    public List<Commune> begun(String typed, int most) {
        String text = typed.strip();
        if (text.length() > LONGEST) {
            return List.of();
        }
        List<Commune> at = Index.BY_POSTCODE.getOrDefault(text, List.of());
        String bare = bare(text);
        return at.isEmpty() && bare.length() < 2
                ? List.of()
                : Stream.concat(
                                at.stream(),
                                Index.BY_NAME.entrySet().stream()
                                        .filter(one -> one.getKey().startsWith(bare))
                                        .flatMap(one -> one.getValue().stream())
                                        .sorted(
                                                comparing(
                                                                (Commune one) ->
                                                                        !bare(one.name())
                                                                                .equals(bare))
                                                        .thenComparingInt(
                                                                one -> -one.postcodes().size())
                                                        .thenComparing(Commune::name)))
                        .distinct()
                        .limit(most)
                        .toList();
    }

    /// The code of the département of an address, when its postcode and its commune leave no doubt.
    /// A postcode may span two; one of companies (CEDEX) is on no list, and its commune says then.
    ///
    /// @param postcode five digits
    /// @param town as typed; may be empty
    public Optional<String> departmentOf(String postcode, String town) {
        List<Commune> at = Index.BY_POSTCODE.getOrDefault(postcode, List.of());
        Optional<String> only = only(at.stream());
        if (only.isPresent() || town.isBlank() || town.length() > LONGEST) {
            return only;
        }
        List<Commune> named = named(town);
        return only(
                at.isEmpty()
                        ? named.stream().filter(in(postcode))
                        : named.stream().filter(at::contains));
    }

    private static Optional<String> only(Stream<Commune> communes) {
        List<String> all = communes.map(Commune::department).distinct().toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private static List<Commune> named(String name) {
        String bare = CEDEX.matcher(bare(name)).replaceAll("");
        Matcher arrondissement = ARRONDISSEMENT.matcher(bare);
        return Index.BY_NAME.getOrDefault(
                arrondissement.matches() ? arrondissement.group(1) : bare, List.of());
    }

    /// In that département, or with that postcode. A postcode of companies (CEDEX) is on no list:
    /// its first figures are still those of the département.
    private static Predicate<Commune> in(String place) {
        String code = place.toUpperCase(Locale.ROOT);
        if (code.length() < 5) {
            return one -> one.department().equals(code);
        }
        boolean listed = Index.ALL.stream().anyMatch(one -> one.postcodes().contains(code));
        return one ->
                listed
                        ? one.postcodes().contains(code)
                        : one.postcodes().stream()
                                .anyMatch(its -> its.regionMatches(0, code, 0, 2));
    }

    private static String bare(String name) {
        return BareText.of(name).replaceAll("\\bst\\b", "saint").replaceAll("\\bste\\b", "sainte");
    }
}
