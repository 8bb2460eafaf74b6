package fr.gouv.workinfrance.procedure;

import java.util.Map;
import java.util.Optional;

/// How the competent office is found.
///
/// @param officeKind the kind of office, a name of the offices' own list, "PREFECTURE"
/// @param departmentField the field whose answer is the code of the département that decides
/// @param explanation the rule in a sentence, with its sources
public record Competence(String officeKind, String departmentField, Statement explanation) {
    /// The code of the département that decides, when the answer is there.
    public Optional<String> department(Map<String, Object> values) {
        return Optional.ofNullable(values.get(departmentField)).map(Object::toString);
    }
}
