package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Companies;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.employer.Employer;
import fr.gouv.workinfrance.employer.Role;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// What is known already is not asked again: it is put in, marked until someone looks at it, and
/// shown to nobody who had not read it.
@WifTest
class RecallsTest {

    private static final LocalDate DEPOSITED = LocalDate.parse("2026-11-23");

    @Autowired Drafts drafts;
    @Autowired Dossiers dossiers;
    @Autowired Copies copies;
    @Autowired Parties parties;
    @Autowired Companies companies;
    @Autowired Requests requests;
    @Autowired Journal journal;
    @Autowired SettableClock clock;

    Account employer;
    Account student;
    Account other;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        student = requests.someone("etudiante");
        other = requests.someone("autre");
    }

    // ---- an employer who asks by himself

    @Test
    void an_employer_s_second_request_begins_with_what_he_said_of_himself_and_no_job() {
        Dossier first = requests.deposited(employer);

        Dossier second = requests.empty(employer);

        for (String kept :
                List.of("employer_siret", "establishment_city", "representative_surname")) {
            assertThat(second.answers().of(kept).map(Answer::typed))
                    .as(kept)
                    .isEqualTo(first.answers().of(kept).map(Answer::typed));
            assertThat(taken(second, kept)).isEqualTo(Taken.from(first.reference(), DEPOSITED));
        }
        assertThat(second.answers().byField())
                .doesNotContainKeys("job_title", "working_hours", "contract_start", "surname");
        assertThat(second.origin().takenFrom()).isNull();
        assertThat(opening(second).facts().get("taken over"))
                .contains("employer_siret")
                .doesNotContain("job_title");
    }

    @Test
    void what_was_not_deposited_and_what_is_someone_else_s_is_known_to_nobody() {
        requests.filled(employer);
        assertThat(requests.empty(employer).answers().byField()).containsOnlyKeys("employer_email");

        requests.deposited(employer);
        assertThat(requests.empty(other).answers().byField()).containsOnlyKeys("employer_email");
    }

    @Test
    void the_first_request_begins_with_the_address_of_the_account() {
        Dossier first = requests.empty(employer);

        assertThat(first.answers().text("employer_email")).contains(employer.email());
        assertThat(taken(first, "employer_email")).isEqualTo(Taken.FROM_ACCOUNT);
    }

    @Test
    void a_request_for_a_private_person_takes_nothing_of_a_company() {
        requests.deposited(employer);

        Dossier second =
                drafts.open(
                        Requests.PROCEDURE,
                        Part.EMPLOYER,
                        employer,
                        "fr",
                        Map.of("employer_kind", "person"));

        assertThat(second.answers().of("employer_siret")).isEmpty();
        assertThat(taken(second, "employer_email")).isEqualTo(Taken.FROM_ACCOUNT);
    }

    @Test
    void naming_another_establishment_lets_go_of_what_nobody_had_looked_at() {
        Dossier elsewhere = requests.filled(employer);
        String siret = Companies.siret().value();
        requests.answer(elsewhere.id(), employer, "employer_siret", siret);
        requests.answer(elsewhere.id(), employer, "employer_name", "Moulins du Canal");
        requests.deposit(dossiers.dossier(elsewhere.id()), employer);
        clock.set(SettableClock.START.plusSeconds(60));
        requests.deposited(employer);
        Dossier draft = requests.empty(employer);
        assertThat(draft.answers().text("employer_name")).contains("Boulangerie des Lices");

        requests.answer(draft.id(), employer, "employer_siret", siret);

        Dossier known = dossiers.dossier(draft.id());
        assertThat(known.answers().text("employer_name")).contains("Moulins du Canal");
        assertThat(known.answers().revision("employer_name"))
                .as("a page that still shows the other name does not overwrite it")
                .isEqualTo(2);
        requests.answer(draft.id(), employer, "employer_siret", Companies.siret().value());
        assertThat(dossiers.dossier(draft.id()).answers().of("employer_name")).isEmpty();
    }

    // ---- the worker

    @Test
    void a_worker_who_joins_brings_who_he_is_and_none_of_it_overwrites_what_was_said() {
        Dossier earlier = requests.filled(other);
        requests.join(earlier.id(), Part.WORKER, student);
        requests.answer(earlier.id(), student, "birth_place", "Thiès");
        requests.deposit(dossiers.dossier(earlier.id()), other);
        Dossier draft = requests.empty(employer);
        requests.answer(draft.id(), employer, "surname", "Ndiay");

        requests.join(draft.id(), Part.WORKER, student);

        Dossier joined = dossiers.dossier(draft.id());
        assertThat(joined.answers().text("birth_place")).contains("Thiès");
        assertThat(joined.answers().text("title_number")).contains("9912345678");
        assertThat(joined.answers().text("surname")).contains("Ndiay");
        assertThat(joined.answers().of("job_title")).isEmpty();
        Seen seen = dossiers.see(draft.id(), employer).orElseThrow();
        assertThat(seen.version().field("title_number").filter(seen::sees)).isEmpty();
        assertThat(journal.of(draft.id().subject()))
                .filteredOn(entry -> entry.act().equals("JOIN"))
                .singleElement()
                .satisfies(
                        entry ->
                                assertThat(entry.facts().get("taken over"))
                                        .contains("birth_place")
                                        .doesNotContain("surname"));

        parties.leave(draft.id(), student);
        assertThat(dossiers.dossier(draft.id()).answers().of("title_number")).isEmpty();
    }

    @Test
    void a_title_that_has_expired_since_is_asked_again() {
        Dossier first = requests.deposit(filledByStudent(), student);
        assertThat(first.answers().text("title_expiry")).contains("2028-09-30");
        clock.set(Instant.parse("2028-10-02T09:00:00Z"));

        Dossier second = drafts.open(Requests.PROCEDURE, Part.WORKER, student, "fr");

        assertThat(second.answers().text("surname")).contains("Ndiaye");
        assertThat(second.answers().byField())
                .doesNotContainKeys("title_kind", "title_number", "title_expiry", "mandate_date");
    }

    @Test
    void what_a_worker_denies_is_known_from_nowhere() {
        Dossier denied = requests.filled(employer);
        requests.join(denied.id(), Part.WORKER, student);
        requests.deposit(dossiers.dossier(denied.id()), employer);
        parties.contest(denied.id(), List.of("student"), "Ce n’est pas moi", student);

        Dossier next = drafts.open(Requests.PROCEDURE, Part.WORKER, student, "fr");

        assertThat(next.answers().of("surname")).isEmpty();
    }

    @Test
    void a_student_who_names_the_same_establishment_finds_what_he_typed_of_it_himself() {
        Dossier first = filledByStudent();
        requests.join(first.id(), Part.EMPLOYER, employer);
        requests.answer(first.id(), employer, "employer_phone", "01 99 00 99 99");
        requests.deposit(dossiers.dossier(first.id()), student);
        Dossier second = drafts.open(Requests.PROCEDURE, Part.WORKER, student, "fr");
        assertThat(second.answers().of("employer_name")).isEmpty();

        requests.answer(second.id(), student, "employer_siret", "732 829 320 00074");

        Answers known = dossiers.dossier(second.id()).answers();
        assertThat(known.text("employer_name")).contains("Boulangerie des Lices");
        assertThat(known.of("employer_phone")).as("typed by the employer").isEmpty();
    }

    // ---- colleagues

    @Test
    void colleagues_of_a_company_know_what_they_may_see_and_a_leaver_nothing_more() {
        Employer company = companies.open(employer, 2);
        String here = company.establishments().getFirst().siret().value();
        String there = company.establishments().getLast().siret().value();
        Dossier first = requests.filled(employer);
        requests.answer(first.id(), employer, "employer_siret", here);
        requests.deposit(dossiers.dossier(first.id()), employer);
        companies.admit(company, other, Role.FILLS, List.of(here));
        companies.admit(company, student, Role.FILLS, List.of(there));

        Dossier colleague = requests.empty(other);
        assertThat(taken(colleague, "representative_surname"))
                .isEqualTo(Taken.from(first.reference(), DEPOSITED));
        assertThat(requests.empty(student).answers().of("representative_surname")).isEmpty();
        assertThat(colleague.belonging().place())
                .as("taken over, an establishment is not named yet")
                .isEmpty();

        requests.answer(colleague.id(), other, "employer_siret", here);
        assertThat(dossiers.dossier(colleague.id()).belonging().place()).isPresent();
    }

    // ---- looked at

    @Test
    void what_is_sent_back_as_it_is_has_been_looked_at_and_nobody_has_to_confirm_again() {
        requests.deposited(employer);
        Dossier draft = requests.empty(employer);
        Answer taken = draft.answers().of("employer_name").orElseThrow();

        Map<String, Answering> outcome = answer(draft, "employer_name", taken.typed(), 1);

        Answer looked = dossiers.dossier(draft.id()).answers().of("employer_name").orElseThrow();
        assertThat(outcome).containsEntry("employer_name", new Answering.Saved(1));
        assertThat(looked.taken()).isNull();
        assertThat(looked.typed()).isEqualTo(taken.typed());
        assertThat(last(draft).facts()).isEqualTo(Map.of("confirmed", "employer_name"));
    }

    @Test
    void what_is_changed_is_not_taken_over_any_more() {
        requests.deposited(employer);
        Dossier draft = requests.empty(employer);

        requests.answer(draft.id(), employer, "employer_name", "Boulangerie du Port");

        assertThat(dossiers.dossier(draft.id()).answers().taken())
                .doesNotContainKey("employer_name")
                .containsKey("employer_siret");
        assertThat(last(draft).facts()).isEqualTo(Map.of("fields", "employer_name"));
    }

    @Test
    void a_blank_from_a_page_that_did_not_show_it_takes_nothing_away() {
        requests.deposited(employer);
        Dossier draft = requests.empty(employer);

        assertThat(answer(draft, "employer_name", "", 0))
                .containsEntry("employer_name", new Answering.Saved(1));
        assertThat(dossiers.dossier(draft.id()).answers().text("employer_name")).isPresent();

        assertThat(answer(draft, "employer_name", "", 1))
                .containsEntry("employer_name", new Answering.Saved(2));
        assertThat(dossiers.dossier(draft.id()).answers().text("employer_name")).isEmpty();
    }

    @Test
    void a_next_hire_is_marked_as_taken_over_and_belongs_to_the_company_at_once() {
        Employer company = companies.open(employer, 1);
        String siret = company.establishments().getFirst().siret().value();
        Dossier source = requests.filled(employer);
        requests.answer(source.id(), employer, "employer_siret", siret);

        Dossier next = copies.copy(source.id(), employer);

        assertThat(next.belonging().place()).isPresent();
        assertThat(next.answers().taken()).containsKeys("employer_name", "job_title", "gross_pay");
        assertThat(taken(next, "job_title")).isEqualTo(Taken.from(source.reference(), DEPOSITED));
    }

    private Dossier filledByStudent() {
        Dossier draft = drafts.open(Requests.PROCEDURE, Part.WORKER, student, "fr");
        requests.fill(draft, student);
        requests.answer(draft.id(), student, "mandate_date", "20/11/2026");
        return dossiers.dossier(draft.id());
    }

    private Map<String, Answering> answer(Dossier draft, String field, String typed, int revision) {
        return drafts.answer(
                draft.id(), List.of(new Given(field, typed, revision)), employer, Locale.FRENCH);
    }

    private static Taken taken(Dossier dossier, String field) {
        return Objects.requireNonNull(dossier.answers().of(field).orElseThrow().taken());
    }

    private Entry opening(Dossier dossier) {
        return journal.of(dossier.id().subject()).getFirst();
    }

    private Entry last(Dossier dossier) {
        return journal.of(dossier.id().subject()).getLast();
    }
}
