package fr.gouv.workinfrance.calendar;

import static fr.gouv.workinfrance.calendar.HolidayZone.ALSACE_MOSELLE;
import static fr.gouv.workinfrance.calendar.HolidayZone.METROPOLE;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.calendar.LegalPeriod.Unit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

class LegalDaysTest {

    private static final LegalDays PARIS = LegalDays.in(METROPOLE);

    @ParameterizedTest
    @CsvSource({
        // received,  period,    last day
        "2026-01-15, 2 months,  2026-03-15",
        "2026-01-31, 1 month,   2026-02-28", // no 31 February: the last day of that month
        "2024-01-31, 1 month,   2024-02-29",
        "2023-12-31, 2 months,  2024-02-29",
        "2026-02-28, 1 month,   2026-03-28", // not 31 March: the same date, not the same end
        "2024-02-29, 12 months, 2025-02-28",
        "2026-08-31, 1 month,   2026-09-30",
        "2026-10-31, 4 months,  2027-02-28",
        "2026-11-23, 2 months,  2027-01-23", // a Saturday, and it stays one
        "2026-11-01, 2 months,  2027-01-01", // a holiday, and it stays one
    })
    void months_run_from_date_to_date(LocalDate received, String period, LocalDate last) {
        assertThat(PARIS.plus(received, LegalPeriod.parse(period))).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-24, 15 calendar_days, 2027-01-08",
        "2024-02-28, 1 calendar_day,   2024-02-29",
        "2026-02-28, 1 calendar_day,   2026-03-01",
        "2026-03-28, 1 calendar_day,   2026-03-29", // one hour short, and still a day
    })
    void calendar_days_are_every_day(LocalDate received, String period, LocalDate last) {
        assertThat(PARIS.plus(received, LegalPeriod.parse(period))).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2 jours_ouvrables, 2026-11-25", // Monday to Wednesday
        "2026-11-27, 2 jours_ouvrables, 2026-11-30", // Friday: Saturday counts, Sunday does not
        "2026-11-28, 1 jour_ouvrable,   2026-11-30", // from a Saturday
        "2026-11-29, 1 jour_ouvrable,   2026-11-30", // from a Sunday
        "2026-04-03, 2 jours_ouvrables, 2026-04-07", // Easter Monday is 6 April
        "2026-04-30, 1 jour_ouvrable,   2026-05-02", // 1 May
        "2026-12-24, 1 jour_ouvrable,   2026-12-26",
    })
    void jours_ouvrables_leave_out_sundays_and_holidays(
            LocalDate received, String period, LocalDate last) {
        assertThat(PARIS.plus(received, LegalPeriod.parse(period))).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 10 jours_ouvres, 2026-12-07", // the acknowledgment of R112-11-2 CRPA
        "2026-12-18, 10 jours_ouvres, 2027-01-05", // over Christmas and New Year
        "2026-11-27, 1 jour_ouvre,    2026-11-30",
        "2026-05-07, 1 jour_ouvre,    2026-05-11", // 8 May is a Friday
        "2026-05-13, 1 jour_ouvre,    2026-05-15", // Ascension
        "2026-05-22, 1 jour_ouvre,    2026-05-26", // Whit Monday
        "2026-07-13, 1 jour_ouvre,    2026-07-15",
    })
    void jours_ouvres_leave_out_saturdays_too(LocalDate received, String period, LocalDate last) {
        assertThat(PARIS.plus(received, LegalPeriod.parse(period))).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        // year, Easter Monday, Ascension, Whit Monday
        "2024, 2024-04-01, 2024-05-09, 2024-05-20",
        "2025, 2025-04-21, 2025-05-29, 2025-06-09",
        "2026, 2026-04-06, 2026-05-14, 2026-05-25",
        "2027, 2027-03-29, 2027-05-06, 2027-05-17",
        "2028, 2028-04-17, 2028-05-25, 2028-06-05",
        "2038, 2038-04-26, 2038-06-03, 2038-06-14", // as late as Easter comes
    })
    void there_are_eleven_holidays_everywhere(
            int year, LocalDate easter, LocalDate ascension, LocalDate whit) {
        assertThat(holidays(METROPOLE, year))
                .containsExactlyInAnyOrder(
                        LocalDate.of(year, 1, 1),
                        easter,
                        LocalDate.of(year, 5, 1),
                        LocalDate.of(year, 5, 8),
                        ascension,
                        whit,
                        LocalDate.of(year, 7, 14),
                        LocalDate.of(year, 8, 15),
                        LocalDate.of(year, 11, 1),
                        LocalDate.of(year, 11, 11),
                        LocalDate.of(year, 12, 25));
    }

    @Test
    void alsace_and_moselle_have_good_friday_and_the_second_day_of_christmas_too() {
        assertThat(holidays(ALSACE_MOSELLE, 2026))
                .hasSize(13)
                .containsAll(holidays(METROPOLE, 2026))
                .contains(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 12, 26));
    }

    @ParameterizedTest
    @CsvSource({
        "GUADELOUPE, 2026-05-27",
        "MARTINIQUE, 2026-05-22",
        "GUYANE,     2026-06-10",
        "REUNION,    2026-12-20",
        "MAYOTTE,    2026-04-27",
    })
    void each_overseas_territory_commemorates_the_abolition_of_slavery_on_its_own_day(
            HolidayZone zone, LocalDate day) {
        assertThat(holidays(zone, 2026))
                .hasSize(12)
                .containsAll(holidays(METROPOLE, 2026))
                .contains(day);
        assertThat(PARIS.holiday(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "METROPOLE,      2026-05-21, 2026-05-22",
        "MARTINIQUE,     2026-05-21, 2026-05-26", // abolition on Friday, then Whit Monday
        "METROPOLE,      2026-04-02, 2026-04-03",
        "ALSACE_MOSELLE, 2026-04-02, 2026-04-07", // Good Friday, then Easter Monday
    })
    void the_next_jour_ouvre_depends_on_the_territory(
            HolidayZone zone, LocalDate day, LocalDate next) {
        assertThat(LegalDays.in(zone).nextOuvre(day)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, 2026-11-27", // a Friday stays
        "2026-11-28, 2026-11-30",
        "2026-11-29, 2026-11-30",
        "2027-01-01, 2027-01-04",
    })
    void a_period_for_a_person_to_act_may_end_on_the_next_jour_ouvre(
            LocalDate last, LocalDate extended) {
        assertThat(PARIS.orNextOuvre(last)).isEqualTo(extended);
    }

    @ParameterizedTest
    @CsvSource({
        // notified, last day
        "2022-11-03, 2023-01-04",
        "2015-03-27, 2015-05-28",
        "2014-12-31, 2015-03-02", // 28 February, then 1 March, a Sunday
        "2026-10-31, 2027-01-04", // 31 December, then New Year, a Friday
    })
    void the_last_day_to_appeal_is_one_more_and_never_a_day_off(
            LocalDate notified, LocalDate last) {
        assertThat(PARIS.lastDayToAppeal(notified, LegalPeriod.parse("2 months"))).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-11-23, JOURS_OUVRES,    0",
        "2026-11-23, 2026-11-20, JOURS_OUVRES,    0",
        "2026-11-23, 2026-12-07, JOURS_OUVRES,    10",
        "2026-11-27, 2026-11-30, JOURS_OUVRABLES, 2",
        "2026-11-23, 2026-12-07, CALENDAR_DAYS,   14",
        "2026-01-15, 2026-03-14, MONTHS,          1",
        "2026-01-15, 2026-03-15, MONTHS,          2",
        "2026-01-31, 2026-02-28, MONTHS,          1",
        "2026-01-31, 2026-02-27, MONTHS,          0",
    })
    void days_between_are_those_that_a_period_counts(
            LocalDate from, LocalDate to, Unit unit, long expected) {
        assertThat(PARIS.between(from, to, unit)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void between_is_the_reverse_of_plus_whatever_the_day(Unit unit) {
        LocalDate.of(2023, 12, 1)
                .datesUntil(LocalDate.of(2025, 3, 5))
                .forEach(
                        from ->
                                IntStream.of(1, 2, 10)
                                        .forEach(
                                                n ->
                                                        assertThat(
                                                                        PARIS.between(
                                                                                from,
                                                                                PARIS.plus(
                                                                                        from,
                                                                                        new LegalPeriod(
                                                                                                n,
                                                                                                unit)),
                                                                                unit))
                                                                .as("%s + %d %s", from, n, unit)
                                                                .isEqualTo(n)));
    }

    @ParameterizedTest
    @CsvSource({
        "METROPOLE,  2026-11-23",
        "MARTINIQUE, 2026-11-22",
        "GUYANE,     2026-11-22",
        "REUNION,    2026-11-23",
        "MAYOTTE,    2026-11-23",
    })
    void the_day_is_the_one_of_the_territory(HolidayZone zone, LocalDate day) {
        Instant instant = Instant.parse("2026-11-22T23:30:00Z");

        assertThat(instant.atZone(zone.id()).toLocalDate()).isEqualTo(day);
    }

    private static List<LocalDate> holidays(HolidayZone zone, int year) {
        LegalDays days = LegalDays.in(zone);
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(days::holiday)
                .toList();
    }
}
