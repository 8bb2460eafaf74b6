package fr.gouv.workinfrance.reference;

import static fr.gouv.workinfrance.reference.Per.HOUR;
import static fr.gouv.workinfrance.reference.Per.MONTH;
import static fr.gouv.workinfrance.reference.Per.WEEK;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;

class AmountTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1485,50              | 1485.5
                    1485.50              | 1485.5
                    1 485,50             | 1485.5
                    1\u00a0485,50        | 1485.5
                    1\u202f485,50        | 1485.5
                    1\u2009485,50 €      | 1485.5
                    1.485,50             | 1485.5
                    1,485.50             | 1485.5
                    1'485.50             | 1485.5
                    1 234 567,89 euros   | 1234567.89
                    1.234.567            | 1234567
                    1,234,567            | 1234567
                    1485 EUR             | 1485
                    35                   | 35
                    17,5 h               | 17.5
                    0,125                | 0.125
                    0                    | 0
                    007                  | 7
                    """)
    void a_number_is_read_as_french_and_english_people_type_it(String typed, BigDecimal value) {
        assertThat(Amount.parse(typed, MONTH)).contains(new Amount(value, MONTH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.485", "1,485", "12.000", "999,999"})
    void what_can_be_read_in_two_ways_is_not_guessed(String typed) {
        assertThat(Amount.parse(typed, MONTH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+1",
                "1e3",
                "1,2,3",
                "1.2.3",
                "1,50,0",
                "abc",
                "NaN",
                "1/2",
                "€",
                ",5",
                "5,",
                "1234567890123",
                "0,1234567",
                "=1+1",
                "١٢"
            })
    void anything_else_is_refused(String typed) {
        assertThat(Amount.parse(typed, MONTH)).isEmpty();
    }

    @Test
    void thirty_five_and_thirty_five_point_zero_are_the_same() {
        assertThat(new Amount(new BigDecimal("35.00"), WEEK))
                .isEqualTo(new Amount(new BigDecimal("35"), WEEK))
                .hasSameHashCodeAs(new Amount(new BigDecimal("35"), WEEK));
        assertThat(new Amount(new BigDecimal("100"), WEEK).value().toPlainString())
                .isEqualTo("100");
    }

    @ParameterizedTest
    @CsvSource({
        "35,     WEEK,  YEAR,  1820",
        "35,     WEEK,  MONTH, 151.67",
        "151.67, MONTH, WEEK,  35", // 35.0008
        "151.67, MONTH, YEAR,  1820.04",
        "964,    YEAR,  MONTH, 80.33",
        "964,    YEAR,  WEEK,  18.54",
        "20,     WEEK,  MONTH, 86.67",
        "0,      WEEK,  YEAR,  0",
        "35,     WEEK,  WEEK,  35",
        "12,     HOUR,  HOUR,  12",
    })
    void hours_of_one_period_are_hours_of_another(
            BigDecimal value, Per from, Per to, BigDecimal expected) {
        assertThat(new Amount(value, from).to(to, 2)).isEqualTo(new Amount(expected, to));
    }

    @ParameterizedTest
    @CsvSource({"HOUR, MONTH", "DAY, WEEK", "MONTH, TOTAL", "TOTAL, YEAR", "WEEK, DAY"})
    void what_depends_on_the_contract_is_not_converted(Per from, Per to) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Amount(BigDecimal.TEN, from).to(to, 2));
    }

    @Test
    void an_amount_is_never_negative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Amount(new BigDecimal("-0.01"), HOUR));
    }
}
