package fr.gouv.workinfrance.examination.margin;

import fr.gouv.workinfrance.examination.margin.Judgement.Verdict;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an office keeps of its own about a dossier, as someone opens it.
///
/// @param ticks the doubts that were ticked off, in whatever state they were
/// @param notes the newest first
/// @param labels by name
/// @param judgements the last one of each criterion
/// @param others who else has it open now
/// @param before when this person had last looked at it; absent the first time
public record Margin(
        List<Tick> ticks,
        List<Note> notes,
        List<String> labels,
        List<Judgement> judgements,
        List<UUID> others,
        @Nullable Instant before) {

    public Margin {
        ticks = List.copyOf(ticks);
        notes = List.copyOf(notes);
        labels = List.copyOf(labels);
        judgements = List.copyOf(judgements);
        others = List.copyOf(others);
    }

    /// All whose names it bears.
    public Set<UUID> people() {
        return Stream.of(
                        ticks.stream().map(Tick::by),
                        notes.stream().map(Note::by),
                        judgements.stream().map(Judgement::by),
                        others.stream())
                .flatMap(people -> people)
                .collect(Collectors.toSet());
    }

    /// How a criterion stands; nothing while it is not judged.
    public Optional<Judgement> judgement(String criterion) {
        return judgements.stream()
                .filter(judgement -> judgement.criterion().equals(criterion))
                .filter(judgement -> judgement.verdict() != null)
                .findFirst();
    }

    /// Whether a criterion was judged so.
    public boolean judged(String criterion, Verdict verdict) {
        return judgement(criterion).filter(one -> one.verdict() == verdict).isPresent();
    }

    /// Whether this came after the person last looked.
    public boolean isNew(Instant at) {
        return before != null && at.isAfter(before);
    }
}
