package fr.gouv.workinfrance.site.caseworker;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What is wrong with an act about a decision that was not drafted.
///
/// @param told where its sentences are kept: `site.decision.mend`
record FaultView(String told) {

    /// Keys of the sentences, by field.
    Map<String, String> keys(Set<String> faults) {
        Map<String, String> keys = new TreeMap<>();
        for (String fault : faults) {
            String[] parts = fault.split("[.]", 2);
            // each ground of a refusal has a wording of its own
            String field = parts[0].startsWith("wording-") ? "wording" : parts[0];
            String what = parts.length > 1 ? parts[1] : "missing";
            keys.put(parts[0], told + "." + field + "." + what);
        }
        return keys;
    }
}
