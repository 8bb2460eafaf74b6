package fr.gouv.workinfrance.dossier.correction;

import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// One request for corrections: it goes out as one message, with one day to answer all of it. Each
/// part that has something to mend sends its own when it is ready; the last to send ends it. The
/// day that passes closes nothing: an answer that comes later is taken.
///
/// @param number counts the requests of a dossier, from 1
/// @param day the legal day on which it was made, where the office sits
/// @param answerBy last day given to answer
/// @param late why it was not asked the first time; from the second on
/// @param brought what of it has come since
/// @param sent what each part has sent for itself
public record Correction(
        int number,
        Instant at,
        UUID by,
        LocalDate day,
        LocalDate answerBy,
        List<CorrectionLine> lines,
        @Nullable String late,
        Set<Subject> brought,
        Map<Part, CorrectionAnswer> sent) {

    public Correction {
        lines = List.copyOf(lines);
        brought = Set.copyOf(brought);
        sent = Map.copyOf(sent);
    }

    /// When a part sent its own, and what was said of lines that were left as they were.
    ///
    /// @param said by subject, as [Subject#toString()] writes it
    public record CorrectionAnswer(Instant at, UUID by, Map<String, String> said) {
        public CorrectionAnswer {
            said = Map.copyOf(said);
        }

        private CorrectionAnswer then(CorrectionAnswer later) {
            Map<String, String> all = new HashMap<>(said);
            all.putAll(later.said);
            return new CorrectionAnswer(later.at, later.by, all);
        }
    }

    /// Whether something of it has yet to be sent.
    public boolean pending() {
        return !awaited().isEmpty();
    }

    /// Those who have yet to send what they have to mend.
    public Set<Part> awaited() {
        return parts().stream()
                .filter(part -> !sent.containsKey(part))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What is asked of those who have yet to send.
    public List<CorrectionLine> waiting() {
        return lines.stream().filter(line -> !sent.containsKey(line.part())).toList();
    }

    /// What was sent last, once nothing more is awaited.
    public Optional<CorrectionAnswer> answer() {
        return pending()
                ? Optional.empty()
                : sent.values().stream().max(Comparator.comparing(CorrectionAnswer::at));
    }

    /// Why a line was left as it was; an empty text when nobody said.
    public String said(CorrectionLine line) {
        CorrectionAnswer answer = sent.get(line.part());
        return answer == null ? "" : answer.said().getOrDefault(line.subject().toString(), "");
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
        return new Correction(number, at, by, day, answerBy, lines, late, all, sent);
    }

    /// The same, once these parts have sent their own; what a part said before stands beside it.
    public Correction answered(Collection<Part> parts, CorrectionAnswer answer) {
        Map<Part, CorrectionAnswer> all = new EnumMap<>(Part.class);
        all.putAll(sent);
        parts().stream()
                .filter(parts::contains)
                .forEach(part -> all.merge(part, answer, CorrectionAnswer::then));
        return new Correction(number, at, by, day, answerBy, lines, late, brought, all);
    }
}
