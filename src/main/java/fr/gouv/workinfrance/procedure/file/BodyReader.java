package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.procedure.Condition;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Gazetteer;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Spelling;
import fr.gouv.workinfrance.procedure.Statement.Topic;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.body.Body;
import fr.gouv.workinfrance.procedure.body.Body.ReturnedFact;
import fr.gouv.workinfrance.procedure.body.Exchange;
import fr.gouv.workinfrance.procedure.body.Inquiry;
import fr.gouv.workinfrance.procedure.body.Inquiry.Question;
import fr.gouv.workinfrance.procedure.body.Sight;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the administrations that may be asked or informed, and checks that what is said of them
/// elsewhere is about one of them.
final class BodyReader {
    private final LawReader law;
    private final FieldReader fields;
    private final Mistakes mistakes;
    private final List<Body> bodies = new ArrayList<>();
    private final Map<Node, String> asked = new LinkedHashMap<>();
    private final Map<Node, String> joined = new LinkedHashMap<>();
    private final Map<String, Node> delegates = new LinkedHashMap<>();

    BodyReader(LawReader law, Gazetteer gazetteer, Mistakes mistakes) {
        this.law = law;
        this.fields = new FieldReader(gazetteer, mistakes);
        this.mistakes = mistakes;
    }

    List<Body> read(Mapping file) {
        Set<String> taken = new HashSet<>();
        for (Mapping item : file.neededMappings("bodies")) {
            String id = id(item, taken);
            Mapping sees = item.mapping("sees");
            bodies.add(
                    new Body(
                            id,
                            item.text("office"),
                            List.copyOf(named(item, "found by", asked)),
                            item.words("name"),
                            item.words("asked"),
                            item.words("informed"),
                            law.statement(item, "basis", "body." + id, Topic.EXCHANGE),
                            new Sight(
                                    named(sees, "fields", asked),
                                    named(sees, "pieces", joined),
                                    sees.yes("authorization")),
                            inquiries(item),
                            returns(item)));
            sees.finish();
            item.finish();
        }
        file.finish();
        delegates.forEach(this::exists);
        return List.copyOf(bodies);
    }

    /// What no procedure asks is seen by nobody: a name that is mistaken would hide what is needed.
    void check(List<Procedure> procedures) {
        check(asked, "question", ids(procedures, v -> v.fields().stream().map(Field::id)));
        check(joined, "piece", ids(procedures, v -> v.pieces().stream().map(Piece::id)));
    }

    private void check(Map<Node, String> named, String kind, Set<String> all) {
        named.forEach(
                (at, name) -> {
                    if (!all.contains(name)) {
                        mistakes.at(
                                at,
                                "no procedure has a "
                                        + kind
                                        + " of id '"
                                        + name
                                        + "'"
                                        + Spelling.hint(name, all));
                    }
                });
    }

    private static Set<String> ids(
            List<Procedure> procedures, Function<Version, Stream<String>> those) {
        return procedures.stream()
                .flatMap(procedure -> procedure.versions().stream())
                .flatMap(those)
                .collect(Collectors.toSet());
    }

    private String id(Mapping item, Set<String> taken) {
        String id = item.text("id");
        if (!taken.add(id)) {
            mistakes.at(item.at("id"), "there are two of id '" + id + "'");
        }
        return id;
    }

    private static Set<String> named(Mapping of, String key, Map<Node, String> places) {
        Set<String> names = new LinkedHashSet<>();
        for (Node node : of.nodes(key)) {
            String name = node instanceof ScalarNode scalar ? scalar.getValue() : "";
            places.put(node, name);
            names.add(name);
        }
        return names;
    }

    private void exists(String id, Node at) {
        Set<String> known = bodies.stream().map(Body::id).collect(Collectors.toSet());
        if (!known.contains(id)) {
            mistakes.at(at, "no body is '" + id + "'" + Spelling.hint(id, known));
        }
    }

    private List<Inquiry> inquiries(Mapping body) {
        Set<String> taken = new HashSet<>();
        List<Inquiry> inquiries = new ArrayList<>();
        for (Mapping item : body.mappings("inquiries")) {
            String id = id(item, taken);
            Set<String> questions = new HashSet<>();
            List<Question> form = new ArrayList<>();
            for (Mapping question : item.mappings("questions")) {
                form.add(
                        new Question(
                                fields.id(question, questions),
                                fields.type(question),
                                question.words("label"),
                                question.optionalWords("hint"),
                                question.neededYes("required")));
                question.finish();
            }
            int days = item.number("working days", 0);
            if (days < 1 || days > 120) {
                mistakes.at(item.at("working days"), "say in how many working days, from 1 to 120");
            }
            inquiries.add(
                    new Inquiry(
                            id,
                            item.words("title"),
                            item.words("question"),
                            form,
                            days,
                            item.number("extension", 0),
                            item.one("silence", Inquiry.Silence.class),
                            item.neededYes("compulsory"),
                            item.neededYes("communicable"),
                            law.statement(item, "meaning", "inquiry." + id, Topic.EXCHANGE),
                            delegates(item)));
            item.finish();
        }
        return inquiries;
    }

    private Set<String> delegates(Mapping inquiry) {
        List<String> named = inquiry.texts("may ask");
        named.forEach(body -> delegates.put(body, inquiry.at("may ask")));
        return Set.copyOf(named);
    }

    private List<ReturnedFact> returns(Mapping body) {
        Set<String> taken = new HashSet<>();
        List<ReturnedFact> returns = new ArrayList<>();
        for (Mapping item : body.mappings("returns")) {
            returns.add(
                    new ReturnedFact(
                            id(item, taken), item.words("words"), item.neededYes("dated")));
            item.finish();
        }
        return returns;
    }

    /// A rule of a version: who is asked or informed by itself.
    Exchange exchange(Mapping item, @Nullable Condition when) {
        String body = item.text("body");
        exists(body, item.at("body"));
        String inquiry = item.optionalText("asks").orElse(null);
        bodies.stream()
                .filter(one -> inquiry != null && one.id().equals(body))
                .filter(one -> one.inquiry(inquiry).isEmpty())
                .forEach(
                        one ->
                                mistakes.at(
                                        item.at("asks"),
                                        "'" + inquiry + "' is nothing that " + body + " is asked"));
        String id = item.text("id");
        return new Exchange(
                id,
                body,
                inquiry,
                item.one("on", Exchange.Moment.class),
                when,
                law.statement(item, "exchange." + id, Topic.EXCHANGE));
    }
}
