package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.calendar.HolidayZone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;

/// When a draft that nobody touches ends. Nobody has asked anything of the administration yet, so
/// that what was typed is kept no longer than it may still serve (article 5, 1, e of the GDPR):
/// three months, the time to bring together the papers of a hire, and two weeks of notice.
///
/// @param last the last day on which it is kept
public record Lapse(LocalDate last) {

    static final Period KEPT = Period.ofMonths(3);
    static final Period NOTICE = Period.ofDays(14);

    /// The end of a draft as it now is; any change puts it off.
    public static Lapse of(Dossier draft) {
        return new Lapse(day(draft.touchedAt()).plus(KEPT));
    }

    /// Whether its parties are to be told that day, or were to be before it.
    public boolean near(LocalDate today) {
        return !today.isBefore(last.minus(NOTICE));
    }

    /// Whether it is to be erased: the last day has passed, and so have the two weeks since its
    /// parties were told, however late that was.
    boolean over(LocalDate today, Instant told) {
        return today.isAfter(last) && !today.isBefore(day(told).plus(NOTICE));
    }

    /// A draft that is near its end was touched that day at the latest.
    static LocalDate touchedToBeNear(LocalDate today) {
        return countedBack(today.plus(NOTICE));
    }

    /// A draft whose end has come was touched that day at the latest.
    static LocalDate touchedToBeOver(LocalDate today) {
        return countedBack(today);
    }

    /// A draft whose end has come was told of that day at the latest.
    static LocalDate toldToBeOver(LocalDate today) {
        return today.minus(NOTICE);
    }

    /// Months are counted from date to date: what has fewer days than another is made up for, and
    /// each draft is then looked at by itself.
    private static LocalDate countedBack(LocalDate day) {
        return day.minus(KEPT).plusDays(3);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(HolidayZone.METROPOLE.id()).toLocalDate();
    }
}
