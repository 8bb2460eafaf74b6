package fr.gouv.workinfrance.procedure;

import dev.cel.runtime.CelRuntime;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The language of conditions for one form: CEL, the names of its fields, and our own functions.
///
/// Names: each field by its id; of an amount, the cents or minutes by its id and the period by
/// `<id>_per`; of an address, the postcode by `<id>_postcode`; of a commune, the département by
/// `<id>_department`; of rows, how many by its id and the minutes of a column of hours, over a
/// year, by `<id>_<column>`; `filer`, the part that files (`'EMPLOYER'`, `'WORKER'`,
/// `'MANDATE_HOLDER'`); `today`, the day of the question, where it is allowed. `given(x)` says
/// whether a field was answered. Functions: see [ConditionFunctions].
public final class ConditionLanguage {
    /// The part that files, among the values; see [Part].
    public static final String FILER = "filer";

    /// The day of the question.
    static final String TODAY = "today";

    static final String ANSWERED = "answered__";

    private static final Pattern UNDECLARED =
            Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern NO_OVERLOAD =
            Pattern.compile(
                    "found no matching overload for '([^']*)' applied to '([^']*)'.*",
                    Pattern.DOTALL);

    private final ConditionCompiler compiler;
    private final Map<String, FieldType> fields;
    private final Map<String, FieldType.Variable> names;
    private final Map<String, String> owner;

    /// The language over these fields.
    ///
    /// @param compiler what all the languages of a catalogue have in common
    /// @param fields the fields a condition may name, with their type
    /// @param withToday whether it may name `today`
    public ConditionLanguage(
            ConditionCompiler compiler, Map<String, FieldType> fields, boolean withToday) {
        this.compiler = compiler;
        Map<String, FieldType> all = new LinkedHashMap<>(fields);
        all.put(FILER, new FieldType.Text(20));
        Map<String, FieldType.Variable> kinds = new TreeMap<>();
        Map<String, String> owners = new HashMap<>();
        all.forEach(
                (id, type) ->
                        type.variables(id)
                                .forEach(
                                        (name, kind) -> {
                                            kinds.put(name, kind);
                                            owners.put(name, id);
                                        }));
        if (withToday) {
            kinds.put(TODAY, FieldType.Variable.TEXT);
        }
        this.fields = Map.copyOf(all);
        this.names = Collections.unmodifiableMap(kinds);
        this.owner = Map.copyOf(owners);
    }

    /// What came out of a condition as written.
    public sealed interface Compiled {
        /// It is right.
        record Right(Condition condition) implements Compiled {}

        /// It is wrong, for that reason.
        record Mistaken(String reason) implements Compiled {}
    }

    /// The fields and other names it knows.
    public Set<String> names() {
        return names.keySet();
    }

    /// Reads a condition.
    public Compiled compile(String text) {
        return switch (compiler.compile(text, names, fields.keySet())) {
            case ConditionCompiler.Checked.Wrong(String message) ->
                    new Compiled.Mistaken(reason(message, names.keySet()));
            case ConditionCompiler.Checked.Right(var tree, var program) ->
                    new Compiled.Right(condition(text, tree, program));
        };
    }

    private Condition condition(String text, ConditionTree tree, CelRuntime.Program program) {
        Set<String> named = tree.named(owner);
        Map<String, FieldType> bound = new HashMap<>(fields);
        bound.keySet().retainAll(named);
        return new Condition(text, named, tree.literals(), program, bound);
    }

    /// What CEL says, in our words where it says it in its own.
    ///
    /// @param names those that might have been meant
    static String reason(String message, Set<String> names) {
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            String name = undeclared.group(1).replaceFirst("^" + ANSWERED, "");
            return "unknown name '" + name + "'" + Spelling.hint(name, names);
        }
        Matcher overload = NO_OVERLOAD.matcher(message);
        return overload.matches()
                ? "'" + overload.group(1).replace("_", "") + "' does not take " + overload.group(2)
                : message;
    }
}
