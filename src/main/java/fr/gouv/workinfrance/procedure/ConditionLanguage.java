package fr.gouv.workinfrance.procedure;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The language of conditions for one form: CEL, the names of its fields, and our own functions.
///
/// Names: each field by its id; of an amount, the cents or minutes by its id and the period by
/// `<id>_per`; of an address, the postcode by `<id>_postcode`; of a commune, the département by
/// `<id>_department`; `filer`, the part that files (`'EMPLOYER'`, `'WORKER'`, `'MANDATE_HOLDER'`);
/// `today`, the day of the question, where it is allowed. `given(x)` says whether a field was
/// answered. Functions: see [ConditionFunctions].
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

    private final Map<String, FieldType> fields;

    /// The field that each name is about: of `pay_per`, `pay`.
    private final Map<String, String> owner;

    private final Set<String> names;
    private final Set<String> figures;
    private final CelCompiler compiler;
    private final CelRuntime runtime;

    private ConditionLanguage(
            Map<String, FieldType> fields,
            Map<String, String> owner,
            Set<String> names,
            Set<String> figures,
            CelCompiler compiler,
            CelRuntime runtime) {
        this.fields = fields;
        this.owner = owner;
        this.names = names;
        this.figures = figures;
        this.compiler = compiler;
        this.runtime = runtime;
    }

    /// What came out of a condition as written.
    public sealed interface Compiled {
        /// It is right.
        record Right(Condition condition) implements Compiled {}

        /// It is wrong, for that reason.
        record Mistaken(String reason) implements Compiled {}
    }

    /// The language over these fields.
    ///
    /// @param fields the fields a condition may name, with their type
    /// @param withToday whether it may name `today`
    /// @param gazetteer what the functions on places look up
    /// @param tariff the figures of the law that `amount()` knows
    public static ConditionLanguage over(
            Map<String, FieldType> fields, boolean withToday, Gazetteer gazetteer, Tariff tariff) {
        Map<String, FieldType> all = new LinkedHashMap<>(fields);
        all.put(FILER, new FieldType.Text(20));
        CelCompilerBuilder compiler =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .addMacros(given())
                        .addFunctionDeclarations(ConditionFunctions.declarations())
                        .setResultType(SimpleType.BOOL);
        Map<String, String> owner = new HashMap<>();
        all.forEach(
                (id, type) -> {
                    compiler.addVar(ANSWERED + id, SimpleType.BOOL);
                    type.variables(id).forEach((name, kind) -> compiler.addVar(name, type(kind)));
                    type.variables(id).keySet().forEach(name -> owner.put(name, id));
                });
        Set<String> names = new TreeSet<>(owner.keySet());
        if (withToday) {
            compiler.addVar(TODAY, SimpleType.STRING);
            names.add(TODAY);
        }
        CelRuntime runtime =
                CelRuntimeFactory.plannerRuntimeBuilder()
                        .addFunctionBindings(ConditionFunctions.bindings(gazetteer, tariff))
                        .build();
        return new ConditionLanguage(
                Map.copyOf(all),
                Map.copyOf(owner),
                names,
                tariff.names(),
                compiler.build(),
                runtime);
    }

    private static CelType type(FieldType.Variable kind) {
        return switch (kind) {
            case TEXT -> SimpleType.STRING;
            case NUMBER -> SimpleType.INT;
            case YES_NO -> SimpleType.BOOL;
        };
    }

    private static CelMacro given() {
        return CelMacro.newGlobalMacro(
                "given",
                1,
                (factory, _, arguments) -> {
                    CelExpr argument = arguments.getFirst();
                    boolean name = argument.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT;
                    return Optional.of(
                            name
                                    ? factory.newIdentifier(ANSWERED + argument.ident().name())
                                    : factory.reportError(
                                            CelIssue.formatError(
                                                    1, 0, "given() takes the name of a field")));
                });
    }

    /// The fields and other names it knows.
    public Set<String> names() {
        return names;
    }

    /// Reads a condition.
    public Compiled compile(String text) {
        CelValidationResult result = compiler.compile(text);
        if (result.hasError()) {
            return new Compiled.Mistaken(reason(result.getErrors().getFirst().getMessage()));
        }
        try {
            CelAbstractSyntaxTree ast = result.getAst();
            ConditionTree tree = new ConditionTree(ast);
            Optional<String> unknown = tree.unknownFigure(figures);
            if (unknown.isPresent()) {
                String name = unknown.get();
                return new Compiled.Mistaken(
                        "unknown figure '" + name + "'" + Spelling.hint(name, figures));
            }
            return new Compiled.Right(condition(text, tree));
        } catch (CelValidationException | CelEvaluationException failure) {
            return new Compiled.Mistaken(String.valueOf(failure.getMessage()));
        }
    }

    private Condition condition(String text, ConditionTree tree) throws CelEvaluationException {
        Set<String> named = tree.named(owner);
        Map<String, FieldType> bound = new HashMap<>(fields);
        bound.keySet().retainAll(named);
        return new Condition(
                text, named, tree.literals(), runtime.createProgram(tree.ast()), bound);
    }

    private String reason(String message) {
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
