package fr.gouv.workinfrance.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.procedure.ConditionLanguage.Compiled;
import fr.gouv.workinfrance.reference.Per;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/// What a condition says, and what a blank answer does to it.
class ConditionTest {
    private static final ConditionLanguage LANGUAGE =
            new ConditionLanguage(
                    new ConditionCompiler(Catalogue.GAZETTEER, Tariff.EMPTY),
                    Map.of(
                            "kind", new FieldType.Text(20),
                            "start", new FieldType.Day(),
                            "end", new FieldType.Day(),
                            "birth", new FieldType.PartialDay(),
                            "postcode", new FieldType.Postcode(),
                            "agreed", new FieldType.YesNo(),
                            "count", new FieldType.Whole(0, Long.MAX_VALUE),
                            "hours", new FieldType.Hours(Set.of(Per.values())),
                            "pay", new FieldType.Money(Set.of(Per.values())),
                            "home", new Place.Address()),
                    true);

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final Map<String, Object> ANSWERED =
            Map.of(
                    "kind",
                    "a",
                    "start",
                    "2027-01-31",
                    "end",
                    "2027-02-28",
                    "birth",
                    "1999-03-00",
                    "postcode",
                    "97400",
                    "agreed",
                    true,
                    "count",
                    3,
                    "hours",
                    Map.of("minutes", 2100, "per", "WEEK"),
                    "pay",
                    Map.of("cents", 180180, "per", "MONTH"),
                    "home",
                    Map.of("street", "1 rue A", "postcode", "93200", "city", "B"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "kind == 'a' ; TRUE ; UNKNOWN",
                "kind != 'a' ; FALSE ; UNKNOWN",
                "given(kind) ; TRUE ; FALSE",
                "size(kind) <= 9 ; TRUE ; UNKNOWN",
                "!given(kind) || kind == 'b' ; FALSE ; TRUE",
                "kind == 'a' || count == 4 ; TRUE ; UNKNOWN",
                "given(kind) && kind == 'a' ; TRUE ; FALSE",
                "agreed ; TRUE ; UNKNOWN",
                "agreed == false ; FALSE ; UNKNOWN",
                "start <= end ; TRUE ; UNKNOWN",
                "start > today ; TRUE ; UNKNOWN",
                "days_between(start, end) == 28 ; TRUE ; UNKNOWN",
                "months_after(start, 1) == end ; TRUE ; UNKNOWN",
                "hours == 2100 && hours_per == 'WEEK' ; TRUE ; UNKNOWN",
                "minutes_per_year(hours, hours_per) == 109200 ; TRUE ; UNKNOWN",
                "pay > 180100 && pay_per == 'MONTH' ; TRUE ; UNKNOWN",
                // the monthly wage of 35 hours a week at 11.88 euros an hour
                "cents_per_hour(pay, pay_per, hours, hours_per) == 1188 ; TRUE ; UNKNOWN",
                "cents_per_hour(1250, 'HOUR', 0, 'TOTAL') == 1250 ; TRUE ; TRUE",
                "cents_per_hour(41580, 'WEEK', 2100, 'WEEK') == 1188 ; TRUE ; TRUE",
                "cents_per_hour(2162160, 'YEAR', 109200, 'YEAR') == 1188 ; TRUE ; TRUE",
                "cents_per_hour(100, 'MONTH', 61, 'MONTH') == 98 ; TRUE ; TRUE",
                "cents_per_hour(41580, 'DAY', 2100, 'WEEK') > 0 ; UNKNOWN ; UNKNOWN",
                "cents_per_hour(41580, 'TOTAL', 2100, 'WEEK') > 0 ; UNKNOWN ; UNKNOWN",
                "cents_per_hour(41580, 'WEEK', 2100, 'TOTAL') > 0 ; UNKNOWN ; UNKNOWN",
                "cents_per_hour(41580, 'WEEK', 0, 'WEEK') > 0 ; UNKNOWN ; UNKNOWN",
                "department_of(home_postcode) == '93' ; TRUE ; UNKNOWN",
                "given(home) ; TRUE ; FALSE",
                "department_of(postcode) == '974' ; TRUE ; UNKNOWN",
                "metropolitan(department_of(postcode)) ; FALSE ; UNKNOWN",
                "european('DE') ; TRUE ; TRUE",
                "european('SN') ; FALSE ; FALSE",
                "aged(birth, 27, '2026-04-01') ; TRUE ; UNKNOWN",
                "aged(birth, 27, '2026-02-28') ; FALSE ; UNKNOWN",
                "aged(birth, 27, '2026-03-15') ; UNKNOWN ; UNKNOWN",
                "born_after(birth, '1999-02-28') ; TRUE ; UNKNOWN",
                "born_after(birth, '1999-03-31') ; FALSE ; UNKNOWN",
                "born_after(birth, '1999-03-15') ; UNKNOWN ; UNKNOWN",
                "minutes_per_year(hours, 'DAY') > 0 ; UNKNOWN ; UNKNOWN",
                "minutes_within_a_year(hours, hours_per, '2027-09-01', '2028-08-31') == 109200"
                        + " ; TRUE ; UNKNOWN",
                "minutes_within_a_year(hours, hours_per, '2027-06-01', '2027-08-31') == 27524"
                        + " ; TRUE ; UNKNOWN",
                "minutes_within_a_year(5784, 'YEAR', '2027-06-01', '2027-08-31') == 5784"
                        + " ; TRUE ; TRUE",
                "minutes_within_a_year(2100, 'WEEK', '2027-09-01', '2027-08-31') > 0"
                        + " ; UNKNOWN ; UNKNOWN",
            })
    void a_blank_is_unknown_unless_the_rest_settles_it(String text, Truth answered, Truth blank) {
        Condition condition = condition(text);
        assertThat(condition.judge(ANSWERED, TODAY)).isEqualTo(answered);
        assertThat(condition.judge(Map.of(), TODAY)).isEqualTo(blank);
    }

    @Test
    void one_side_that_is_known_may_be_enough() {
        assertThat(condition("kind == 'a' || agreed").holds(Map.of("agreed", true))).isTrue();
        assertThat(condition("kind == 'a' && agreed").judge(Map.of("agreed", false), null))
                .isEqualTo(Truth.FALSE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "kinf == 'a' ; unknown name 'kinf', did you mean 'kind'?",
                "given(strat) ; unknown name 'strat', did you mean 'start'?",
                "kind == 3 ; '==' does not take (string, int)",
                "agreed == 'yes' ; '==' does not take (bool, string)",
                "count ; expected type 'bool' but found 'int'",
                "given('kind') ; given() takes the name of a field",
            })
    void a_condition_that_is_wrong_says_why(String text, String reason) {
        assertThat(LANGUAGE.compile(text)).isEqualTo(new Compiled.Mistaken(reason));
    }

    @Test
    void a_condition_tells_the_fields_it_names() {
        assertThat(condition("given(kind) || hours_per == 'WEEK' && start < today").names())
                .containsExactly("hours", "kind", "start", "today");
        assertThat(condition("home_postcode == '93200'").names()).containsExactly("home");
    }

    @Test
    void a_condition_at_fault_is_not_taken_for_a_blank() {
        Condition condition = condition("count + 9223372036854775807 > 0");
        assertThatThrownBy(() -> condition.judge(Map.of("count", 3), TODAY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("count + 9223372036854775807 > 0");
    }

    private static Condition condition(String text) {
        return switch (LANGUAGE.compile(text)) {
            case Compiled.Right(Condition condition) -> condition;
            case Compiled.Mistaken(String reason) -> throw new AssertionError(reason);
        };
    }
}
