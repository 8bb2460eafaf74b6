package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.procedure.Condition;
import fr.gouv.workinfrance.procedure.ConditionCompiler;
import fr.gouv.workinfrance.procedure.ConditionLanguage;
import fr.gouv.workinfrance.procedure.Confidence;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Spelling;
import fr.gouv.workinfrance.procedure.need.Contact;
import fr.gouv.workinfrance.procedure.need.Coverage;
import fr.gouv.workinfrance.procedure.need.Need;
import fr.gouv.workinfrance.procedure.need.Outcome;
import fr.gouv.workinfrance.procedure.need.Question;
import fr.gouv.workinfrance.procedure.need.Row;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the decision table that says whether an authorization is needed, and tries every way
/// through it: each ends at a row, each row ends some way, each question is put to somebody.
final class NeedReader {
    private final Sheet sheet;
    private final LawReader law;
    private final ConditionCompiler compiler;
    private final Mistakes mistakes;
    private final OutcomeReader outcomes;

    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, Node> asked = new LinkedHashMap<>();
    private final Map<Row, Node> rows = new LinkedHashMap<>();
    private final Map<String, Contact> contacts = new LinkedHashMap<>();
    private final Set<String> helpful = new HashSet<>();

    NeedReader(
            Sheet sheet,
            LawReader law,
            ConditionCompiler compiler,
            List<Procedure> procedures,
            Mistakes mistakes) {
        this.sheet = sheet;
        this.law = law;
        this.compiler = compiler;
        this.mistakes = mistakes;
        this.outcomes = new OutcomeReader(procedures, questions, mistakes);
    }

    Need read() {
        mistakes.reading(sheet.name(), "need");
        Mapping file = new Mapping(sheet.root(), mistakes);
        Mapping help = file.mapping("contacts");
        readContacts(help);
        readQuestions(file);
        readRows(file);
        contacts.keySet().stream()
                .filter(key -> !helpful.contains(key))
                .forEach(key -> mistakes.at(help.at(key), "no row sends to '" + key + "'"));
        file.finish();
        Need need = new Need(List.copyOf(questions.values()), List.copyOf(rows.keySet()));
        mistakes.whenRight(() -> cover(need, file));
        return need;
    }

    private void readContacts(Mapping all) {
        for (String key : all.keys()) {
            Mapping of = all.mapping(key);
            contacts.put(key, new Contact(of.ownWords(), law.url(of)));
            of.finish();
        }
    }

    private void readQuestions(Mapping file) {
        FieldReader fields = new FieldReader(compiler.gazetteer(), mistakes);
        Set<String> ids = new HashSet<>();
        for (Mapping of : file.neededMappings("questions")) {
            String id = fields.id(of, ids);
            var type = fields.type(of);
            Question question = new Question(id, type, of.words("label"), of.optionalWords("hint"));
            if (!question.countable()) {
                mistakes.at(
                        of.at("type"),
                        "not every answer to it can be tried: ask for a choice, yes/no, a"
                                + " nationality, a whole number or hours");
            }
            questions.put(id, question);
            asked.put(id, of.at("id"));
            of.finish();
        }
    }

    private void readRows(Mapping file) {
        Map<String, FieldType> types = new LinkedHashMap<>();
        questions.forEach((id, question) -> types.put(id, question.type()));
        ConditionLanguage language = new ConditionLanguage(compiler, types, true);
        Set<String> ids = new HashSet<>();
        for (Mapping of : file.neededMappings("rows")) {
            String id = of.text("id");
            if (!id.isEmpty() && !ids.add(id)) {
                mistakes.at(of.at("id"), "there are two rows '" + id + "'");
            }
            Row row = row(of, id, language);
            if (row != null) {
                rows.put(row, of.at("id"));
            }
            of.finish();
        }
    }

    private @Nullable Row row(Mapping of, String id, ConditionLanguage language) {
        Condition when = when(of, language);
        Outcome outcome = outcomes.read(of);
        var title = of.words("title");
        var words = of.ownWords();
        var sources = law.law(of);
        List<Contact> help = of.has("who") ? help(of) : List.of();
        if (outcome instanceof Outcome.Elsewhere && help.isEmpty()) {
            mistakes.at(of.node(), "'who' is missing: say who can help");
        }
        if (when == null) {
            return null;
        }
        Row row = new Row(id, when, outcome, title, words, sources, help);
        if (outcome instanceof Outcome.None
                && row.confidence().compareTo(Confidence.B) > 0
                && sources.stream().anyMatch(source -> source.note() == null)) {
            mistakes.at(
                    of.at("law"),
                    "nothing surer than (C) says that no authorization is needed: add a 'note' that"
                            + " tells to check");
        }
        return row;
    }

    private @Nullable Condition when(Mapping of, ConditionLanguage language) {
        String text = of.text("when");
        if (text.contains("given(")) {
            mistakes.at(of.at("when"), "'given' has no sense here: an answer that lacks is asked");
            return null;
        }
        return switch (language.compile(text)) {
            case ConditionLanguage.Compiled.Right(Condition condition) -> condition;
            case ConditionLanguage.Compiled.Mistaken(String reason) -> {
                mistakes.at(of.at("when"), "'when': " + reason);
                yield null;
            }
        };
    }

    private List<Contact> help(Mapping of) {
        List<Contact> help = new ArrayList<>();
        for (String key : of.texts("who")) {
            Contact contact = contacts.get(key);
            if (contact == null) {
                mistakes.at(
                        of.at("who"),
                        "unknown contact '" + key + "'" + Spelling.hint(key, contacts.keySet()));
            } else {
                helpful.add(key);
                help.add(contact);
            }
        }
        return List.copyOf(help);
    }

    private void cover(Need need, Mapping file) {
        Coverage coverage =
                Coverage.of(need, List.of(compiler.gazetteer().european()), compiler.tariff());
        coverage.silent()
                .forEach(
                        answers -> mistakes.at(file.at("rows"), "no row answers " + said(answers)));
        rows.forEach(
                (row, at) -> {
                    if (!coverage.reached().contains(row)) {
                        mistakes.at(
                                at,
                                "nobody reaches the row '"
                                        + row.id()
                                        + "': those above it answer everybody");
                    }
                });
        asked.forEach(
                (id, at) -> {
                    if (!coverage.asked().contains(questions.get(id))) {
                        mistakes.at(at, "the question '" + id + "' is put to nobody");
                    }
                });
    }

    private String said(Map<String, Object> answers) {
        return questions.values().stream()
                .flatMap(
                        question ->
                                Optional.ofNullable(answers.get(question.id())).stream()
                                        .map(answer -> said(question, answer)))
                .collect(Collectors.joining(", "));
    }

    private static String said(Question question, Object answer) {
        return question.id() + ": " + question.type().display(answer, Locale.FRENCH);
    }
}
