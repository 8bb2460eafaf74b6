package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.calendar.LegalPeriod;
import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.procedure.Spelling;
import fr.gouv.workinfrance.procedure.Words;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One YAML mapping, read key by key. A key that nobody asks for is a mistake, told by [#finish()].
final class Mapping {
    /// Stands for words that are missing, so that reading goes on; the file is refused all the
    /// same.
    private static final Words NO_WORDS = new Words("", "");

    private final Node node;
    private final Mistakes mistakes;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Mapping(Node node, Mistakes mistakes) {
        this.node = node;
        this.mistakes = mistakes;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                String key = text(entry.getKeyNode()).orElse("");
                if (entries.putIfAbsent(key, entry) != null) {
                    mistakes.at(entry.getKeyNode(), "'" + key + "' is said twice");
                }
            }
        } else {
            mistakes.at(node, "expected keys and values");
        }
    }

    private static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar
                ? Optional.of(scalar.getValue().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    Node node() {
        return node;
    }

    /// The value of a key, or the mapping itself when the key is absent: where to report a mistake.
    Node at(String key) {
        return value(key).orElse(node);
    }

    boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    /// All its keys, whatever they are.
    List<String> keys() {
        asked.addAll(entries.keySet());
        return List.copyOf(entries.keySet());
    }

    Optional<Node> value(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
    }

    /// Reports a key that has to be there and is not.
    boolean need(String key) {
        boolean there = has(key);
        if (!there) {
            mistakes.at(node, "'" + key + "' is missing");
        }
        return there;
    }

    Optional<String> optionalText(String key) {
        Optional<Node> value = value(key);
        Optional<String> text = value.flatMap(Mapping::text);
        if (value.isPresent() && text.isEmpty()) {
            mistakes.at(value.get(), "'" + key + "' is empty or not a text");
        }
        return text;
    }

    /// An empty text when it is missing, which is reported.
    String text(String key) {
        return need(key) ? optionalText(key).orElse("") : "";
    }

    Words words(String key) {
        return need(key) ? wordsOf(key) : NO_WORDS;
    }

    @Nullable Words optionalWords(String key) {
        return has(key) ? wordsOf(key) : null;
    }

    private Words wordsOf(String key) {
        Mapping of = new Mapping(at(key), mistakes);
        Words words = of.ownWords();
        of.finish();
        return words;
    }

    /// The words held by this mapping itself, beside other keys.
    Words ownWords() {
        Words words = new Words(text("fr"), text("en"));
        for (Language language : Language.values()) {
            if (!asked.contains(language.code()) && has(language.code())) {
                words = words.with(language, text(language.code()));
            }
        }
        return words;
    }

    LegalPeriod period(String key) {
        String text = text(key);
        try {
            if (!text.isEmpty()) {
                return LegalPeriod.parse(text);
            }
        } catch (IllegalArgumentException _) {
            mistakes.at(at(key), "'" + text + "' is not a period; write '2 months'");
        }
        return new LegalPeriod(1, LegalPeriod.Unit.MONTHS);
    }

    LocalDate date(String key) {
        LocalDate date = need(key) ? optionalDate(key) : null;
        return date == null ? LocalDate.EPOCH : date;
    }

    @Nullable LocalDate optionalDate(String key) {
        Optional<String> text = optionalText(key);
        try {
            return text.map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException _) {
            mistakes.at(at(key), "'" + text.orElse("") + "' is not a day; write 2026-11-23");
            return null;
        }
    }

    boolean yes(String key) {
        Optional<String> text = optionalText(key);
        if (text.isPresent() && !Set.of("yes", "no").contains(text.get())) {
            mistakes.at(at(key), "'" + key + "' is yes or no, not '" + text.get() + "'");
        }
        return text.filter("yes"::equals).isPresent();
    }

    boolean neededYes(String key) {
        return need(key) && yes(key);
    }

    int number(String key, int otherwise) {
        Optional<String> text = optionalText(key);
        try {
            return text.map(Integer::valueOf).orElse(otherwise);
        } catch (NumberFormatException _) {
            mistakes.at(at(key), "'" + text.orElse("") + "' is not a whole number");
            return otherwise;
        }
    }

    /// One of the names of an enum; the first, once the mistake is reported, when it is none.
    <E extends Enum<E>> E one(String key, Class<E> kind) {
        String text = text(key);
        return text.isEmpty() ? kind.getEnumConstants()[0] : one(at(key), text, kind);
    }

    private <E extends Enum<E>> E one(Node where, String text, Class<E> kind) {
        List<String> names = Arrays.stream(kind.getEnumConstants()).map(Enum::name).toList();
        if (names.contains(text)) {
            return Enum.valueOf(kind, text);
        }
        String hint = Spelling.hint(text.toUpperCase(Locale.ROOT), names);
        mistakes.at(where, "'" + text + "' is none of " + String.join(", ", names) + hint);
        return kind.getEnumConstants()[0];
    }

    /// The names of an enum, listed under a key.
    <E extends Enum<E>> List<E> several(String key, Class<E> kind) {
        return nodes(key).stream().map(item -> one(item, text(item).orElse(""), kind)).toList();
    }

    /// What stands under a key; when nothing does, this is reported and the answer has no keys.
    Mapping mapping(String key) {
        return need(key) ? new Mapping(at(key), mistakes) : new Mapping(emptyAt(node), mistakes);
    }

    private static Node emptyAt(Node where) {
        return new MappingNode(
                Tag.MAP,
                true,
                List.of(),
                where.getStartMark(),
                where.getEndMark(),
                DumperOptions.FlowStyle.BLOCK);
    }

    /// The items under a key; a single value is a list of one.
    List<Node> nodes(String key) {
        return value(key)
                .map(value -> value instanceof SequenceNode list ? list.getValue() : List.of(value))
                .orElse(List.of());
    }

    /// The texts listed under a key; a single one is a list of one.
    List<String> texts(String key) {
        return nodes(key).stream().map(item -> text(item).orElse("")).toList();
    }

    List<Mapping> mappings(String key) {
        Optional<Node> value = value(key);
        if (value.isPresent() && !(value.get() instanceof SequenceNode)) {
            mistakes.at(value.get(), "'" + key + "' is a list: begin each item with '- '");
            return List.of();
        }
        return nodes(key).stream().map(item -> new Mapping(item, mistakes)).toList();
    }

    List<Mapping> neededMappings(String key) {
        return need(key) ? mappings(key) : List.of();
    }

    /// Reports the keys that nobody asked for.
    void finish() {
        entries.forEach(
                (key, entry) -> {
                    if (!asked.contains(key)) {
                        mistakes.at(
                                entry.getKeyNode(),
                                "unknown key '" + key + "'" + Spelling.hint(key, asked));
                    }
                });
    }
}
