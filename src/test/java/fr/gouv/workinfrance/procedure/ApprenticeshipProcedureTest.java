package fr.gouv.workinfrance.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The student's apprenticeship contract: for all until 2021, for Algerian students today.
class ApprenticeshipProcedureTest {
    private static final String ID = "etudiant-apprentissage";
    private static final Version OF_2017 = Catalogue.version(ID, "2017");
    private static final Version OF_2025 = Catalogue.version(ID, "2025");

    @ParameterizedTest
    @CsvSource({
        "SN, true, authorization_is_needed",
        "SN, false, contract_is_validated_first",
        "DZ, true, ''",
        "DZ, false, ''",
    })
    void today_whoever_is_not_algerian_is_told_that_a_validated_contract_needs_no_authorization(
            String nationality, boolean validated, String told) {
        assertThat(
                        told(
                                OF_2025,
                                Map.of(
                                        "nationality", nationality,
                                        "contract_validated", validated)))
                .isEqualTo(told.isEmpty() ? List.of() : List.of(told));
        assertThat(OF_2025.rules())
                .filteredOn(rule -> rule.id().equals("authorization_is_needed"))
                .singleElement()
                .satisfies(
                        rule -> {
                            assertThat(rule.blocks()).isFalse();
                            assertThat(rule.law())
                                    .extracting(LegalSource::article)
                                    .contains("R5221-2");
                        });
    }

    @Test
    void in_2019_every_foreign_student_needed_one_and_got_it_as_of_right() {
        assertThat(told(OF_2017, Map.of("nationality", "SN"))).isEmpty();
        assertThat(criterion(OF_2017, "by-right").confidence()).isEqualTo(Confidence.A);
        assertThat(criterion(OF_2017, "by-right").law())
                .extracting(source -> source.text().key())
                .contains("R5221-7 (2020)");
    }

    @ParameterizedTest
    @CsvSource({
        "2025, false, true",
        "2025, true, false",
        "2017, false, true",
        "2017, true, true",
    })
    void a_first_year_student_is_told_so_unless_the_text_knows_the_exception_of_masters(
            String number, boolean master, boolean told) {
        Map<String, Object> values =
                Map.of(
                        "master_course", master,
                        "first_stay", "2019-09-15",
                        "contract_start", "2019-10-01",
                        "nationality", "DZ");
        assertThat(told(Catalogue.version(ID, number), values))
                .matches(ids -> ids.contains("first_year_is_over") == told);
    }

    @Test
    void a_student_whose_validated_contract_needs_no_authorization_is_refused_as_without_object() {
        assertThat(OF_2025.reasons())
                .filteredOn(reason -> reason.id().equals("validated-contract"))
                .singleElement()
                .satisfies(
                        reason -> assertThat(reason.wording().fr()).contains("R. 5221-2", "12°"));
        assertThat(OF_2017.reasons())
                .extracting(Reason::id)
                .contains("not-an-apprenticeship-contract", "not-a-student-title")
                .doesNotContain("validated-contract");
    }

    @Test
    void what_rests_on_the_agreement_that_was_not_read_says_so() {
        assertThat(criterion(OF_2025, "agreement").law())
                .filteredOn(source -> source.text().key().equals("accord franco-algérien"))
                .singleElement()
                .satisfies(
                        source -> {
                            assertThat(source.confidence()).isEqualTo(Confidence.B);
                            assertThat(source.note()).isNotNull();
                        });
        assertThat(criterion(OF_2025, "by-right").confidence()).isEqualTo(Confidence.B);
        assertThat(OF_2025.rules().stream().filter(Rule::blocks))
                .extracting(Rule::id)
                .containsExactlyInAnyOrder(
                        "contract_ends_after_it_starts",
                        "born_in_the_past",
                        "mandate_is_signed",
                        "stay_began_in_the_past");
    }

    @Test
    void the_contract_of_an_algerian_apprentice_bears_the_stamp_of_the_training_centre() {
        assertThat(OF_2025.pieces())
                .filteredOn(piece -> piece.id().equals("contract"))
                .singleElement()
                .satisfies(
                        piece -> {
                            assertThat(piece.hint()).isNotNull();
                            assertThat(piece.hint().fr()).contains("cachet du CFA");
                            assertThat(piece.provisional()).isTrue();
                        });
        assertThat(OF_2025.pieces())
                .extracting(Piece::id)
                .containsExactly(
                        "contract",
                        "title",
                        "passport",
                        "enrolment",
                        "mandate",
                        "regulated_profession",
                        "previous_authorization",
                        "licence",
                        "contributions");
    }

    @ParameterizedTest
    @CsvSource({"2018-09-01, 26, true", "2019-09-01, 26, false", "2019-09-01, 30, true"})
    void the_age_limit_of_apprenticeship_is_that_of_the_day_the_contract_starts(
            LocalDate start, int age, boolean told) {
        Map<String, Object> values =
                Map.of(
                        "contract_start", start.toString(),
                        "birth_date", start.minusYears(age).toString());
        assertThat(told(OF_2017, values)).matches(ids -> ids.contains("young_enough") == told);
    }

    private static Statement criterion(Version version, String id) {
        return version.statements(Statement.Topic.CRITERION).stream()
                .filter(statement -> statement.id().equals("criteria." + id))
                .findFirst()
                .orElseThrow();
    }

    /// The rules that these answers break.
    private static List<String> told(Version version, Map<String, Object> values) {
        return version.gaps(values, Set.of(), Set.of(), LocalDate.of(2018, 6, 1)).stream()
                .filter(gap -> gap.kind() == Gap.Kind.RULE)
                .map(Gap::id)
                .toList();
    }
}
