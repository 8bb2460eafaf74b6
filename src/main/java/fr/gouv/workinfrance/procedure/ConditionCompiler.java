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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compiles the conditions of one catalogue. Most of them are said again by each version and each
/// procedure: one that has the same text over names of the same kinds is compiled once.
public final class ConditionCompiler {
    private final Gazetteer gazetteer;
    private final Tariff tariff;
    private final CelRuntime runtime;
    private final CelCompiler parser;
    private final Map<String, CelValidationResult> parsed = new HashMap<>();
    private final Map<Key, Checked> checked = new HashMap<>();

    /// What a condition was compiled from, and over what.
    private record Key(String text, Map<String, FieldType.Variable> names) {}

    /// What came out of a text.
    sealed interface Checked {
        record Right(ConditionTree tree, CelRuntime.Program program) implements Checked {}

        record Wrong(String message) implements Checked {}
    }

    /// Over what the functions look up.
    ///
    /// @param gazetteer the places and nationalities
    /// @param tariff the figures of the law that `amount()` knows
    public ConditionCompiler(Gazetteer gazetteer, Tariff tariff) {
        this.gazetteer = gazetteer;
        this.tariff = tariff;
        this.parser = builder().build();
        this.runtime =
                CelRuntimeFactory.plannerRuntimeBuilder()
                        .addFunctionBindings(ConditionFunctions.bindings(gazetteer, tariff))
                        .build();
    }

    /// The figures of the law that conditions can name.
    public Tariff tariff() {
        return tariff;
    }

    /// The places and nationalities that fields and conditions look up.
    public Gazetteer gazetteer() {
        return gazetteer;
    }

    private static CelCompilerBuilder builder() {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addMacros(given())
                .addFunctionDeclarations(ConditionFunctions.declarations())
                .setResultType(SimpleType.BOOL);
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
                                    ? factory.newIdentifier(
                                            ConditionLanguage.ANSWERED + argument.ident().name())
                                    : factory.reportError(
                                            CelIssue.formatError(
                                                    1, 0, "given() takes the name of a field")));
                });
    }

    /// @param names the names it may use, with their kinds
    /// @param fields those of which one may ask whether they are given
    Checked compile(String text, Map<String, FieldType.Variable> names, Set<String> fields) {
        CelValidationResult read = parsed.computeIfAbsent(text, parser::parse);
        try {
            CelAbstractSyntaxTree tree = read.getAst();
            Map<String, FieldType.Variable> used = new HashMap<>();
            for (String name : new ConditionTree(tree).identifiers()) {
                declare(name, names, fields).ifPresent(kind -> used.put(name, kind));
            }
            return checked.computeIfAbsent(new Key(text, used), _ -> check(tree, used));
        } catch (CelValidationException wrong) {
            return new Checked.Wrong(read.getErrors().getFirst().getMessage());
        }
    }

    private static Optional<FieldType.Variable> declare(
            String name, Map<String, FieldType.Variable> names, Set<String> fields) {
        return name.startsWith(ConditionLanguage.ANSWERED)
                        && fields.contains(name.substring(ConditionLanguage.ANSWERED.length()))
                ? Optional.of(FieldType.Variable.YES_NO)
                : Optional.ofNullable(names.get(name));
    }

    private Checked check(CelAbstractSyntaxTree tree, Map<String, FieldType.Variable> names) {
        CelCompilerBuilder compiler = builder();
        names.forEach((name, kind) -> compiler.addVar(name, type(kind)));
        CelValidationResult result = compiler.build().check(tree);
        if (result.hasError()) {
            return new Checked.Wrong(result.getErrors().getFirst().getMessage());
        }
        try {
            ConditionTree right = new ConditionTree(result.getAst());
            Optional<String> unknown = right.unknownFigure(tariff.names());
            return unknown.isPresent()
                    ? new Checked.Wrong(
                            "unknown figure '"
                                    + unknown.get()
                                    + "'"
                                    + Spelling.hint(unknown.get(), tariff.names()))
                    : new Checked.Right(right, runtime.createProgram(right.ast()));
        } catch (CelValidationException | CelEvaluationException failure) {
            return new Checked.Wrong(String.valueOf(failure.getMessage()));
        }
    }

    private static CelType type(FieldType.Variable kind) {
        return switch (kind) {
            case TEXT -> SimpleType.STRING;
            case NUMBER -> SimpleType.INT;
            case YES_NO -> SimpleType.BOOL;
        };
    }
}
