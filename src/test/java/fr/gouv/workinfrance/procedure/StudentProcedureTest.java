package fr.gouv.workinfrance.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import fr.gouv.workinfrance.calendar.LegalPeriod;
import fr.gouv.workinfrance.procedure.Competence.DepartmentOf;
import fr.gouv.workinfrance.procedure.Statement.Topic;
import fr.gouv.workinfrance.reference.Per;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The student's professionalisation contract, as a lawyer would read it.
class StudentProcedureTest {
    private static final String ID = "etudiant-professionnalisation";
    private static final Version VERSION = Catalogue.STUDENT;
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final Procedures PROCEDURES = new Procedures(Catalogue.CORPUS);

    @Test
    void silence_for_two_months_is_a_refusal() {
        assertThat(VERSION.timeLimit().period())
                .isEqualTo(new LegalPeriod(2, LegalPeriod.Unit.MONTHS));
        assertThat(VERSION.timeLimit().silence()).isEqualTo(TimeLimit.Silence.REFUSAL);
    }

    @Test
    void the_employer_files_and_anyone_else_needs_a_written_mandate() {
        assertThat(VERSION.filers())
                .extracting(Filer::part, Filer::underMandate)
                .containsExactly(
                        tuple(Part.EMPLOYER, false),
                        tuple(Part.WORKER, true),
                        tuple(Part.MANDATE_HOLDER, true));
    }

    @Test
    void the_prefet_of_the_departement_of_the_establishment_decides() {
        assertThat(VERSION.competence().officeKind()).isEqualTo("PREFECTURE");
        DepartmentOf where = (DepartmentOf) VERSION.competence().where();
        assertThat(where.answer(answers())).contains("75");
        assertThat(where.answer(Map.of())).isEmpty();
        assertThat(VERSION.competence().explanation().law().getFirst().article())
                .isEqualTo("R5221-15");
    }

    @Test
    void no_piece_blocks_a_deposit_because_the_list_is_provisional() {
        assertThat(VERSION.pieces()).noneMatch(Piece::blocks);
        assertThat(VERSION.pieces().stream().filter(piece -> !piece.provisional()))
                .extracting(Piece::id)
                .containsExactly("mandate");
    }

    @Test
    void it_is_refused_only_for_what_the_text_that_grants_it_by_right_asks() {
        Set<String> articles =
                VERSION.reasons().stream()
                        .flatMap(reason -> reason.law().stream())
                        .map(LegalSource::article)
                        .collect(Collectors.toSet());
        assertThat(articles)
                .containsExactlyInAnyOrder(
                        "L5221-5",
                        "R5221-7",
                        "R5221-1",
                        "R5221-2",
                        "R5221-6",
                        "R5221-14",
                        "L6325-1")
                .doesNotContain("R5221-20");
    }

    @Test
    void each_ready_wording_cites_the_articles_it_rests_on() {
        for (Reason reason : VERSION.reasons()) {
            String cited = reason.wording().fr().replace(". ", "");
            assertThat(reason.law().stream().map(LegalSource::article).filter(cited::contains))
                    .as(reason.id())
                    .isNotEmpty();
        }
    }

    @Test
    void a_right_request_has_no_gap_but_its_pieces() {
        assertThat(VERSION.gaps(answers(), Set.of(), Set.of(), TODAY))
                .extracting(Gap::id, Gap::blocking)
                .containsExactly(
                        tuple("contract", false), tuple("title", false), tuple("enrolment", false));
        assertThat(VERSION.gaps(answers(), Set.of("contract", "title"), Set.of("enrolment"), TODAY))
                .isEmpty();
    }

    @Test
    void an_empty_request_lacks_every_required_answer_and_throws_nothing() {
        List<Gap> gaps = VERSION.gaps(Map.of(), Set.of(), Set.of(), TODAY);
        assertThat(gaps)
                .filteredOn(gap -> gap.kind() == Gap.Kind.FIELD)
                .extracting(Gap::id)
                .contains("employer_siret", "surname", "birth_date", "first_stay", "school")
                .doesNotContain("given_names", "work_address", "mandate_date", "holder_surname");
        assertThat(gaps).filteredOn(gap -> gap.kind() == Gap.Kind.RULE).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "contract_start, 2028-09-01, contract_ends_after_it_starts, true",
        "contract_start, 2027-05-31, contract_has_not_started, false",
        "first_stay, 2026-10-01, first_year_is_over, false",
        "first_stay, 2027-06-02, stay_began_in_the_past, true",
        "title_expiry, 2027-08-31, title_is_valid_when_work_starts, false",
        "birth_date, 2028-00-00, born_in_the_past, true",
        "birth_date, 1999-03-12, young_enough, false",
        "nationality, DE, nationality_needs_an_authorization, false",
        "nationality, DZ, nationality_follows_the_general_rules, false",
        "contract_kind, permanent, contract_is_fixed_term, false",
        "establishment_postcode, 62999, department_matches_postcode, false",
        "worker_email, camille.martin@exemple.fr, each_party_has_its_address, false",
    })
    void what_does_not_hold_is_told_beside_its_field(
            String field, String value, String rule, boolean blocks) {
        Map<String, Object> values = answers();
        values.put(field, value);
        assertThat(VERSION.gaps(values, Set.of(), Set.of(), TODAY))
                .filteredOn(gap -> gap.id().equals(rule))
                .singleElement()
                .satisfies(
                        gap -> {
                            assertThat(gap.blocking()).isEqualTo(blocks);
                            assertThat(gap.messageKey()).isEqualTo("procedure.gap.RULE");
                            assertThat(gap.args(Locale.ENGLISH)).hasSize(1);
                            assertThat(gap.section()).isNotNull();
                        });
    }

    @Test
    void questions_appear_with_the_answers_that_call_for_them() {
        Map<String, Object> values = answers();
        assertThat(ids(VERSION.visibleFields(Part.EMPLOYER, values)))
                .doesNotContain("work_address", "previous_authorization");
        values.put("work_at_establishment", false);
        values.put("request_kind", "same_employer");
        assertThat(ids(VERSION.visibleFields(Part.EMPLOYER, values)))
                .contains("work_address", "work_postcode", "previous_authorization");
        assertThat(VERSION.requiredPieces(values))
                .extracting(Piece::id)
                .contains("previous_authorization");
    }

    @Test
    void an_answer_to_a_question_no_longer_asked_does_not_count() {
        Map<String, Object> values = answers();
        values.put("work_postcode", "97400");
        assertThat(VERSION.counted(values)).doesNotContainKey("work_postcode");
        assertThat(VERSION.gaps(values, Set.of(), Set.of(), TODAY))
                .extracting(Gap::id)
                .doesNotContain("place_of_work_is_in_the_same_territory");
        values.put("work_at_establishment", false);
        assertThat(VERSION.gaps(values, Set.of(), Set.of(), TODAY))
                .extracting(Gap::id)
                .contains("place_of_work_is_in_the_same_territory");
    }

    @ParameterizedTest
    @CsvSource({"EMPLOYER, false, false", "WORKER, true, false", "MANDATE_HOLDER, true, true"})
    void the_mandate_is_asked_of_whoever_is_not_the_employer(
            String filer, boolean mandate, boolean holder) {
        Map<String, Object> values = answers();
        values.put("filer", filer);
        List<String> asked = ids(VERSION.visibleFields(Part.MANDATE_HOLDER, values));
        assertThat(asked.contains("mandate_date")).isEqualTo(mandate);
        assertThat(asked.contains("holder_surname")).isEqualTo(holder);
        assertThat(VERSION.visibleSections(Part.MANDATE_HOLDER, values)).hasSize(mandate ? 1 : 0);
        assertThat(VERSION.requiredPieces(values).stream().anyMatch(p -> p.id().equals("mandate")))
                .isEqualTo(mandate);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-09-01, 2028-08-31, 2100, WEEK, Assistante de gestion, 73282932000074, ''",
        "2027-10-01, 2028-02-29, 1200, WEEK, Assistante de gestion, 73282932000074, ''",
        "2027-08-31, 2028-08-31, 2100, WEEK, Assistante de gestion, 73282932000074,"
                + " not_before_the_contract",
        "2027-09-01, 2028-09-01, 2100, WEEK, Assistante de gestion, 73282932000074,"
                + " not_beyond_the_contract",
        "2028-08-31, 2027-09-01, 2100, WEEK, Assistante de gestion, 73282932000074,"
                + " ends_after_it_starts",
        "2027-09-01, 2028-08-31, 2101, WEEK, Assistante de gestion, 73282932000074, not_more_hours",
        "2027-09-01, 2028-08-31, 480, DAY, Assistante de gestion, 73282932000074, not_more_hours",
        "2027-09-01, 2028-08-31, 2100, WEEK, Vendeuse, 73282932000074, one_job",
        "2027-09-01, 2028-08-31, 2100, WEEK, Assistante de gestion, 35600000000048, one_employer",
    })
    void an_authorization_stays_within_the_contract(
            LocalDate start,
            LocalDate end,
            long minutes,
            Per per,
            String job,
            String siret,
            String beyond) {
        var granted = new Granted(start, end, minutes, per, job, siret, null, null, "75");
        List<Gap> gaps = VERSION.checkAuthorization(granted, answers());
        assertThat(gaps).allMatch(Gap::blocking);
        assertThat(gaps.stream().map(Gap::id))
                .isEqualTo(beyond.isEmpty() ? List.of() : List.of(beyond));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TRANSITION", "ATTESTATION"})
    void something_is_said_on_every_topic_with_its_source(Topic topic) {
        assertThat(VERSION.statements(topic))
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement.law()).isNotEmpty());
    }

    @Test
    void statements_have_ids_of_their_own_and_show_what_has_to_be_read_again() {
        assertThat(VERSION.statements()).extracting(Statement::id).doesNotHaveDuplicates();
        assertThat(VERSION.statements().stream().flatMap(s -> s.law().stream()))
                .filteredOn(source -> source.article().equals("L5221-5"))
                .isNotEmpty()
                .allMatch(source -> LocalDate.of(2026, 12, 31).equals(source.text().readAgainBy()));
        assertThat(statement("criteria.end-of-2026").confidence()).isEqualTo(Confidence.B);
        assertThat(statement("criteria.by-right").confidence()).isEqualTo(Confidence.A);
    }

    @Test
    void every_word_is_there_in_both_languages() {
        List<Words> words = new ArrayList<>();
        collect(VERSION, words);
        assertThat(words)
                .hasSizeGreaterThan(250)
                .allSatisfy(
                        each -> {
                            assertThat(each.fr()).isNotBlank();
                            assertThat(each.en()).isNotBlank();
                        });
        Set<String> same =
                words.stream()
                        .filter(each -> each.fr().equals(each.en()))
                        .map(Words::fr)
                        .filter(text -> !Pattern.compile(" \\(..?.?\\)$").matcher(text).find())
                        .collect(Collectors.toSet());
        assertThat(same).isSubsetOf(sameInBothLanguages());
    }

    /// Names of countries, and nothing else, may be the same in both languages.
    private static Set<String> sameInBothLanguages() {
        return Catalogue.GAZETTEER.countries().stream()
                .map(country -> country.label().fr())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "FORM, 2017-10-25, ''",
        "FORM, 2017-10-26, 2017",
        "FORM, 2021-03-31, 2017",
        "FORM, 2021-04-01, ''",
        "FORM, 2024-08-31, ''",
        "FORM, 2024-09-01, 2024",
        "FORM, 2025-01-11, 2024",
        "FORM, 2025-01-12, 2025",
        "CLOCK, 2021-03-31, 2017",
        "CLOCK, 2021-04-01, ''",
        "CLOCK, 2024-09-01, 2024",
        "CRITERIA, 2021-03-31, 2017",
        "CRITERIA, 2024-01-27, ''",
        "CRITERIA, 2024-01-28, 2024",
        "CRITERIA, 2027-01-05, 2025",
    })
    void form_clock_and_criteria_follow_their_own_dates(
            Procedure.Aspect aspect, LocalDate day, String number) {
        assertThat(Catalogue.read(ID).on(aspect, day).map(Version::number).orElse(""))
                .isEqualTo(number);
    }

    @Test
    void the_catalogue_answers_by_day_by_number_and_says_what_it_does_not_know() {
        assertThat(PROCEDURES.all()).extracting(Procedure::id).contains(ID);
        assertThat(PROCEDURES.current(ID, TODAY).number()).isEqualTo("2025");
        assertThat(PROCEDURES.clockOn(ID, TODAY).silence()).isEqualTo(TimeLimit.Silence.REFUSAL);
        assertThat(PROCEDURES.criteriaOn(ID, TODAY, TODAY).reasons()).hasSize(8);
        assertThat(PROCEDURES.version(ID, "2024").procedureId()).isEqualTo(ID);
        assertThat(PROCEDURES.procedure("autre")).isEmpty();
        assertThatThrownBy(() -> PROCEDURES.current(ID, LocalDate.of(2022, 1, 1)))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("FORM of " + ID + " is not encoded for 2022-01-01");
        assertThatThrownBy(() -> PROCEDURES.version(ID, "9"))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> PROCEDURES.current("autre", TODAY))
                .isInstanceOf(NoSuchElementException.class);
    }

    private static Statement statement(String id) {
        return VERSION.statements().stream()
                .filter(statement -> statement.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(List<Field> fields) {
        return fields.stream().map(Field::id).toList();
    }

    /// Every example of the form, as kept, and a student of the age the contract is meant for.
    private static Map<String, Object> answers() {
        return ExampleAnswers.of(VERSION).with("birth_date", "12/03/2004").values();
    }

    /// Gathers the words of a record and of all it holds.
    private static void collect(Object value, List<Words> words) {
        switch (value) {
            case Words each -> words.add(each);
            case List<?> list -> list.forEach(item -> collect(item, words));
            case Record each -> {
                for (var component : each.getClass().getRecordComponents()) {
                    try {
                        Object held = component.getAccessor().invoke(each);
                        if (held != null) {
                            collect(held, words);
                        }
                    } catch (ReflectiveOperationException impossible) {
                        throw new AssertionError(impossible);
                    }
                }
            }
            default -> {}
        }
    }
}
