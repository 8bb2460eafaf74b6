package fr.gouv.workinfrance.procedure;

import java.time.LocalDate;

/// A transitional rule: requests deposited before a change of the law are decided as before, on
/// whatever day they are.
///
/// @param depositedUntil the last day of deposit that it covers, included
/// @param decidedFrom the first day of decision that it covers
/// @param criteriaOf the number of the version whose criteria apply
/// @param statement the rule in a sentence, with its sources
public record Transition(
        LocalDate depositedUntil, LocalDate decidedFrom, String criteriaOf, Statement statement) {

    /// Whether it applies to a decision of that day, on a request deposited on that other.
    boolean covers(LocalDate decided, LocalDate deposited) {
        return !deposited.isAfter(depositedUntil) && !decided.isBefore(decidedFrom);
    }
}
