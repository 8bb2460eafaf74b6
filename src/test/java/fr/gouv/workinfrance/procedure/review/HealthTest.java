package fr.gouv.workinfrance.procedure.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import fr.gouv.workinfrance.procedure.Confidence;
import fr.gouv.workinfrance.procedure.review.Health.Age;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What who keeps the catalogue is told of it, on a day. L1 of the small procedure was read on 31
/// March 2026; L2 on 23 November 2026, to be read again by the end of that year.
class HealthTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-25");
    private static final Health HEALTH = on(DAY);

    @Test
    void each_statement_of_law_is_counted_once_by_how_far_it_may_be_trusted() {
        assertThat(HEALTH.confidence())
                .containsExactly(
                        entry(Confidence.A, 15L),
                        entry(Confidence.B, 1L),
                        entry(Confidence.C, 1L),
                        entry(Confidence.UNKNOWN, 1L));
        assertThat(HEALTH.statements()).hasSize(18);
    }

    @Test
    void those_that_no_official_text_carries_are_listed_the_least_sure_first() {
        assertThat(HEALTH.unsure())
                .extracting(placed -> placed.clause().anchor())
                .containsExactly("pieces.paper", "pieces.card", "filers.WORKER");
    }

    @ParameterizedTest(name = "on {0}: {1} recent, {2} ageing, {3} old")
    @CsvSource({
        "2026-09-30, 18, 0, 0",
        "2026-10-01, 1, 17, 0",
        "2027-03-31, 1, 17, 0",
        "2027-04-01, 1, 0, 17",
        "2027-12-01, 0, 0, 18"
    })
    void the_clock_alone_makes_a_reading_old(LocalDate day, long recent, long ageing, long old) {
        assertThat(on(day).ages())
                .containsExactly(
                        entry(Age.RECENT, recent), entry(Age.AGEING, ageing), entry(Age.OLD, old));
    }

    @Test
    void a_text_last_read_more_than_six_months_ago_is_listed() {
        assertThat(HEALTH.ageing()).extracting(text -> text.text().key()).containsExactly("L1");
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2026-10-31, false", "2026-11-01, true", "2027-02-01, true"})
    void a_text_to_be_read_again_is_listed_from_sixty_days_before_and_until_it_is(
            LocalDate day, boolean listed) {
        assertThat(on(day).toReadAgain().stream().map(text -> text.text().key()).toList())
                .isEqualTo(listed ? List.of("L2") : List.of());
        assertThat(HEALTH.past(LocalDate.parse("2026-11-24"))).isTrue();
        assertThat(HEALTH.past(DAY)).isFalse();
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2026-12-01, false", "2026-12-02, true", "2027-02-01, true"})
    void a_wording_whose_end_is_near_or_past_is_listed_while_a_version_rests_on_it(
            LocalDate day, boolean listed) {
        assertThat(on(day).ending().stream().map(text -> text.text().key()).toList())
                .isEqualTo(listed ? List.of("L2") : List.of());
        Map<String, String> closed =
                Map.of(
                        "form: {from: 2024-01-01}", "form: {from: 2024-01-01, until: 2024-12-31}",
                        "clock: {from: 2020-01-01}", "clock: {from: 2020-01-01, until: 2024-12-31}",
                        "criteria: {from: 2022-01-01}",
                                "criteria: {from: 2022-01-01, until: 2024-12-31}");
        assertThat(Health.of(Small.read(closed), day).ending()).isEmpty();
    }

    @Test
    void a_rule_that_comes_from_no_text_is_listed() {
        assertThat(HEALTH.unsourced())
                .extracting(placed -> placed.clause().id())
                .containsExactly("order");
    }

    @Test
    void a_condition_that_no_example_tries_is_listed_and_a_rule_never_is() {
        assertThat(HEALTH.untried())
                .extracting(placed -> placed.clause().anchor())
                .containsExactly("sections.mandate", "questions.end", "pieces.card");
    }

    @Test
    void a_limit_that_nothing_checks_is_listed() {
        assertThat(HEALTH.unchecked())
                .extracting(placed -> placed.clause().id())
                .containsExactly("territory");
    }

    @Test
    void a_provisional_piece_and_a_period_that_is_not_encoded_are_listed() {
        assertThat(HEALTH.provisional())
                .extracting(placed -> placed.clause().id())
                .containsExactly("paper");
        assertThat(HEALTH.notEncoded())
                .extracting(silence -> silence.period().reason().fr())
                .containsExactly("avant");
    }

    @Test
    void words_that_may_not_say_the_same_are_listed_with_why() {
        Health health = Health.of(Small.read(Map.of("within 2 months", "within 3 months")), DAY);

        assertThat(HEALTH.doubts()).isEmpty();
        assertThat(health.doubts())
                .singleElement()
                .satisfies(
                        doubt -> {
                            assertThat(doubt.placed().clause().anchor()).isEqualTo("appeals.court");
                            assertThat(doubt.why()).containsExactly(Translation.FIGURES);
                        });
    }

    @Test
    void a_text_knows_each_statement_that_cites_it() {
        assertThat(HEALTH.texts())
                .extracting(text -> text.text().key())
                .containsExactly("L1", "L2");
        assertThat(HEALTH.texts().getLast().uses())
                .extracting(use -> use.clause().anchor())
                .containsExactly("pieces.card");
    }

    private static Health on(LocalDate day) {
        return Health.of(Small.read(Map.of()), day);
    }
}
