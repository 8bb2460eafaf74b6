package fr.gouv.workinfrance.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;

class PartialDateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    12/03/1998        | 1998-03-12
                    12-3-1998         | 1998-03-12
                    12.03.1998        | 1998-03-12
                    12 03 1998        | 1998-03-12
                    ' 12 / 03 / 1998 '| 1998-03-12
                    1998-03-12        | 1998-03-12
                    1998-3-12         | 1998-03-12
                    12 mars 1998      | 1998-03-12
                    1er février 1998  | 1998-02-01
                    1er fevrier 1998  | 1998-02-01
                    12 AOÛT 1998      | 1998-08-12
                    12 March 1998     | 1998-03-12
                    12th of March 1998|
                    March 12, 1998    | 1998-03-12
                    3rd May 1998      | 1998-05-03
                    12 sept. 1998     | 1998-09-12
                    29/02/2000        | 2000-02-29
                    03/1998           | 1998-03-00
                    mars 1998         | 1998-03-00
                    March 1998        | 1998-03-00
                    1998-03           | 1998-03-00
                    1998-03-00        | 1998-03-00
                    00/03/1998        | 1998-03-00
                    1998              | 1998-00-00
                    1998-00-00        | 1998-00-00
                    00/00/1998        | 1998-00-00
                    xx/xx/1998        | 1998-00-00
                    XX/03/1998        | 1998-03-00
                    """)
    void a_date_is_read_in_french_and_in_english_as_far_as_it_is_known(String typed, String iso) {
        assertThat(PartialDate.parse(typed).map(PartialDate::iso).orElse(null)).isEqualTo(iso);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hier",
                "98",
                "12/03/98",
                "30/02/1998",
                "29/02/1999",
                "31/04/1998",
                "12/13/1998",
                "03/12/1998/1",
                "12/00/1998",
                "1998-00-12",
                "0000",
                "0000-00-00",
                "12 brumaire 1998",
                "1998-03-12T00:00",
                "12/03/19988",
            })
    void what_no_calendar_has_is_refused(String typed) {
        assertThat(PartialDate.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1998-03-12, 1998-03-12, 1998-03-12, true",
        "1998-02-00, 1998-02-01, 1998-02-28, false",
        "2000-02-00, 2000-02-01, 2000-02-29, false",
        "1998-00-00, 1998-01-01, 1998-12-31, false",
    })
    void it_knows_the_days_it_can_be(
            String iso, LocalDate earliest, LocalDate latest, boolean complete) {
        PartialDate date = PartialDate.parse(iso).orElseThrow();

        assertThat(date.earliest()).isEqualTo(earliest);
        assertThat(date.latest()).isEqualTo(latest);
        assertThat(date.complete()).isEqualTo(complete);
        assertThat(date.iso()).isEqualTo(iso);
    }

    @ParameterizedTest
    @CsvSource({
        "1899-12-31, false",
        "1900-01-01, true",
        "2026-11-23, true",
        "2026-11-24, false",
        "2026-11-00, true", // it may have been earlier this month
        "2026-12-00, false",
        "2026-00-00, true",
        "2027-00-00, false",
    })
    void a_birth_is_neither_in_the_future_nor_before_1900(String iso, boolean plausible) {
        assertThat(PartialDate.parse(iso).orElseThrow().plausibleBirth(TODAY)).isEqualTo(plausible);
    }

    @Test
    void it_is_surely_after_or_before_only_when_nothing_missing_could_change_it() {
        PartialDate thisYear = new PartialDate(2026, null, null);

        assertThat(thisYear.surelyAfter(LocalDate.of(2025, 12, 31))).isTrue();
        assertThat(thisYear.surelyAfter(LocalDate.of(2026, 1, 1))).isFalse();
        assertThat(thisYear.surelyBefore(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(thisYear.surelyBefore(LocalDate.of(2027, 1, 1))).isTrue();
    }

    @Test
    void there_is_no_day_without_a_month() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PartialDate(1998, null, 12));
    }
}
