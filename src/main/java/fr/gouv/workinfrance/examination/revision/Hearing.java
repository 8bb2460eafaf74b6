package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// What the persons concerned answered before an authorization is taken back. One of which nobody
/// has to be heard has nothing in it.
///
/// @param observations in order, one of each party at the most
/// @param interview what came of a request to be heard; absent while nobody has said
public record Hearing(List<Observation> observations, @Nullable Interview interview) {

    public static final Hearing NONE = new Hearing(List.of(), null);

    public Hearing {
        observations = List.copyOf(observations);
    }

    /// The person was heard, or the office says why he need not be (L122-1 CRPA).
    ///
    /// @param words what was said, or why not
    public record Interview(String words, UUID by, Instant at) {}

    public boolean answered(Part part) {
        return observations.stream().anyMatch(one -> one.part() == part);
    }

    /// Whether someone asks to be heard, and nobody has said what came of it.
    public boolean owed() {
        return interview == null && observations.stream().anyMatch(Observation::oral);
    }

    /// Whether nothing keeps the act from being signed any more: the last day to answer has passed,
    /// or all have answered; and who asked to be heard was.
    ///
    /// @param asked those who have to be heard
    public boolean over(LocalDate answerBy, LocalDate today, Collection<Part> asked) {
        return !owed() && (today.isAfter(answerBy) || asked.stream().allMatch(this::answered));
    }
}
