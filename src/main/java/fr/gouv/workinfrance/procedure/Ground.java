package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.calendar.LegalPeriod;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A ground on which an authorization that was granted may be taken back, with its ready wording.
///
/// @param id unique in the catalogue
/// @param title its name, for the caseworker
/// @param wording what the act says in law. The French binds
/// @param effect what becomes of the authorization
/// @param after how long after the decision it may first be used; absent when at once
/// @param until how long after the decision it may last be used; absent when at any time
/// @param law its articles
public record Ground(
        String id,
        Words title,
        Words wording,
        Effect effect,
        @Nullable LegalPeriod after,
        @Nullable LegalPeriod until,
        List<LegalSource> law) {

    /// What becomes of the authorization (L240-1 CRPA).
    public enum Effect {
        /// It is as if it had never been.
        TAKEN_BACK,
        /// It ends for the time to come.
        ENDED
    }

    /// The last day on which it may be used of a decision of that day; empty when at any time.
    public Optional<LocalDate> last(LocalDate decided, LegalDays days) {
        return Optional.ofNullable(until).map(period -> days.plus(decided, period));
    }

    /// The first day on which it may be used of a decision of that day.
    public LocalDate first(LocalDate decided, LegalDays days) {
        return after == null ? decided : days.plus(decided, after).plusDays(1);
    }
}
