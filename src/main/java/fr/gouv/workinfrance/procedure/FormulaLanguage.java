package fr.gouv.workinfrance.procedure;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The language of computed figures: CEL over the constants, in cents and minutes, with one
/// function that keeps the cent: `share(x, a, b)` is x × a ÷ b, rounded half up.
public final class FormulaLanguage {
    private final Set<String> constants;
    private final CelCompiler compiler;
    private final CelRuntime runtime;

    /// The language over these constants.
    public FormulaLanguage(Set<String> constants) {
        this.constants = Set.copyOf(constants);
        CelCompilerBuilder building =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .addFunctionDeclarations(
                                CelFunctionDecl.newFunctionDeclaration(
                                        "share",
                                        CelOverloadDecl.newGlobalOverload(
                                                "share",
                                                SimpleType.INT,
                                                SimpleType.INT,
                                                SimpleType.INT,
                                                SimpleType.INT)))
                        .setResultType(SimpleType.INT);
        constants.forEach(constant -> building.addVar(constant, SimpleType.INT));
        compiler = building.build();
        runtime =
                CelRuntimeFactory.plannerRuntimeBuilder()
                        .addFunctionBindings(
                                CelFunctionBinding.from(
                                        "share",
                                        List.of(Long.class, Long.class, Long.class),
                                        of -> share((Long) of[0], (Long) of[1], (Long) of[2])))
                        .build();
    }

    private static long share(long of, long times, long by) {
        return BigDecimal.valueOf(of)
                .multiply(BigDecimal.valueOf(times))
                .divide(BigDecimal.valueOf(by), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /// A formula that was understood.
    ///
    /// @param names the constants it takes
    public record Formula(Set<String> names, CelRuntime.Program program) {
        /// What it makes of the values of its constants.
        ///
        /// @throws ArithmeticException when it cannot be computed
        public long of(Map<String, Long> values) {
            try {
                return (Long) program.eval(values);
            } catch (CelEvaluationException wrong) {
                throw (ArithmeticException)
                        new ArithmeticException("cannot be computed: " + wrong.getMessage())
                                .initCause(wrong);
            }
        }
    }

    /// Reads a formula.
    ///
    /// @throws IllegalArgumentException when it is not understood, its message says why
    public Formula read(String text) {
        try {
            CelAbstractSyntaxTree ast = compiler.compile(text).getAst();
            Set<String> names =
                    CelNavigableAst.fromAst(ast)
                            .getRoot()
                            .allNodes()
                            .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
                            .map(node -> node.expr().ident().name())
                            .collect(Collectors.toUnmodifiableSet());
            return new Formula(names, runtime.createProgram(ast));
        } catch (CelValidationException wrong) {
            String first = wrong.getErrors().getFirst().getMessage();
            throw new IllegalArgumentException(ConditionLanguage.reason(first, constants), wrong);
        } catch (CelEvaluationException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }
}
