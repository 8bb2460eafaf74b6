package fr.gouv.workinfrance.examination.appeal;

import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.calendar.LegalPeriod;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/// The time that a party has to contest a refusal. What it is shown is the earliest day on which
/// that time may end, never a later one; whether it came too late is judged by the latest, and by
/// people.
///
/// @param earliest counted from date to date from the day on which the decision was there for it
/// @param latest as the courts count it, from the day on which it opened the decision; absent as
///   long as it has not
public record Term(LocalDate earliest, @Nullable LocalDate latest) {

    /// Against a refusal, whatever it came from.
    ///
    /// @param available since when the decision is there for this party; of no matter when the
    ///   refusal came from silence
    public static Term of(
            Refusal refusal, Available available, LegalPeriod within, LegalDays days) {
        return refusal.day()
                .map(day -> ofSilence(day, within, days))
                .orElseGet(
                        () ->
                                ofDecision(
                                        day(available.at(), days),
                                        available.opened() == null
                                                ? null
                                                : day(available.opened(), days),
                                        within,
                                        days));
    }

    private static LocalDate day(Instant at, LegalDays days) {
        return at.atZone(days.zone().id()).toLocalDate();
    }

    /// Against a decision.
    ///
    /// @param available since when it was there for this party
    /// @param opened when the party first opened it; absent as long as it has not
    public static Term ofDecision(
            LocalDate available, @Nullable LocalDate opened, LegalPeriod within, LegalDays days) {
        return new Term(
                days.plus(available, within),
                opened == null ? null : days.lastDayToAppeal(opened, within));
    }

    /// Against a refusal that came from silence.
    public static Term ofSilence(LocalDate day, LegalPeriod within, LegalDays days) {
        return new Term(days.plus(day, within), days.lastDayToAppeal(day, within));
    }

    /// Whether what comes on that day comes in time.
    public Timeliness judge(LocalDate day) {
        if (!day.isAfter(earliest)) {
            return Timeliness.IN_TIME;
        }
        return latest == null || !day.isAfter(latest) ? Timeliness.DOUBTFUL : Timeliness.LATE;
    }

    /// Whether something came in time.
    public enum Timeliness {
        IN_TIME,
        /// By one reading of the law and not by another: the authority judges.
        DOUBTFUL,
        /// By every reading: it is taken in all the same, and the authority judges.
        LATE
    }
}
