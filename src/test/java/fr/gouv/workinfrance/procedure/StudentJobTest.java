package fr.gouv.workinfrance.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.calendar.LegalPeriod;
import fr.gouv.workinfrance.procedure.Competence.DepartmentOf;
import fr.gouv.workinfrance.procedure.Procedure.Aspect;
import fr.gouv.workinfrance.procedure.Statement.Topic;
import fr.gouv.workinfrance.reference.Per;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The job of a foreign student, as a lawyer would read it.
class StudentJobTest {
    private static final String ID = "etudiant-emploi";
    private static final Version CURRENT = Catalogue.version(ID, "2025");
    private static final Version FIRST_SERVICE = Catalogue.version(ID, "2017");
    private static final LocalDate JUNE_2027 = LocalDate.of(2027, 6, 1);

    @ParameterizedTest
    @CsvSource({
        "964 heures par an, 01/09/2027, 31/08/2028, true",
        "965 heures par an, 01/09/2027, 31/08/2028, false",
        "18 heures par semaine, 01/09/2027, 31/08/2028, true",
        "19 heures par semaine, 01/09/2027, 31/08/2028, false",
        "35 heures par semaine, 01/07/2027, 30/09/2027, true",
        "35 heures par semaine, 01/07/2027, 31/01/2028, false",
    })
    void a_student_works_964_hours_over_twelve_months_without_an_authorization(
            String hours, String start, String end, boolean without) {
        for (Version version : List.of(FIRST_SERVICE, CURRENT)) {
            List<String> told =
                    student(version, "SN", "card")
                            .with("working_hours", hours)
                            .with("contract_start", start)
                            .with("contract_end", end)
                            .told(JUNE_2027);
            assertThat(told.contains("hours_need_an_authorization"))
                    .as(version.number())
                    .isEqualTo(without);
        }
    }

    @Test
    void the_hours_of_all_the_jobs_of_a_student_add_up() {
        ExampleAnswers answers =
                student(CURRENT, "SN", "card").with("working_hours", "600 heures par an");
        assertThat(answers.told(JUNE_2027)).contains("hours_need_an_authorization");
        answers.with("other_job", "oui").with("other_jobs", "Librairie | 365 heures par an");
        assertThat(answers.told(JUNE_2027)).doesNotContain("hours_need_an_authorization");
    }

    @Test
    void an_algerian_needs_an_authorization_from_the_first_hour() {
        assertThat(algerian(CURRENT, "1 heure par semaine", "1607 heures").told(JUNE_2027))
                .doesNotContain("hours_need_an_authorization", "half_of_the_branch");
        assertThat(statement(CURRENT, "criteria.algerians").confidence()).isEqualTo(Confidence.A);
        assertThat(statement(CURRENT, "criteria.algerians").law())
                .extracting(LegalSource::article)
                .contains("accord franco-algérien");
    }

    @ParameterizedTest
    @CsvSource({
        "803 heures par an, 1607 heures, false",
        "804 heures par an, 1607 heures, true",
        "910 heures par an, 1820 heures, false",
        "760 heures par an, 1500 heures, true",
    })
    void an_algerian_works_half_of_the_hours_of_the_branch_and_not_a_figure_of_ours(
            String hours, String branch, boolean beyond) {
        for (Version version : List.of(FIRST_SERVICE, CURRENT)) {
            assertThat(
                            algerian(version, hours, branch)
                                    .told(JUNE_2027)
                                    .contains("half_of_the_branch"))
                    .isEqualTo(beyond);
        }
    }

    @Test
    void an_algerian_may_work_more_when_the_studies_include_the_job() {
        ExampleAnswers answers = algerian(CURRENT, "1607 heures par an", "1607 heures");
        assertThat(answers.told(JUNE_2027)).contains("half_of_the_branch");
        answers.with("curriculum_requires", "oui");
        assertThat(answers.told(JUNE_2027)).doesNotContain("half_of_the_branch");
    }

    @Test
    void the_hours_of_the_branch_are_asked_for_an_algerian_only() {
        assertThat(asked(Part.EMPLOYER, algerian(CURRENT, "10 heures par semaine", "1607 heures")))
                .contains("branch_hours");
        assertThat(asked(Part.EMPLOYER, student(CURRENT, "MA", "card")))
                .doesNotContain("branch_hours");
    }

    @Test
    void the_limit_of_algerians_is_told_on_no_other_authorization() {
        assertThat(CURRENT.limits(student(CURRENT, "DZ", "certificate").values()))
                .extracting(Limit::id)
                .contains("half_of_the_branch");
        assertThat(CURRENT.limits(student(CURRENT, "MA", "card").values()))
                .extracting(Limit::id)
                .isNotEmpty()
                .doesNotContain("half_of_the_branch");
    }

    @Test
    void an_authorization_of_an_algerian_stays_within_half_of_the_branch() {
        Map<String, Object> yearly =
                algerian(CURRENT, "35 heures par semaine", "1607 heures").values();
        assertThat(CURRENT.checkAuthorization(granted(2100, 2027, 9, 1, 2028, 8, 31), yearly))
                .extracting(Gap::id)
                .containsExactly("half_of_the_branch");
        assertThat(CURRENT.checkAuthorization(granted(2100, 2027, 9, 1, 2027, 11, 30), yearly))
                .isEmpty();
        Map<String, Object> moroccan =
                student(CURRENT, "MA", "card")
                        .with("working_hours", "35 heures par semaine")
                        .values();
        assertThat(CURRENT.checkAuthorization(granted(2100, 2027, 9, 1, 2028, 8, 31), moroccan))
                .isEmpty();
    }

    @Test
    void a_visa_of_six_months_gives_half_of_the_yearly_hours() {
        ExampleAnswers answers =
                student(CURRENT, "BR", "semester")
                        .with("contract_start", "01/09/2027")
                        .with("contract_end", "28/02/2028")
                        .with("working_hours", "482 heures par an");
        assertThat(answers.told(JUNE_2027))
                .doesNotContain("hours_of_a_semester", "hours_need_an_authorization");
        answers.with("working_hours", "483 heures par an");
        assertThat(answers.told(JUNE_2027)).contains("hours_of_a_semester");
        assertThat(asked(Part.WORKER, answers))
                .contains("visa_number")
                .doesNotContain("title_number");
    }

    @Test
    void a_refusal_rests_on_the_general_conditions_and_not_on_the_right_to_an_authorization() {
        assertThat(articles(CURRENT))
                .contains("R5221-20", "R5221-20-1", "R5221-3", "R5221-34", "accord franco-algérien")
                .doesNotContain("R5221-7");
        assertThat(CURRENT.reasons())
                .extracting(reason -> reason.wording().fr())
                .noneMatch(wording -> wording.contains("accordée de droit"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Aux termes du 1° de l’article R. 5221-20", "5° de l’article R. 5221-20"})
    void a_student_who_goes_on_studying_is_refused_neither_for_want_of_an_offer_nor_of_a_diploma(
            String number) {
        assertThat(CURRENT.reasons())
                .extracting(reason -> reason.wording().fr())
                .noneMatch(wording -> wording.contains(number));
        assertThat(statement(CURRENT, "criteria.adequacy").confidence()).isEqualTo(Confidence.A);
        assertThat(statement(CURRENT, "criteria.published-offer").law())
                .filteredOn(source -> source.article().equals("R5221-20"))
                .extracting(LegalSource::confidence)
                .containsExactly(Confidence.UNKNOWN);
    }

    @Test
    void the_prefet_of_2017_weighed_elements_and_did_not_check_conditions() {
        assertThat(FIRST_SERVICE.reasons())
                .filteredOn(reason -> reason.wording().fr().contains("R. 5221-20"))
                .hasSize(3)
                .allMatch(reason -> reason.wording().fr().contains("prend en compte"));
        assertThat(articles(FIRST_SERVICE)).doesNotContain("R5221-20-1");
    }

    @Test
    void each_ready_wording_cites_the_text_it_rests_on() {
        for (Version version : Catalogue.read(ID).versions()) {
            for (Reason reason : version.reasons()) {
                String cited = reason.wording().fr().replace(". ", "");
                assertThat(reason.law().stream().map(LegalSource::article))
                        .as(version.number() + " " + reason.id())
                        .anyMatch(cited::contains);
            }
        }
    }

    @Test
    void what_the_law_would_refuse_is_advice_and_only_the_impossible_blocks() {
        for (Version version : Catalogue.read(ID).versions()) {
            assertThat(version.rules().stream().filter(Rule::blocks))
                    .extracting(Rule::id)
                    .containsExactlyInAnyOrder(
                            "contract_ends_after_it_starts",
                            "born_in_the_past",
                            "mandate_is_signed");
            assertThat(version.pieces()).noneMatch(Piece::blocks);
        }
    }

    @Test
    void a_seasonal_job_asks_for_proof_of_housing() {
        ExampleAnswers answers = student(CURRENT, "SN", "card");
        assertThat(pieces(answers)).doesNotContain("housing");
        assertThat(pieces(answers.with("contract_kind", "seasonal"))).contains("housing");
        assertThat(CURRENT.reason("no-decent-housing").orElseThrow().law())
                .extracting(LegalSource::article)
                .containsExactly("R5221-20");
    }

    @Test
    void the_user_company_of_a_mission_is_asked_because_its_situation_counts_too() {
        ExampleAnswers answers = student(CURRENT, "SN", "card");
        assertThat(asked(Part.EMPLOYER, answers)).doesNotContain("user_company", "user_siret");
        assertThat(asked(Part.EMPLOYER, answers.with("contract_kind", "temporary_agency")))
                .contains("user_company", "user_siret");
    }

    @Test
    void a_student_may_not_sign_a_subsidised_contract() {
        for (Version version : List.of(FIRST_SERVICE, CURRENT)) {
            assertThat(
                            student(version, "SN", "card")
                                    .with("contract_kind", "supported")
                                    .told(JUNE_2027))
                    .contains("not_a_subsidised_contract");
            assertThat(version.reason("subsidised-contract").orElseThrow().law())
                    .extracting(LegalSource::article)
                    .contains("R5221-6");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2017, 01/12/2019, 10 euros par heure, true",
        "2017, 01/12/2018, 10 euros par heure, false",
        "2025, 01/12/2025, 11.88 euros par heure, false",
        "2025, 01/12/2025, 1 800 euros par mois, true",
        "2025, 01/02/2026, 11.88 euros par heure, true",
    })
    void pay_is_compared_with_the_minimum_wage_of_the_day_on_which_the_contract_starts(
            String number, String start, String pay, boolean tooLow) {
        List<String> told =
                student(Catalogue.version(ID, number), "SN", "card")
                        .with("contract_start", start)
                        .with("working_hours", "35 heures par semaine")
                        .with("gross_pay", pay)
                        .told(LocalDate.of(2017, 11, 1));
        assertThat(told.contains("pay_reaches_the_minimum")).isEqualTo(tooLow);
    }

    @Test
    void a_provisional_authorization_lasted_twelve_months_at_most() {
        ExampleAnswers answers =
                student(FIRST_SERVICE, "DZ", "certificate")
                        .with("branch_hours", "1607 heures")
                        .with("contract_start", "01/09/2019")
                        .with("contract_end", "30/09/2020")
                        .with("working_hours", "10 heures par semaine");
        assertThat(answers.told(LocalDate.of(2019, 6, 1)))
                .contains("authorization_covers_the_contract");
        assertThat(
                        FIRST_SERVICE.checkAuthorization(
                                granted(600, 2019, 9, 1, 2020, 9, 30), answers.values()))
                .extracting(Gap::id)
                .containsExactly("at_most_the_legal_duration");
        assertThat(
                        FIRST_SERVICE.checkAuthorization(
                                granted(600, 2019, 9, 1, 2020, 8, 31), answers.values()))
                .isEmpty();
    }

    @Test
    void the_prefet_of_the_residence_decided_and_that_of_the_establishment_decides() {
        assertThat(FIRST_SERVICE.competence().where())
                .isEqualTo(new DepartmentOf("residence_department"));
        assertThat(CURRENT.competence().where())
                .isEqualTo(new DepartmentOf("establishment_department"));
    }

    @Test
    void silence_for_two_months_is_a_refusal_and_nothing_is_owed() {
        for (Version version : Catalogue.read(ID).versions()) {
            assertThat(version.timeLimit().period())
                    .isEqualTo(new LegalPeriod(2, LegalPeriod.Unit.MONTHS));
            assertThat(version.timeLimit().silence()).isEqualTo(TimeLimit.Silence.REFUSAL);
            assertThat(version.statements(Topic.TAX)).isNotEmpty();
        }
    }

    @Test
    void the_order_of_january_2025_changes_the_pieces_and_no_condition() {
        Version before = Catalogue.version(ID, "2024");
        assertThat(CURRENT.piece("contributions")).isPresent();
        assertThat(before.piece("contributions")).isEmpty();
        assertThat(CURRENT.reasons()).isEqualTo(before.reasons());
        assertThat(CURRENT.limits())
                .extracting(Limit::statement)
                .isEqualTo(before.limits().stream().map(Limit::statement).toList());
        assertThat(CURRENT.statements(Topic.CRITERION))
                .isEqualTo(before.statements(Topic.CRITERION));
    }

    @ParameterizedTest
    @CsvSource({
        "2017-10-25, ''", "2017-10-26, 2017", "2021-03-31, 2017", "2021-04-01, ''",
        "2024-08-31, ''", "2024-09-01, 2024", "2025-01-11, 2024", "2025-01-12, 2025",
    })
    void each_day_has_its_version_or_says_that_nobody_has_written_it(LocalDate day, String number) {
        for (Aspect aspect : Aspect.values()) {
            assertThat(Catalogue.read(ID).on(aspect, day).map(Version::number).orElse(""))
                    .as(aspect.name())
                    .isEqualTo(number);
        }
    }

    @Test
    void an_authorization_rests_on_the_texts_that_concern_its_holder() {
        assertThat(cited(student(CURRENT, "SN", "card")))
                .contains("R5221-3", "R5221-20")
                .doesNotContain("accord franco-algérien", "R5221-6", "R5221-21", "R5221-23");
        assertThat(cited(student(CURRENT, "DZ", "certificate")))
                .contains("accord franco-algérien", "R5221-20")
                .doesNotContain("R5221-26");
        assertThat(cited(student(CURRENT, "SN", "card").with("contract_kind", "seasonal")))
                .contains("R5221-23");
    }

    private static List<String> cited(ExampleAnswers answers) {
        return CURRENT.grounds(answers.values()).stream().map(LegalText::article).toList();
    }

    private static ExampleAnswers student(Version version, String nationality, String title) {
        return ExampleAnswers.of(version)
                .with("nationality", nationality)
                .with("title_kind", title);
    }

    private static ExampleAnswers algerian(Version version, String hours, String branch) {
        return student(version, "DZ", "certificate")
                .with("working_hours", hours)
                .with("branch_hours", branch);
    }

    private static Granted granted(long minutes, int y1, int m1, int d1, int y2, int m2, int d2) {
        return new Granted(
                LocalDate.of(y1, m1, d1),
                LocalDate.of(y2, m2, d2),
                minutes,
                Per.WEEK,
                "Employée de vente",
                "73282932000074",
                null,
                null,
                "75");
    }

    private static List<String> asked(Part part, ExampleAnswers answers) {
        return CURRENT.visibleFields(part, answers.values()).stream().map(Field::id).toList();
    }

    private static List<String> pieces(ExampleAnswers answers) {
        return CURRENT.requiredPieces(answers.values()).stream().map(Piece::id).toList();
    }

    private static Set<String> articles(Version version) {
        return version.reasons().stream()
                .flatMap(reason -> reason.law().stream())
                .map(LegalSource::article)
                .collect(Collectors.toSet());
    }

    private static Statement statement(Version version, String id) {
        return version.statements().stream()
                .filter(statement -> statement.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
