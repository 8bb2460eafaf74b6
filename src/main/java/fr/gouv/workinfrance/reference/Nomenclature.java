package fr.gouv.workinfrance.reference;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A list of codes that the State publishes, each with what it stands for, in French.
///
/// Such a list always lags: a code of the right form that is not on it is still a code.
public final class Nomenclature {

    private static final int SHORTEST_WORD = 3;

    private final String sign;
    private final Pattern shape;
    private final Function<Matcher, String> code;
    private final Map<String, Entry> byCode;
    private final List<Entry> entries;

    /// One row.
    private record Entry(String code, String label, Set<String> names, Set<String> words) {
        static Entry of(String code, String label) {
            String bare = BareText.of(label);
            Set<String> names = new HashSet<>(Set.of(bare));
            int slash = label.indexOf(" / ");
            if (slash > 0) {
                String he = BareText.of(label.substring(0, slash));
                String she = BareText.of(label.substring(slash));
                names.add(she);
                // "Serveur / Serveuse en restauration" is not just any "serveur"
                if (spaces(he) == spaces(she)) {
                    names.add(he);
                }
            }
            return new Entry(code, label, Set.copyOf(names), wordsOf(bare));
        }

        private static long spaces(String text) {
            return text.chars().filter(sign -> sign == ' ').count();
        }

        boolean holds(Set<String> typed) {
            return typed.stream().allMatch(one -> words.stream().anyMatch(w -> w.startsWith(one)));
        }
    }

    /// @param sign what stands before a code when it is shown
    /// @param shape how people write a code
    /// @param code a code as it is kept, of what the shape matched
    Nomenclature(String file, String sign, String shape, Function<Matcher, String> code) {
        this.shape = Pattern.compile(shape, Pattern.CASE_INSENSITIVE);
        this.code = code;
        this.sign = sign;
        entries = new Listing(file, List.of("code", "label")).read(row -> Entry.of(row[0], row[1]));
        byCode = entries.stream().collect(toUnmodifiableMap(Entry::code, Function.identity()));
    }

    /// The code that was typed, alone, or beside its words: `M1805`, `M1805 - Études`, `Études
    /// (M1805)`.
    ///
    /// @return empty when what was typed has not the form of a code; a code that is on the list or
    ///   not otherwise
    public Optional<String> code(String typed) {
        String text = typed.strip();
        Matcher first = shape.matcher(text);
        if (first.lookingAt() && alone(text.substring(first.end()))) {
            return Optional.of(code.apply(first));
        }
        int bracket = text.lastIndexOf('(');
        if (bracket > 0 && text.endsWith(")")) {
            Matcher last = shape.matcher(text.substring(bracket + 1, text.length() - 1));
            if (last.matches()) {
                return Optional.of(code.apply(last));
            }
        }
        return Optional.empty();
    }

    private static boolean alone(String after) {
        return after.isEmpty() || after.matches("\\s*[-–—:,].*");
    }

    /// What a code stands for; empty when it is not on the list.
    public Optional<String> label(String of) {
        return Optional.ofNullable(byCode.get(of)).map(Entry::label);
    }

    /// A code as people read it, which [#code] reads again: `Restauration rapide (IDCC 1501)`; bare
    /// when it is not on the list.
    public String shown(String of) {
        return label(of).map(label -> label + " (" + sign + of + ")").orElse(sign + of);
    }

    /// The codes that someone may mean by these words: those that stand for exactly that, in the
    /// masculine or in the feminine, otherwise those whose words hold all of these, or their
    /// beginning.
    ///
    /// @return in the order of the list
    public List<String> meant(String typed) {
        String bare = BareText.of(typed);
        List<String> exact =
                entries.stream()
                        .filter(one -> one.names().contains(bare))
                        .map(Entry::code)
                        .toList();
        Set<String> words = wordsOf(bare);
        return !exact.isEmpty() || words.isEmpty()
                ? exact
                : entries.stream().filter(one -> one.holds(words)).map(Entry::code).toList();
    }

    /// All its codes, in its order.
    public List<String> codes() {
        return entries.stream().map(Entry::code).toList();
    }

    private static Set<String> wordsOf(String bare) {
        return Set.copyOf(
                Arrays.stream(bare.split(" "))
                        .filter(word -> word.length() >= SHORTEST_WORD)
                        .toList());
    }
}
