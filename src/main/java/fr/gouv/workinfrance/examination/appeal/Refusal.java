package fr.gouv.workinfrance.examination.appeal;

import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Stage;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// What is contested: a decision, or the silence that was a refusal on some day.
///
/// @param key which one, of all that a dossier may meet
public record Refusal(String key) {

    private static final String DECISION = "DECISION/";
    private static final String SILENCE = "SILENCE/";

    /// The one that a dossier met last, and that stands; empty when nothing is refused.
    public static Optional<Refusal> of(Dossier dossier) {
        if (!dossier.refused()) {
            return Optional.empty();
        }
        return Optional.of(
                dossier.stage() instanceof Stage.Decided decided
                        ? new Refusal(DECISION + decided.prepared().id())
                        : new Refusal(
                                SILENCE
                                        + Objects.requireNonNull(dossier.clock())
                                                .limit()
                                                .orElseThrow()));
    }

    /// Whether it came from silence.
    public boolean silent() {
        return key.startsWith(SILENCE);
    }

    /// The day on which silence was a refusal; empty of a decision.
    public Optional<LocalDate> day() {
        return silent()
                ? Optional.of(LocalDate.parse(key.substring(SILENCE.length())))
                : Optional.empty();
    }

    /// The decision; empty of silence.
    public Optional<UUID> decision() {
        return silent()
                ? Optional.empty()
                : Optional.of(UUID.fromString(key.substring(DECISION.length())));
    }
}
