package fr.gouv.workinfrance.calendar;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;

/// Counts days as the law does, in one territory. The rules, with their sources and what is
/// uncertain in them, are in `docs/legal-days.md`.
///
/// A period never begins on the day of the act that starts it (*dies a quo*), and its last day
/// counts whole: what must be done within it can be done until midnight of the day that [#plus]
/// gives. That day is not moved when it is a Saturday, a Sunday or a holiday: silence has its
/// meaning on that very day. Where a text does extend it for the person, [#orNextOuvre] does.
public final class LegalDays {

    private static final HolidayManager FRANCE =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));

    /// Where L3134-13 applies; its list is the same in the three départements.
    private static final String BAS_RHIN = "67";

    private final HolidayZone zone;

    private LegalDays(HolidayZone zone) {
        this.zone = zone;
    }

    /// The days of a territory.
    public static LegalDays in(HolidayZone zone) {
        return new LegalDays(zone);
    }

    /// Where these days are counted.
    public HolidayZone zone() {
        return zone;
    }

    /// The last day of a period that an act of the day `from` starts.
    public LocalDate plus(LocalDate from, LegalPeriod period) {
        return switch (period.unit()) {
            // the last day of a month that is too short, as art. 641 al. 2 of the code of civil
            // procedure says; plusMonths does the same
            case MONTHS -> from.plusMonths(period.amount());
            case CALENDAR_DAYS -> from.plusDays(period.amount());
            case JOURS_OUVRABLES -> walk(from, period.amount(), this::ouvrable);
            case JOURS_OUVRES -> walk(from, period.amount(), this::ouvre);
        };
    }

    /// How many days of a kind follow `from`, up to `to` included; 0 when `to` is not after `from`.
    /// The reverse of [#plus]; months, whole.
    public long between(LocalDate from, LocalDate to, LegalPeriod.Unit unit) {
        if (!to.isAfter(from)) {
            return 0;
        }
        return switch (unit) {
            case MONTHS -> wholeMonths(from, to);
            case CALENDAR_DAYS -> ChronoUnit.DAYS.between(from, to);
            case JOURS_OUVRABLES -> count(from, to, this::ouvrable);
            case JOURS_OUVRES -> count(from, to, this::ouvre);
        };
    }

    /// Every day but Sunday, the weekly rest (L3132-3 code du travail), and public holidays.
    public boolean ouvrable(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !holiday(day);
    }

    /// Monday to Friday, but public holidays.
    public boolean ouvre(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && ouvrable(day);
    }

    /// The first *jour ouvré* after a day.
    public LocalDate nextOuvre(LocalDate day) {
        return walk(day, 1, this::ouvre);
    }

    /// The day itself when it is a *jour ouvré*, the next one otherwise: how a period given to a
    /// person ends where a text or a judge extends it (art. 642 of the code of civil procedure);
    /// never how silence gets its meaning.
    public LocalDate orNextOuvre(LocalDate day) {
        return ouvre(day) ? day : nextOuvre(day);
    }

    /// The last day to appeal to a judge: a *délai franc*, in which neither the day that starts it
    /// nor the day on which it ends counts, extended to the next *jour ouvré* (Conseil d'État, 5
    /// June 2009, n° 312682).
    ///
    /// @param from the day of the notification, or of the implicit decision
    public LocalDate lastDayToAppeal(LocalDate from, LegalPeriod period) {
        return orNextOuvre(plus(from, period).plusDays(1));
    }

    /// A public holiday: L3133-1 code du travail everywhere, L3134-13 in Alsace and Moselle,
    /// L3422-2 overseas.
    public boolean holiday(LocalDate day) {
        boolean national =
                zone == HolidayZone.ALSACE_MOSELLE
                        ? FRANCE.isHoliday(day, BAS_RHIN)
                        : FRANCE.isHoliday(day);
        return national || zone.abolition().filter(MonthDay.from(day)::equals).isPresent();
    }

    private static LocalDate walk(LocalDate from, int days, Predicate<LocalDate> counted) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (counted.test(day)) {
                left--;
            }
        }
        return day;
    }

    private static long count(LocalDate from, LocalDate to, Predicate<LocalDate> counted) {
        return from.plusDays(1).datesUntil(to.plusDays(1)).filter(counted).count();
    }

    private static long wholeMonths(LocalDate from, LocalDate to) {
        long months = ChronoUnit.MONTHS.between(from.withDayOfMonth(1), to.withDayOfMonth(1));
        return from.plusMonths(months).isAfter(to) ? months - 1 : months;
    }
}
