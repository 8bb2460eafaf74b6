package fr.gouv.workinfrance.examination.revision;

import java.util.Map;

/// What a refusal prints, that can have been misprinted. That it refuses, on which grounds and by
/// which articles, is what was decided.
///
/// @param worker his name
/// @param employer its name
/// @param reasons the text of each ground, by its id
/// @param facts the considerations of fact
public record Wording(String worker, String employer, Map<String, String> reasons, String facts) {

    public Wording {
        reasons = Map.copyOf(reasons);
    }
}
