package fr.gouv.workinfrance.procedure;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands in a condition, once it is understood.
record ConditionTree(CelAbstractSyntaxTree ast) {

    private Stream<CelExpr> of(CelExpr.ExprKind.Kind kind) {
        return CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == kind)
                .map(node -> node.expr());
    }

    /// The names it uses, as they are written once `given(x)` is unfolded.
    Set<String> identifiers() {
        return of(CelExpr.ExprKind.Kind.IDENT)
                .map(ident -> ident.ident().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The fields it names, and `filer` and `today`.
    ///
    /// @param owner the field that each name belongs to
    Set<String> named(Map<String, String> owner) {
        return identifiers().stream()
                .map(
                        name ->
                                name.startsWith(ConditionLanguage.ANSWERED)
                                        ? name.substring(ConditionLanguage.ANSWERED.length())
                                        : name)
                .map(name -> owner.getOrDefault(name, name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The texts and numbers it compares with.
    Set<Object> literals() {
        return of(CelExpr.ExprKind.Kind.CONSTANT)
                .map(CelExpr::constant)
                .flatMap(ConditionTree::literal)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Object> literal(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> Stream.of(constant.stringValue());
            case INT64_VALUE -> Stream.of(constant.int64Value());
            default -> Stream.of();
        };
    }

    /// A figure is named outright, so that a wrong name is found when the file is read.
    Optional<String> unknownFigure(Set<String> figures) {
        return of(CelExpr.ExprKind.Kind.CALL)
                .filter(call -> call.call().function().equals(ConditionFunctions.AMOUNT))
                .map(call -> call.call().args().getFirst())
                .map(
                        name ->
                                name.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                                        ? name.constant().stringValue()
                                        : "")
                .filter(name -> !figures.contains(name))
                .findFirst();
    }
}
