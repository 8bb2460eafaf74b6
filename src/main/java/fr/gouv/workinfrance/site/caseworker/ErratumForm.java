package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.examination.revision.Erratum;
import fr.gouv.workinfrance.examination.revision.Wording;

import java.util.HashMap;
import java.util.Map;

/// What a refusal should have printed, as it is typed.
///
/// @param typed by field
public record ErratumForm(Map<String, String> typed) {

    private static final String WORDING = "wording-";

    public ErratumForm {
        typed = Map.copyOf(typed);
    }

    /// What is printed, ready to be mended.
    static ErratumForm of(Wording printed) {
        Map<String, String> typed = new HashMap<>();
        typed.put("worker", printed.worker());
        typed.put("employer", printed.employer());
        typed.put("facts", printed.facts());
        printed.reasons().forEach((id, text) -> typed.put(WORDING + id, text));
        return new ErratumForm(typed);
    }

    public String value(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    Erratum read(Wording printed) {
        Map<String, String> reasons = new HashMap<>();
        printed.reasons()
                .forEach((id, text) -> reasons.put(id, typedInsteadOf(text, WORDING + id)));
        return new Erratum(
                printed,
                new Wording(
                        value("worker"),
                        value("employer"),
                        reasons,
                        typedInsteadOf(printed.facts(), "facts")),
                value("reason"));
    }

    /// A browser sends its own ends of lines: a text that differs by them alone is the same.
    private String typedInsteadOf(String printed, String field) {
        String text = value(field);
        return text.lines().toList().equals(printed.strip().lines().toList()) ? printed : text;
    }
}
