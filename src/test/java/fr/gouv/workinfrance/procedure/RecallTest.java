package fr.gouv.workinfrance.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.Recall.From;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What the catalogue says to be known from elsewhere, and for how long.
class RecallTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final Recall WHILE_VALID = new Recall(Set.of(From.EARLIER_REQUESTS), "expiry");

    @Test
    void an_answer_holds_up_to_the_day_that_another_says_and_no_longer() {
        assertThat(WHILE_VALID.holds(Map.of("expiry", "2026-11-24"), DAY)).isTrue();
        assertThat(WHILE_VALID.holds(Map.of("expiry", "2026-11-23"), DAY)).isTrue();
        assertThat(WHILE_VALID.holds(Map.of("expiry", "2026-11-22"), DAY)).isFalse();
    }

    @Test
    void an_answer_whose_last_day_nobody_said_does_not_hold() {
        assertThat(WHILE_VALID.holds(Map.of(), DAY)).isFalse();
        assertThat(new Recall(Set.of(From.NEXT_HIRE), null).holds(Map.of(), DAY)).isTrue();
    }

    @Test
    void what_stands_for_any_request_stands_for_a_next_hire_and_not_the_other_way_round() {
        Recall any = new Recall(Set.of(From.EARLIER_REQUESTS), null);
        Recall hire = new Recall(Set.of(From.NEXT_HIRE), null);

        assertThat(any.from(From.NEXT_HIRE)).isTrue();
        assertThat(any.from(From.ACCOUNT)).isFalse();
        assertThat(hire.from(From.EARLIER_REQUESTS)).isFalse();
    }

    // ---- the real catalogue

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contract_start",
                "contract_end",
                "request_kind",
                "previous_authorization",
                "mandate_date",
                "contract_validated",
                "school_year",
                "curriculum_link",
                "other_jobs"
            })
    void what_is_of_one_hire_alone_is_known_from_nowhere(String id) {
        assertThat(asked(id)).isNotEmpty().noneMatch(field -> field.recall() != null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"job_title", "working_hours", "gross_pay", "contract_kind"})
    void the_job_is_known_for_a_next_hire_that_someone_begins_and_not_otherwise(String id) {
        assertThat(asked(id))
                .isNotEmpty()
                .allMatch(field -> field.knownFrom(From.NEXT_HIRE))
                .noneMatch(field -> field.knownFrom(From.EARLIER_REQUESTS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "surname",
                "given_names",
                "birth_date",
                "nationality",
                "foreigner_number",
                "worker_address",
                "employer_siret",
                "establishment_address",
                "representative_surname",
                "employer_phone",
                "holder_capacity"
            })
    void who_someone_is_and_how_he_is_reached_is_known_from_his_earlier_requests(String id) {
        assertThat(asked(id))
                .isNotEmpty()
                .allMatch(field -> field.knownFrom(From.EARLIER_REQUESTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title_kind", "title_number", "visa_number", "title_expiry"})
    void what_a_title_says_is_known_as_long_as_the_title_is_valid(String id) {
        assertThat(asked(id))
                .isNotEmpty()
                .allSatisfy(
                        field ->
                                assertThat(field.recall())
                                        .isEqualTo(
                                                new Recall(
                                                        Set.of(From.EARLIER_REQUESTS),
                                                        "title_expiry")));
    }

    /// The questions of that name in all versions of all procedures.
    private static List<Field> asked(String id) {
        Stream<Version> versions =
                Catalogue.CORPUS.procedures().stream().flatMap(one -> one.versions().stream());
        return versions.flatMap(version -> version.field(id).stream()).toList();
    }
}
