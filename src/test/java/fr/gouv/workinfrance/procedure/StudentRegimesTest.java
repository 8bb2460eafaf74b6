package fr.gouv.workinfrance.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.gouv.workinfrance.procedure.Competence.DepartmentOf;
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
import java.util.stream.Stream;

/// What differs between the regime of 2017 to 2021 and today's, for a student's contract.
class StudentRegimesTest {
    private static final String ID = "etudiant-professionnalisation";
    private static final Version OF_2017 = Catalogue.version(ID, "2017");
    private static final Version OF_2024 = Catalogue.version(ID, "2024");
    private static final Version OF_2025 = Catalogue.version(ID, "2025");

    /// R5221-2 was reworded on 16 June 2025 for other titles; its 11° and 12°, cited here, date
    /// from 1 May 2021, as the note under the article says.
    private static final Set<String> REWORDED_SINCE = Set.of("R5221-2");

    private static final LocalDate IN_2019 = LocalDate.of(2019, 6, 3);

    @Test
    void in_2019_the_prefet_of_the_residence_decides() {
        assertThat(OF_2017.competence().where())
                .isEqualTo(new DepartmentOf("residence_department"));
        assertThat(articles(OF_2017.competence().explanation())).contains("R5221-15");
        assertThat(OF_2017.competence().explanation().words().fr()).contains("DIRECCTE");
    }

    @Test
    void today_the_prefet_of_the_establishment_decides() {
        assertThat(OF_2025.competence().where())
                .isEqualTo(new DepartmentOf("establishment_department"));
        assertThat(OF_2025.fields())
                .extracting(Field::id)
                .contains("establishment_department")
                .doesNotContain("residence_department");
    }

    @Test
    void in_2019_the_employer_files_under_an_article_that_is_no_longer_in_the_code() {
        assertThat(OF_2017.filers())
                .extracting(Filer::part, Filer::underMandate)
                .containsExactly(
                        tuple(Part.EMPLOYER, false),
                        tuple(Part.WORKER, true),
                        tuple(Part.MANDATE_HOLDER, true));
        assertThat(OF_2017.filers())
                .allSatisfy(filer -> assertThat(articles(filer.statement())).contains("R5221-11"));
        assertThat(OF_2025.filers())
                .allSatisfy(filer -> assertThat(articles(filer.statement())).contains("R5221-1"));
    }

    @ParameterizedTest
    @CsvSource({"2020-08-31, ''", "2020-09-01, at_most_the_legal_duration"})
    void in_2019_an_authorization_is_provisional_and_lasts_twelve_months_at_most(
            LocalDate end, String beyond) {
        assertThat(OF_2017.checkAuthorization(granted(2019, end), twoYearContract(2019)))
                .extracting(Gap::id)
                .isEqualTo(beyond.isEmpty() ? List.of() : List.of(beyond));
    }

    @Test
    void today_an_authorization_lasts_as_long_as_the_contract() {
        LocalDate end = LocalDate.of(2029, 8, 31);
        assertThat(OF_2025.checkAuthorization(granted(2027, end), twoYearContract(2027))).isEmpty();
    }

    @Test
    void in_2019_a_contract_longer_than_the_authorization_is_told_and_does_not_block() {
        assertThat(gaps(OF_2017, twoYearContract(2019), IN_2019))
                .filteredOn(gap -> gap.id().equals("authorization_covers_the_contract"))
                .singleElement()
                .satisfies(gap -> assertThat(gap.blocking()).isFalse());
        assertThat(OF_2025.rules())
                .extracting(Rule::id)
                .doesNotContain("authorization_covers_the_contract");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017", "2024", "2025"})
    void a_refusal_rests_on_what_grants_it_by_right_and_never_on_the_general_conditions(
            String number) {
        Set<String> articles =
                Catalogue.version(ID, number).reasons().stream()
                        .flatMap(reason -> reason.law().stream())
                        .map(LegalSource::article)
                        .collect(Collectors.toSet());
        assertThat(articles).contains("L5221-5", "R5221-7").doesNotContain("R5221-20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"etudiant-professionnalisation", "etudiant-apprentissage"})
    void a_decision_that_grants_by_right_rests_on_the_law_and_not_on_the_general_conditions(
            String id) {
        for (Version version : Catalogue.read(id).versions()) {
            assertThat(version.grounds(Map.of()))
                    .as(version.number())
                    .extracting(LegalText::article)
                    .contains("L5221-5", "R5221-7")
                    .doesNotContain("R5221-20", "R5221-20-1", "fiche F2713", "pratique 2018-2021");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "etudiant-professionnalisation",
                "etudiant-apprentissage",
                "etudiant-emploi",
                "etudiant-cursus"
            })
    void today_the_employer_declares_an_algerian_student_too_as_the_official_page_says(String id) {
        assertThat(Catalogue.read(id).versions().getLast().statements())
                .filteredOn(said -> said.id().equals("afterwards.declaration-of-an-algerian"))
                .singleElement()
                .satisfies(said -> assertThat(articles(said)).contains("fiche F2713"));
    }

    @Test
    void no_refusal_and_no_grant_rests_on_a_page_or_a_practice() {
        for (Procedure procedure : Catalogue.CORPUS.procedures()) {
            for (Version version : procedure.versions()) {
                assertThat(version.grounds(Map.of())).isNotEmpty().allMatch(LegalText::binding);
                assertThat(version.reasons())
                        .flatExtracting(Reason::law)
                        .as(procedure.id() + " " + version.number())
                        .allMatch(source -> source.text().binding());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017", "2024", "2025"})
    void silence_for_two_months_is_a_refusal_in_each_regime(String number) {
        assertThat(Catalogue.version(ID, number).timeLimit().silence())
                .isEqualTo(TimeLimit.Silence.REFUSAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"etudiant-professionnalisation", "etudiant-apprentissage"})
    void no_version_cites_a_wording_that_was_not_in_force_in_its_time(String id) {
        for (Version version : Catalogue.read(id).versions()) {
            LocalDate first = version.form().from();
            LocalDate last = version.form().until();
            assertThat(texts(version))
                    .as(id + " " + version.number())
                    .hasSizeGreaterThan(30)
                    .filteredOn(text -> !REWORDED_SINCE.contains(text.key()))
                    .allSatisfy(
                            text -> {
                                assertThat(text.until() == null || !text.until().isBefore(first))
                                        .as(text.key() + " had ended")
                                        .isTrue();
                                assertThat(
                                                last == null
                                                        || text.from() == null
                                                        || !text.from().isAfter(last))
                                        .as(text.key() + " had not begun")
                                        .isTrue();
                            });
        }
    }

    @Test
    void the_certificate_of_contributions_is_asked_since_12_january_2025_and_blocks_nobody() {
        assertThat(OF_2024.pieces()).extracting(Piece::id).doesNotContain("contributions");
        assertThat(OF_2025.pieces())
                .filteredOn(piece -> piece.id().equals("contributions"))
                .singleElement()
                .satisfies(
                        piece -> {
                            assertThat(piece.provisional()).isTrue();
                            assertThat(piece.basis().confidence()).isEqualTo(Confidence.UNKNOWN);
                        });
        assertThat(OF_2025.fields())
                .extracting(Field::id)
                .isEqualTo(OF_2024.fields().stream().map(Field::id).toList());
        assertThat(OF_2025.form().from()).isEqualTo(LocalDate.of(2025, 1, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"etudiant-professionnalisation", "etudiant-apprentissage"})
    void no_piece_blocks_anyone_in_any_regime(String id) {
        assertThat(Catalogue.read(id).versions())
                .flatExtracting(Version::pieces)
                .isNotEmpty()
                .noneMatch(Piece::blocks);
    }

    @Test
    void in_2019_a_renewal_is_shown_by_three_documents() {
        Piece title = piece(OF_2017, "title");
        assertThat(title.hint()).isNotNull();
        assertThat(title.hint().fr()).contains("convocation", "ancien titre", "récépissé");
        assertThat(piece(OF_2025, "title").hint().fr()).contains("attestation");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-31, 2021-03-31, 2017",
        "2021-03-31, 2021-04-20, 2017",
        "2024-09-02, 2025-02-03, 2025",
        "2027-06-01, 2027-07-01, 2025",
    })
    void the_criteria_are_those_of_the_day_of_the_decision_but_for_the_change_of_regime(
            LocalDate deposited, LocalDate decided, String number) {
        var procedures = new Procedures(Catalogue.CORPUS);
        assertThat(procedures.criteriaOn(ID, decided, deposited).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "2017, 2019-09-01, 106500, true",
        "2017, 2019-09-01, 106300, false",
        "2025, 2027-09-01, 130800, true",
        "2025, 2027-09-01, 130600, false",
    })
    void pay_is_compared_to_the_minimum_wage_of_the_day_the_contract_starts(
            String number, String start, long centsPerMonth, boolean enough) {
        Version version = Catalogue.version(ID, number);
        Map<String, Object> values = answers(version);
        values.put("contract_start", start);
        values.put("birth_date", LocalDate.parse(start).minusYears(22).toString());
        values.put("gross_pay", Map.of("cents", centsPerMonth, "per", "MONTH"));
        assertThat(gaps(version, values, LocalDate.parse(start).minusMonths(1)))
                .extracting(Gap::id)
                .matches(ids -> ids.contains("pay_reaches_the_minimum") != enough);
    }

    @Test
    void nothing_is_said_of_the_pay_in_mayotte_whose_minimum_wage_is_another() {
        Map<String, Object> values = answers(OF_2025);
        values.put("gross_pay", Map.of("cents", 100L, "per", "HOUR"));
        assertThat(gaps(OF_2025, values, LocalDate.of(2027, 6, 1)))
                .extracting(Gap::id)
                .contains("pay_reaches_the_minimum");
        values.put("establishment_postcode", "97600");
        values.put("establishment_city", "Mamoudzou");
        assertThat(gaps(OF_2025, values, LocalDate.of(2027, 6, 1)))
                .extracting(Gap::id)
                .doesNotContain("pay_reaches_the_minimum");
    }

    @ParameterizedTest
    @CsvSource({"SN, 17, true", "SN, 35, false", "DZ, 17, false"})
    void below_the_yearly_hours_of_students_no_authorization_is_needed_unless_algerian(
            String nationality, long hoursPerWeek, boolean told) {
        Map<String, Object> values = answers(OF_2025);
        values.put("nationality", nationality);
        values.put("working_hours", Map.of("minutes", hoursPerWeek * 60, "per", "WEEK"));
        assertThat(gaps(OF_2025, values, LocalDate.of(2027, 6, 1)))
                .extracting(Gap::id)
                .matches(ids -> ids.contains("hours_need_an_authorization") == told);
    }

    private static Map<String, Object> inParisLivingInSaintDenis(Version version) {
        Map<String, Object> values = answers(version);
        assertThat(values).containsEntry("establishment_department", "75");
        return values;
    }

    private static Map<String, Object> twoYearContract(int year) {
        Map<String, Object> values = answers(OF_2017);
        values.put("contract_start", year + "-09-01");
        values.put("contract_end", year + 2 + "-08-31");
        return values;
    }

    private static Granted granted(int year, LocalDate end) {
        return new Granted(
                LocalDate.of(year, 9, 1),
                end,
                35 * 60,
                Per.WEEK,
                "Assistante de gestion",
                "73282932000074",
                null,
                null,
                "75");
    }

    private static List<Gap> gaps(Version version, Map<String, Object> values, LocalDate today) {
        return version.gaps(values, Set.of(), Set.of(), today);
    }

    private static Piece piece(Version version, String id) {
        return version.pieces().stream()
                .filter(piece -> piece.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> articles(Statement statement) {
        return statement.law().stream().map(LegalSource::article).toList();
    }

    private static Set<LegalText> texts(Version version) {
        return Stream.of(
                        version.statements().stream().map(Statement::law),
                        version.rules().stream().map(Rule::law),
                        version.reasons().stream().map(Reason::law))
                .flatMap(laws -> laws.flatMap(List::stream))
                .map(LegalSource::text)
                .collect(Collectors.toSet());
    }

    /// Every example of the form, as kept.
    private static Map<String, Object> answers(Version version) {
        return ExampleAnswers.of(version).with("birth_date", "12/03/2004").values();
    }
}
