package fr.gouv.workinfrance.dossier.correction;

import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// One request for corrections: it goes out as one message, with one day to answer all of it. The
/// day that passes closes nothing: an answer that comes later is taken.
///
/// @param number counts the requests of a dossier, from 1
/// @param day the legal day on which it was made, where the office sits
/// @param answerBy last day given to answer
/// @param late why it was not asked the first time; from the second on
/// @param brought what of it has come since
/// @param answer absent until the parties send theirs
public record Correction(
        int number,
        Instant at,
        UUID by,
        LocalDate day,
        LocalDate answerBy,
        List<CorrectionLine> lines,
        @Nullable String late,
        Set<Subject> brought,
        @Nullable CorrectionAnswer answer) {

    public Correction {
        lines = List.copyOf(lines);
        brought = Set.copyOf(brought);
    }

    /// When the parties sent their answer, and what they said of lines that they left as they were.
    ///
    /// @param said by subject, as [Subject#toString()] writes it
    public record CorrectionAnswer(Instant at, UUID by, Map<String, String> said) {
        public CorrectionAnswer {
            said = Map.copyOf(said);
        }
    }

    /// Whether the parties have yet to send their answer.
    public boolean pending() {
        return answer == null;
    }

    /// Whether the day given to answer has passed.
    public boolean overdue(LocalDate today) {
        return today.isAfter(answerBy);
    }

    public Optional<CorrectionLine> line(Subject subject) {
        return lines.stream().filter(line -> line.subject().equals(subject)).findFirst();
    }

    /// Whether something is missing that a text requires.
    public boolean suspends() {
        return lines.stream().anyMatch(line -> line.nature() == Nature.MISSING);
    }

    /// Whether all that a text requires has come.
    public boolean supplied() {
        return lines.stream()
                .filter(line -> line.nature() == Nature.MISSING)
                .allMatch(line -> brought.contains(line.subject()));
    }

    /// Those who have something to mend.
    public Set<Part> parts() {
        return lines.stream().map(CorrectionLine::part).collect(Collectors.toSet());
    }

    /// The same, once this has come too.
    public Correction bringing(Collection<Subject> more) {
        Set<Subject> all = new HashSet<>(brought);
        more.stream().filter(subject -> line(subject).isPresent()).forEach(all::add);
        return new Correction(number, at, by, day, answerBy, lines, late, all, answer);
    }

    /// The same, once answered.
    public Correction answered(CorrectionAnswer sent) {
        return new Correction(number, at, by, day, answerBy, lines, late, brought, sent);
    }
}
