package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Reference;
import fr.gouv.workinfrance.procedure.body.Exchange.Moment;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Something that a service was told of a dossier, without being asked anything.
///
/// @param rule the rule of the procedure that told it; absent when a person did
/// @param moment what it is told of; absent when a person told it
/// @param words what the office wrote beside; empty for nothing
/// @param returned the facts that it sent back, the oldest first
public record Information(
        UUID id,
        DossierId dossier,
        Reference reference,
        String procedure,
        @Nullable String rule,
        String body,
        String office,
        Instant toldAt,
        @Nullable UUID toldBy,
        @Nullable Moment moment,
        String words,
        @Nullable Instant acknowledgedAt,
        @Nullable UUID acknowledgedBy,
        List<Returned> returned) {

    public Information {
        returned = List.copyOf(returned);
    }

    /// A fact that a service sent back.
    ///
    /// @param fact as the catalogue names it
    /// @param day on which it happened; absent when none is asked
    public record Returned(String fact, @Nullable LocalDate day, Instant at, UUID by) {}
}
