package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Filer;
import fr.gouv.workinfrance.procedure.Option;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Spelling;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.need.Outcome;
import fr.gouv.workinfrance.procedure.need.Question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads what a row of the decision table leads to; a request has to be one that the catalogue
/// knows, that the filers named may file, and whose form takes the answers given.
final class OutcomeReader {
    private final Map<String, Procedure> procedures;
    private final Map<String, Question> questions;
    private final Mistakes mistakes;

    private enum Kind {
        NONE,
        DECLARATION,
        REQUEST,
        ELSEWHERE
    }

    OutcomeReader(List<Procedure> procedures, Map<String, Question> questions, Mistakes mistakes) {
        this.procedures =
                procedures.stream()
                        .collect(Collectors.toMap(Procedure::id, one -> one, (one, _) -> one));
        this.questions = questions;
        this.mistakes = mistakes;
    }

    Outcome read(Mapping of) {
        return switch (of.one("outcome", Kind.class)) {
            case NONE -> new Outcome.None();
            case DECLARATION -> new Outcome.Declaration();
            case REQUEST -> request(of);
            case ELSEWHERE -> new Outcome.Elsewhere();
        };
    }

    private Outcome request(Mapping of) {
        String id = of.text("procedure");
        of.need("filers");
        List<Part> filers = of.several("filers", Part.class);
        Map<String, String> prefill = new LinkedHashMap<>();
        Procedure procedure = procedures.get(id);
        if (procedure == null || procedure.versions().isEmpty()) {
            mistakes.at(
                    of.at("procedure"),
                    "unknown procedure '" + id + "'" + Spelling.hint(id, procedures.keySet()));
            of.value("prefill");
            return new Outcome.Request(id, filers, Map.of());
        }
        Version version = procedure.versions().getLast();
        List<Part> allowed = version.filers().stream().map(Filer::part).toList();
        filers.stream()
                .filter(filer -> !allowed.contains(filer))
                .forEach(filer -> mistakes.at(of.at("filers"), filer + " may not file it"));
        if (of.has("prefill")) {
            Mapping fields = of.mapping("prefill");
            for (String question : fields.keys()) {
                String field = fields.text(question);
                prefill.put(field, question);
                check(fields, version, field, question);
            }
        }
        return new Outcome.Request(id, filers, Map.copyOf(prefill));
    }

    private void check(Mapping at, Version version, String to, String from) {
        Question question = questions.get(from);
        List<String> known = version.fields().stream().map(Field::id).toList();
        if (question == null) {
            mistakes.at(
                    at.at(from),
                    "unknown question '" + from + "'" + Spelling.hint(from, questions.keySet()));
        } else if (!known.contains(to)) {
            mistakes.at(at.at(from), "unknown field '" + to + "'" + Spelling.hint(to, known));
        } else if (!takes(version.field(to).orElseThrow().type(), question.type())) {
            mistakes.at(
                    at.at(from),
                    "the field '" + to + "' does not take the answers to '" + from + "'");
        }
    }

    private static boolean takes(FieldType field, FieldType question) {
        Set<String> offered =
                field.options().stream().map(Option::value).collect(Collectors.toSet());
        return field.getClass() == question.getClass()
                && question.options().stream().map(Option::value).allMatch(offered::contains);
    }
}
