package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Gap;

import java.util.List;

/// What came of a decision being prepared.
public sealed interface Preparation {

    /// Locked, and waiting for its signatory.
    record Ready(Dossier dossier) implements Preparation {}

    /// Not prepared: it goes beyond what the procedure allows, or lacks what a decision must have.
    record Faulty(List<Gap> gaps) implements Preparation {
        public Faulty {
            gaps = List.copyOf(gaps);
        }
    }
}
