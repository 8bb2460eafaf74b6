package fr.gouv.workinfrance.permit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/// What an authorization is worth on a day.
public sealed interface PermitStatus {

    record NotYetValid() implements PermitStatus {}

    record Valid() implements PermitStatus {}

    record Expired() implements PermitStatus {}

    /// No longer worth anything, or for the time being nothing, whatever its dates.
    record Ended(Line.Kind kind, Instant since) implements PermitStatus {}

    /// One line of the dated history of an authorization.
    record Line(Kind kind, Instant since, @Nullable String reason) {
        public enum Kind {
            ISSUED,
            SUSPENDED,
            WITHDRAWN,
            REPLACED
        }
    }

    /// Valid on its first day and on its last, both included.
    ///
    /// @param last line of its history
    /// @param today in the time zone of France, where it is used
    static PermitStatus of(LocalDate from, LocalDate until, Line last, LocalDate today) {
        return switch (last.kind()) {
            case SUSPENDED, WITHDRAWN, REPLACED -> new Ended(last.kind(), last.since());
            case ISSUED ->
                    today.isBefore(from)
                            ? new NotYetValid()
                            : today.isAfter(until) ? new Expired() : new Valid();
        };
    }
}
