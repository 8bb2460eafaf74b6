package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.procedure.Condition;
import fr.gouv.workinfrance.procedure.Confidence;
import fr.gouv.workinfrance.procedure.LegalSource;
import fr.gouv.workinfrance.procedure.LegalText;
import fr.gouv.workinfrance.procedure.Spelling;
import fr.gouv.workinfrance.procedure.Statement;
import fr.gouv.workinfrance.procedure.Words;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the texts that may be cited, and the statements that cite them: `law: L5221-5 (A)`.
final class LawReader {
    private static final Pattern CITATION = Pattern.compile("(.+?) \\(([ABC?])\\)");

    private final Mistakes mistakes;
    private final Map<String, LegalText> texts = new LinkedHashMap<>();
    private final Map<String, Node> places = new LinkedHashMap<>();
    private final Set<String> cited = new LinkedHashSet<>();

    LawReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /// Reads the file of texts: each by its key.
    void readTexts(Mapping file) {
        Mapping all = file.mapping("sources");
        for (String key : all.keys()) {
            Mapping of = all.mapping(key);
            places.put(key, of.node());
            LocalDate from = of.optionalDate("in force from");
            LocalDate until = of.optionalDate("in force until");
            if (from != null && until != null && until.isBefore(from)) {
                mistakes.at(of.at("in force until"), "this wording ends before it begins");
            }
            texts.put(
                    key,
                    new LegalText(
                            key,
                            of.optionalText("article").orElse(key),
                            of.words("text"),
                            url(of),
                            of.date("read on"),
                            of.optionalDate("read again by"),
                            from,
                            until,
                            !of.has("binding") || of.yes("binding")));
            of.finish();
        }
        file.finish();
    }

    /// Every text, in the order of the file.
    List<LegalText> texts() {
        return List.copyOf(texts.values());
    }

    /// The address that stands under `url`.
    URI url(Mapping source) {
        String text = source.text("url");
        if (!text.isEmpty() && !text.matches("https://[!-~]+")) {
            mistakes.at(source.at("url"), "'" + text + "' is not an https address");
            return URI.create("");
        }
        return URI.create(text);
    }

    /// The sources of a statement: it has one at least.
    List<LegalSource> law(Mapping of) {
        if (!of.has("law")) {
            mistakes.at(of.node(), "'law' is missing: every legal statement has a source");
        }
        return optionalLaw(of);
    }

    List<LegalSource> optionalLaw(Mapping of) {
        Words note = of.optionalWords("note");
        List<LegalSource> law = new ArrayList<>();
        for (Node citation : of.nodes("law")) {
            citation(citation, note).ifPresent(law::add);
        }
        return List.copyOf(law);
    }

    private Optional<LegalSource> citation(Node node, @Nullable Words note) {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        Matcher matcher = CITATION.matcher(text);
        if (!matcher.matches()) {
            mistakes.at(
                    node, "cite a source and its confidence, 'L5221-5 (A)', not '" + text + "'");
            return Optional.empty();
        }
        String key = matcher.group(1);
        LegalText found = texts.get(key);
        if (found == null) {
            mistakes.at(node, "unknown source '" + key + "'" + Spelling.hint(key, texts.keySet()));
            return Optional.empty();
        }
        cited.add(key);
        return Optional.of(new LegalSource(found, confidence(matcher.group(2)), note));
    }

    private static Confidence confidence(String symbol) {
        return Arrays.stream(Confidence.values())
                .filter(each -> each.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    /// A statement whose words stand beside its sources.
    Statement statement(Mapping of, String id, Statement.Topic topic) {
        return new Statement(id, topic, of.ownWords(), law(of));
    }

    /// A statement under a key of its own.
    Statement statement(Mapping parent, String key, String id, Statement.Topic topic) {
        Mapping of = parent.mapping(key);
        Statement statement = statement(of, id, topic);
        of.finish();
        return statement;
    }

    /// A list of statements, each with its `id`.
    List<Statement> statements(Mapping parent, String key, Statement.Topic topic) {
        return statements(parent, key, topic, _ -> Optional.empty());
    }

    /// The same, of which each may say whom it concerns.
    ///
    /// @param when reads whom a statement concerns
    List<Statement> statements(
            Mapping parent,
            String key,
            Statement.Topic topic,
            Function<Mapping, Optional<Condition>> when) {
        List<Statement> statements = new ArrayList<>();
        for (Mapping of : parent.neededMappings(key)) {
            Optional<Condition> concerned = when.apply(of);
            statements.add(
                    new Statement(
                            key + "." + of.text("id"),
                            topic,
                            of.ownWords(),
                            law(of),
                            concerned.orElse(null)));
            of.finish();
        }
        return statements;
    }

    /// Reports the texts that nothing cites.
    void finish() {
        places.forEach(
                (key, place) -> {
                    if (!cited.contains(key)) {
                        mistakes.at(place, "nothing cites the source '" + key + "'");
                    }
                });
    }
}
