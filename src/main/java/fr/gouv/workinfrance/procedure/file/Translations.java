package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.language.Language;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The catalogue in one more language: each French text, and what it is in that language. They are
/// put beside the French and the English words before anything is read.
///
/// What is untranslated stops nothing: the law changes on its day, and French binds. It is told
/// apart from the mistakes, with its line.
final class Translations {
    static final String FOLDER = "catalogue/languages/";
    private static final String BINDING = Language.FRENCH.code();
    private static final String BESIDE = Language.ENGLISH.code();

    private final Sheet sheet;
    private final Language language;
    private final Mistakes mistakes;
    private final Map<String, NodeTuple> said = new LinkedHashMap<>();
    private final Set<Node> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> used = new HashSet<>();
    private final Set<String> missed = new HashSet<>();
    private final List<Mistake> untranslated = new ArrayList<>();

    private Translations(Sheet sheet, Language language, Mistakes mistakes) {
        this.sheet = sheet;
        this.language = language;
        this.mistakes = mistakes;
    }

    /// What a file of [#FOLDER] says; nothing when its name is the code of no language.
    static Optional<Translations> of(Sheet sheet, Mistakes mistakes) {
        String code = sheet.name().substring(FOLDER.length()).replace(".yaml", "");
        Optional<Language> language =
                Language.of(code).filter(known -> !Set.of(BINDING, BESIDE).contains(known.code()));
        if (language.isEmpty()) {
            mistakes.at(sheet.root(), "'" + code + "' is no language to translate to");
        }
        return language.map(known -> new Translations(sheet, known, mistakes).read());
    }

    private Translations read() {
        if (!(sheet.root() instanceof MappingNode texts)) {
            mistakes.at(
                    sheet.root(),
                    "expected French texts, and what they are in " + language.endonym());
            return this;
        }
        for (NodeTuple text : texts.getValue()) {
            String french = words(text.getKeyNode());
            if (words(text.getValueNode()).isEmpty()) {
                mistakes.at(text.getValueNode(), "not a text: '" + french + "'");
            } else if (said.putIfAbsent(french, text) != null) {
                mistakes.at(text.getKeyNode(), "'" + french + "' is translated twice");
            }
        }
        return this;
    }

    /// Puts the words of this language wherever a file has French and English ones.
    void into(Sheet file) {
        into(file.root(), file.name());
    }

    private void into(Node node, String file) {
        if (!visited.add(node)) {
            return; // said once, and pointed at from elsewhere
        }
        switch (node) {
            case SequenceNode list -> list.getValue().forEach(item -> into(item, file));
            case MappingNode mapping -> {
                mapping.getValue().forEach(entry -> into(entry.getValueNode(), file));
                Optional<Node> french = value(mapping, BINDING);
                if (french.isPresent() && value(mapping, BESIDE).isPresent()) {
                    add(mapping, french.get(), file);
                }
            }
            default -> {}
        }
    }

    private void add(MappingNode mapping, Node french, String file) {
        String text = words(french);
        Optional<Node> own = value(mapping, language.code());
        NodeTuple translated = said.get(text);
        if (own.isPresent()) {
            mistakes.at(own.get(), "these words stand in " + sheet.name());
        } else if (translated != null) {
            used.add(text);
            List<NodeTuple> entries = new ArrayList<>(mapping.getValue());
            entries.add(new NodeTuple(key(french), translated.getValueNode()));
            mapping.setValue(entries);
        } else if (missed.add(text)) {
            untranslated.add(at(french, file, "not in " + sheet.name() + ": '" + text + "'"));
        }
    }

    private Node key(Node beside) {
        return new ScalarNode(
                Tag.STR,
                language.code(),
                beside.getStartMark(),
                beside.getEndMark(),
                ScalarStyle.PLAIN);
    }

    /// What is not in this language, in the order of the files; then what translates nothing.
    List<Mistake> untranslated() {
        List<Mistake> all = new ArrayList<>(untranslated);
        said.forEach(
                (french, text) -> {
                    if (!used.contains(french)) {
                        String reason = "no file says '" + french + "' any more";
                        all.add(at(text.getKeyNode(), sheet.name(), reason));
                    }
                });
        return List.copyOf(all);
    }

    private static Mistake at(Node node, String file, String reason) {
        return new Mistake(
                file,
                node.getStartMark().getLine() + 1,
                node.getStartMark().getColumn() + 1,
                reason);
    }

    private static Optional<Node> value(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(entry -> words(entry.getKeyNode()).equals(key))
                .findFirst()
                .map(NodeTuple::getValueNode);
    }

    private static String words(Node node) {
        return node instanceof ScalarNode scalar
                ? scalar.getValue().strip().replaceAll("\\s+", " ")
                : "";
    }
}
