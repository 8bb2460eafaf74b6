package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.correction.CorrectionLine;
import fr.gouv.workinfrance.procedure.Gap;

import java.util.List;

/// What came of someone sending what he mended.
public sealed interface Sending {

    /// The office has it.
    record Sent(Dossier dossier) implements Sending {}

    /// Something that he was asked is neither mended nor explained.
    record Unanswered(List<CorrectionLine> lines) implements Sending {
        public Unanswered {
            lines = List.copyOf(lines);
        }
    }

    /// What was mended does not hold together.
    record Broken(List<Gap> gaps) implements Sending {
        public Broken {
            gaps = List.copyOf(gaps);
        }
    }

    /// Nothing was mended.
    record Unchanged() implements Sending {}
}
