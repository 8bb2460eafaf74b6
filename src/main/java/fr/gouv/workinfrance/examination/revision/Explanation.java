package fr.gouv.workinfrance.examination.revision;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// The reasons of a refusal that came from silence are given (L232-4 CRPA), in law and in fact
/// (L211-5).
///
/// @param appeal the request for them
/// @param reasons of the catalogue, by id
/// @param reason the facts
public record Explanation(UUID appeal, List<String> reasons, String reason) implements Matter {

    public Explanation {
        reasons = List.copyOf(reasons);
        reason = reason.strip();
    }

    /// The fields of it that are wrong.
    Set<String> faults() {
        Set<String> faults = new TreeSet<>();
        if (reasons.isEmpty()) {
            faults.add("reasons");
        }
        if (reason.isEmpty() || reason.length() > Rejection.LONGEST) {
            faults.add("reason");
        }
        return faults;
    }
}
