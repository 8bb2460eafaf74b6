package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.journal.Entry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A decision that its signatory sent back, as long as it waits to be prepared again.
///
/// @param id of the decision
/// @param grants whether it grants
/// @param at when it was sent back
/// @param reason what has to be mended; empty once it was erased
public record Project(UUID id, boolean grants, Instant at, String reason) {

    /// The one that a dossier waits to be prepared again from, by its journal; empty when none is.
    public static Optional<Project> of(Dossier dossier, List<Entry> entries) {
        if (!(dossier.stage() instanceof Stage.InExamination)) {
            return Optional.empty();
        }
        List<Entry> told =
                entries.stream()
                        .filter(entry -> is(entry, Act.PREPARE) || is(entry, Act.SEND_BACK))
                        .toList();
        if (told.size() < 2 || !is(told.getLast(), Act.SEND_BACK)) {
            return Optional.empty();
        }
        Entry prepared = told.get(told.size() - 2);
        Entry sentBack = told.getLast();
        return Optional.of(
                new Project(
                        UUID.fromString(prepared.facts().get("decision")),
                        Boolean.parseBoolean(prepared.facts().get("granted")),
                        sentBack.at(),
                        sentBack.personal().getOrDefault("reason", "")));
    }

    private static boolean is(Entry entry, Act act) {
        return entry.act().equals(act.name());
    }
}
