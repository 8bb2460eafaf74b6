package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.reference.Communes;

import java.util.Map;
import java.util.Optional;

/// A département that other answers say, and that is then not asked: that of the commune named,
/// with its postcode. Where they do not say it surely, it is asked: a postcode may span two
/// départements, and that of a company (CEDEX) is on no list.
///
/// @param postcode the question that asks the postcode
/// @param town the question that asks the commune
public record Deduction(String postcode, String town, Communes communes) {

    /// The code of the département, when it is sure.
    Optional<String> of(Map<String, Object> values, FieldType type) {
        return text(values, postcode)
                .flatMap(code -> communes.departmentOf(code, text(values, town).orElse("")))
                .filter(found -> type.options().stream().anyMatch(o -> o.value().equals(found)));
    }

    /// Whether what would say it was answered.
    boolean answered(Map<String, Object> values) {
        return values.containsKey(postcode) && values.containsKey(town);
    }

    private static Optional<String> text(Map<String, Object> values, String field) {
        return Optional.ofNullable(values.get(field)).map(Object::toString);
    }
}
