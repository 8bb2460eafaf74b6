package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.procedure.Gap;

import java.util.List;
import java.util.Set;

/// What came of drafting an act.
public sealed interface Drafting {

    /// It waits for what comes before its signature.
    record Drafted(Revision revision) implements Drafting {}

    /// Nothing was written.
    ///
    /// @param fields that are wrong
    /// @param gaps the limits of the catalogue that are not kept
    record Faulty(Set<String> fields, List<Gap> gaps) implements Drafting {
        public Faulty {
            fields = Set.copyOf(fields);
            gaps = List.copyOf(gaps);
        }

        /// Whether nothing is wrong.
        boolean none() {
            return fields.isEmpty() && gaps.isEmpty();
        }
    }
}
