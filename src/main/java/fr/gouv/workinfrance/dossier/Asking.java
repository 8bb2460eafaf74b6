package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.correction.Nature;
import fr.gouv.workinfrance.dossier.correction.Subject;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// What a caseworker asks the parties to mend, as he wrote it.
///
/// @param answerBy one last day for all of it; absent when he named none
/// @param late why it was not asked the first time; blank for the first request
public record Asking(List<Line> lines, @Nullable LocalDate answerBy, String late) {

    public Asking {
        lines = List.copyOf(lines);
    }

    /// One thing to mend.
    ///
    /// @param reason from the library of the catalogue; blank when none was taken
    /// @param words what was written; blank when nothing was
    public record Line(Subject subject, Nature nature, String reason, String words) {}
}
