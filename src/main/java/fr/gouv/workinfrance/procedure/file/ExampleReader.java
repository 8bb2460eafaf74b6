package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.procedure.Condition;
import fr.gouv.workinfrance.procedure.ConditionLanguage;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Spelling;
import fr.gouv.workinfrance.procedure.Truth;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Runs the examples of a rule when its file is read: those that pass have to pass, those that fail
/// have to fail, and none may leave the rule without an answer.
final class ExampleReader {
    private static final String TODAY = "today";

    private final Map<String, FieldType> types;
    private final Mistakes mistakes;

    ExampleReader(Map<String, FieldType> types, Mistakes mistakes) {
        this.types = new HashMap<>(types);
        this.types.put(ConditionLanguage.FILER, new FieldType.Text(20));
        this.mistakes = mistakes;
    }

    void run(Mapping rule, @Nullable Condition when, @Nullable Condition must) {
        List<Mapping> passes = rule.neededMappings("passes");
        List<Mapping> fails = rule.neededMappings("fails");
        if (must != null) {
            passes.forEach(example -> run(example, when, must, Truth.TRUE));
            fails.forEach(example -> run(example, when, must, Truth.FALSE));
        }
    }

    private void run(Mapping example, @Nullable Condition when, Condition must, Truth expected) {
        LocalDate today = example.optionalDate(TODAY);
        Map<String, Object> values = new HashMap<>();
        boolean understood = true;
        for (String name : example.keys()) {
            understood &= name.equals(TODAY) || read(example, name, values);
        }
        if (understood) {
            Truth said = judge(values, today, when, must);
            if (said != expected) {
                mistakes.at(example.node(), surprise(said));
            }
        }
    }

    private static Truth judge(
            Map<String, Object> values,
            @Nullable LocalDate today,
            @Nullable Condition when,
            Condition must) {
        Truth applies = when == null ? Truth.TRUE : when.judge(values, today);
        return switch (applies) {
            case TRUE -> must.judge(values, today);
            case FALSE -> Truth.TRUE;
            case UNKNOWN -> Truth.UNKNOWN;
        };
    }

    private static String surprise(Truth said) {
        return switch (said) {
            case TRUE -> "this example should fail, and passes";
            case FALSE -> "this example should pass, and fails";
            case UNKNOWN -> "this example leaves out an answer that the rule needs";
        };
    }

    private boolean read(Mapping example, String name, Map<String, Object> values) {
        FieldType type = types.get(name);
        if (type == null) {
            mistakes.at(
                    example.at(name),
                    "unknown field '" + name + "'" + Spelling.hint(name, types.keySet()));
            return false;
        }
        return switch (type.parse(example.text(name), Locale.FRENCH)) {
            case Parsed.Value(Object canonical, _) -> {
                values.put(name, canonical);
                yield true;
            }
            case Parsed.Blank _ -> true;
            case Parsed.Wrong(String key, _) -> {
                mistakes.at(example.at(name), "'" + name + "' is not understood: " + key);
                yield false;
            }
        };
    }
}
