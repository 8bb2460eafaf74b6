package fr.gouv.workinfrance.procedure.need;

import fr.gouv.workinfrance.procedure.Condition;
import fr.gouv.workinfrance.procedure.Confidence;
import fr.gouv.workinfrance.procedure.LegalSource;
import fr.gouv.workinfrance.procedure.Words;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// One line of the decision table. Lines are judged in order: the first that holds is the answer.
///
/// @param id unique within the table
/// @param when what the answers have to be
/// @param outcome what has to be done
/// @param title the answer, in a few words
/// @param words why, and how to go on
/// @param law its sources, at least one
/// @param contacts who can help
public record Row(
        String id,
        Condition when,
        Outcome outcome,
        Words title,
        Words words,
        List<LegalSource> law,
        List<Contact> contacts) {

    /// The surest of its sources.
    public Confidence confidence() {
        return law.stream()
                .map(LegalSource::confidence)
                .min(Comparator.naturalOrder())
                .orElse(Confidence.UNKNOWN);
    }

    /// The day since which all its sources have been read.
    public LocalDate checkedOn() {
        return law.stream()
                .map(source -> source.text().readOn())
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
    }
}
