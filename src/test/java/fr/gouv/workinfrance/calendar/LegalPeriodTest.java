package fr.gouv.workinfrance.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.gouv.workinfrance.calendar.LegalPeriod.Unit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegalPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2 months,          2, MONTHS",
        "1 month,           1, MONTHS",
        "15 calendar_days, 15, CALENDAR_DAYS",
        "2 jours_ouvrables, 2, JOURS_OUVRABLES",
        "1 jour_ouvrable,   1, JOURS_OUVRABLES",
        "10 jours_ouvres,  10, JOURS_OUVRES",
        "1 jour_ouvre,      1, JOURS_OUVRES",
        "10 jours ouvrés,  10, JOURS_OUVRES",
        "P2M,               2, MONTHS",
        "P15D,             15, CALENDAR_DAYS",
    })
    void a_period_is_written_as_the_law_says_it(String text, int amount, Unit unit) {
        LegalPeriod period = LegalPeriod.parse(text);

        assertThat(period).isEqualTo(new LegalPeriod(amount, unit));
        assertThat(LegalPeriod.parse(period.toString())).isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2",
                "months",
                "0 months",
                "-1 months",
                "2 weeks",
                "2.5 months",
                "P1Y",
                "99999 months"
            })
    void anything_else_is_refused_with_what_can_be_written(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LegalPeriod.parse(text))
                .withMessageContaining("jours_ouvres");
    }
}
