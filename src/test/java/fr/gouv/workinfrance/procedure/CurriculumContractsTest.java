package fr.gouv.workinfrance.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fr.gouv.workinfrance.procedure.Procedure.Aspect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// The contracts of a foreign student's curriculum, as a lawyer would read them.
class CurriculumContractsTest {
    private static final String ID = "etudiant-cursus";
    private static final Version CURRENT = Catalogue.version(ID, "2025");
    private static final Version FIRST_SERVICE = Catalogue.version(ID, "2017");
    private static final LocalDate JUNE_2027 = LocalDate.of(2027, 6, 1);

    @ParameterizedTest
    @CsvSource({
        "doctoral, ''",
        "cifre, cifre",
        "ater, ater_appointment",
        "medical_intern, intern_recruitment;head_of_service;medical_diploma_course",
        "trainee, professional_body",
        "language_assistant, curriculum",
        "other, curriculum",
    })
    void each_kind_of_contract_asks_for_its_own_documents(String kind, String own) {
        assertThat(pieces(ExampleAnswers.of(CURRENT).with("contract_kind", kind)))
                .filteredOn(piece -> !Set.of("contract", "title", "enrolment").contains(piece))
                .isEqualTo(own.isEmpty() ? List.of() : List.of(own.split(";")));
    }

    @Test
    void the_same_document_is_not_asked_for_twice() {
        ExampleAnswers trainee =
                ExampleAnswers.of(CURRENT)
                        .with("contract_kind", "trainee")
                        .with("regulated_profession", "oui");
        assertThat(pieces(trainee))
                .contains("professional_body")
                .doesNotContain("regulated_profession");
        ExampleAnswers intern =
                ExampleAnswers.of(CURRENT)
                        .with("contract_kind", "medical_intern")
                        .with("regulated_profession", "oui");
        assertThat(pieces(intern))
                .contains("medical_diploma_course", "regulated_profession")
                .doesNotContain("enrolment");
    }

    @Test
    void the_documents_that_the_first_service_asked_for_rest_on_its_practice() {
        assertThat(FIRST_SERVICE.pieces())
                .filteredOn(
                        piece ->
                                Set.of("cifre", "ater_appointment", "professional_body")
                                        .contains(piece.id()))
                .hasSize(3)
                .allSatisfy(
                        piece -> {
                            assertThat(piece.provisional()).isTrue();
                            assertThat(piece.basis().law())
                                    .extracting(LegalSource::article)
                                    .containsExactly("pratique 2018-2021");
                        });
    }

    @Test
    void a_request_that_answers_everything_lacks_nothing_but_documents_and_blocks_nobody() {
        for (Version version : Catalogue.read(ID).versions()) {
            assertThat(
                            version.gaps(
                                    ExampleAnswers.of(version).values(),
                                    Set.of(),
                                    Set.of(),
                                    JUNE_2027))
                    .filteredOn(Gap::blocking)
                    .isEmpty();
        }
    }

    @Test
    void whether_a_contract_under_public_law_needs_an_authorization_is_told_as_uncertain() {
        ExampleAnswers answers = ExampleAnswers.of(CURRENT).with("public_law", "oui");
        assertThat(answers.told(JUNE_2027)).contains("the_labour_code_applies");
        assertThat(answers.with("public_law", "non").told(JUNE_2027))
                .doesNotContain("the_labour_code_applies");
        assertThat(rule("the_labour_code_applies").law())
                .extracting(LegalSource::confidence)
                .containsExactly(Confidence.UNKNOWN);
        assertThat(rule("the_labour_code_applies").blocks()).isFalse();
    }

    @Test
    void the_minimum_wage_is_not_held_against_a_contract_under_public_law() {
        ExampleAnswers answers =
                ExampleAnswers.of(CURRENT)
                        .with("public_law", "non")
                        .with("gross_pay", "1 500 euros par mois");
        assertThat(answers.told(JUNE_2027)).contains("pay_reaches_the_minimum");
        assertThat(answers.with("public_law", "oui").told(JUNE_2027))
                .doesNotContain("pay_reaches_the_minimum");
    }

    @Test
    void work_that_the_curriculum_does_not_include_belongs_to_the_student_job() {
        assertThat(ExampleAnswers.of(CURRENT).with("curriculum_requires", "non").told(JUNE_2027))
                .contains("the_curriculum_includes_it");
        assertThat(ExampleAnswers.of(CURRENT).told(JUNE_2027))
                .doesNotContain("the_curriculum_includes_it");
    }

    @Test
    void a_half_time_teaching_assistant_stays_within_the_yearly_limit() {
        ExampleAnswers answers =
                ExampleAnswers.of(CURRENT)
                        .with("contract_kind", "ater")
                        .with("working_hours", "17h30 par semaine");
        assertThat(answers.told(JUNE_2027)).contains("hours_need_an_authorization");
        assertThat(answers.with("working_hours", "35 heures par semaine").told(JUNE_2027))
                .doesNotContain("hours_need_an_authorization");
    }

    @Test
    void an_algerian_doctoral_student_works_full_time_because_the_studies_include_it() {
        ExampleAnswers answers =
                ExampleAnswers.of(CURRENT)
                        .with("nationality", "DZ")
                        .with("title_kind", "certificate")
                        .with("branch_hours", "1607 heures");
        assertThat(answers.told(JUNE_2027))
                .doesNotContain("half_of_the_branch", "certificate_of_an_algerian");
        assertThat(answers.with("curriculum_requires", "non").told(JUNE_2027))
                .contains("half_of_the_branch");
    }

    @Test
    void a_researcher_s_talent_card_and_a_doctor_assigned_by_the_minister_need_none() {
        assertThat(criterion("talent").law())
                .extracting(LegalSource::article, LegalSource::confidence)
                .containsExactly(tuple("R5221-2", Confidence.B));
        assertThat(criterion("foreign-doctors").law())
                .extracting(LegalSource::article, LegalSource::confidence)
                .containsExactly(tuple("R5221-2", Confidence.A));
    }

    @Test
    void it_is_refused_for_the_same_reasons_as_a_student_job() {
        assertThat(CURRENT.reasons())
                .isSubsetOf(Catalogue.version("etudiant-emploi", "2025").reasons());
        assertThat(FIRST_SERVICE.reasons())
                .isSubsetOf(Catalogue.version("etudiant-emploi", "2017").reasons());
    }

    @Test
    void a_request_filed_before_april_2021_is_decided_as_it_was_filed() {
        Procedure procedure = Catalogue.read(ID);
        LocalDate april = LocalDate.of(2021, 4, 10);
        assertThat(procedure.criteria(april, LocalDate.of(2021, 3, 15)).map(Version::number))
                .contains("2017");
        assertThat(procedure.on(Aspect.CRITERIA, april)).isEmpty();
    }

    @Test
    void the_employer_files_and_anyone_else_needs_a_written_mandate() {
        for (Version version : Catalogue.read(ID).versions()) {
            assertThat(version.filers())
                    .filteredOn(filer -> !filer.underMandate())
                    .extracting(Filer::part)
                    .containsExactly(Part.EMPLOYER);
        }
    }

    private static List<String> pieces(ExampleAnswers answers) {
        return CURRENT.requiredPieces(answers.values()).stream().map(Piece::id).toList();
    }

    private static Rule rule(String id) {
        return CURRENT.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Statement criterion(String id) {
        return CURRENT.statements().stream()
                .filter(statement -> statement.id().equals("criteria." + id))
                .findFirst()
                .orElseThrow();
    }
}
