package fr.gouv.workinfrance.employer.given;

import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.journal.Subject;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A document that its holder gave with a request.
///
/// @param holder whose it is: a company, or a person
/// @param piece which piece of the catalogue it answers
/// @param request the reference of the request with which it was given
/// @param until the last day on which it need not be given again
/// @param checkedAt when a caseworker last certified that a request with this document was complete
public record Kept(
        Scope holder,
        String piece,
        DocumentId document,
        String request,
        Instant givenAt,
        UUID givenBy,
        LocalDate until,
        @Nullable Instant checkedAt,
        @Nullable UUID checkedBy) {

    /// The chain of the journal that tells who took it.
    public Subject subject() {
        return new Subject(holder.kind(), holder.id());
    }

    /// Whether it may still be referred to on that day.
    public boolean standsOn(LocalDate day) {
        return !day.isAfter(until);
    }
}
