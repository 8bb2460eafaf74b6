package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.util.List;

/// The words that the names of an office's requests are made of, on real PostgreSQL.
@WifTest
class SpellingTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Autowired SpellingTable spellings;
    @Autowired Requests requests;
    @Autowired JdbcClient jdbc;
    @Autowired SettableClock clock;

    Account employer;

    @BeforeEach
    void someone() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
    }

    @Test
    void an_office_has_the_words_of_what_is_deposited_and_none_of_a_draft() {
        Dossier draft = named("Xantippopoulou", "Xylia");
        assertThat(offices("xantippopoulou")).isEmpty();

        String office = requests.deposit(draft, employer).office().orElseThrow();
        assertThat(offices("xantippopoulou")).containsExactly(office);
        assertThat(offices("xylia")).containsExactly(office);
    }

    @Test
    void a_word_that_is_there_is_not_written_again() {
        requests.deposit(named("Xerxopoulou", "Xena"), employer);
        requests.deposit(named("Xerxopoulou", "Xinia"), employer);
        assertThat(offices("xerxopoulou")).hasSize(1);
    }

    @Test
    void a_word_that_no_request_has_any_more_is_forgotten_on_the_second_day() {
        Dossier gone = requests.deposit(named("Xeniadopoulou", "Xandra"), employer);
        requests.deposit(named("Xystopoulou", "Xandra"), employer);
        renamed(gone, " xystopoulou xandra | ");

        SpellingQueue.look(spellings, TODAY);
        assertThat(offices("xeniadopoulou")).as("an act may be under way").hasSize(1);
        SpellingQueue.look(spellings, TODAY.plusDays(1));
        assertThat(offices("xeniadopoulou")).isEmpty();
        assertThat(offices("xandra")).hasSize(1);
        assertThat(offices("xystopoulou")).hasSize(1);
    }

    @Test
    void a_word_that_comes_back_before_it_is_forgotten_stays() {
        Dossier dossier = requests.deposit(named("Xouthopoulou", "Xipha"), employer);
        renamed(dossier, " xipha | ");
        SpellingQueue.look(spellings, TODAY);
        renamed(dossier, " xouthopoulou xipha | ");

        SpellingQueue.look(spellings, TODAY.plusDays(1));
        SpellingQueue.look(spellings, TODAY.plusDays(2));
        assertThat(offices("xouthopoulou")).hasSize(1);
    }

    @Test
    void a_name_without_a_space_is_kept_as_far_as_one_can_type_it() {
        Dossier draft = named("Xu", "Xi");
        requests.answer(draft.id(), employer, "employer_name", "x".repeat(150));
        requests.deposit(draft, employer);
        assertThat(offices("x".repeat(100))).hasSize(1);
    }

    private Dossier named(String surname, String given) {
        Dossier draft = requests.filled(employer);
        requests.answer(draft.id(), employer, "surname", surname, "given_names", given);
        return draft;
    }

    /// As an act that began before the look, of which it saw nothing.
    private void renamed(Dossier dossier, String text) {
        jdbc.sql("update dossier.dossier set search_text = :text where id = :id")
                .param("text", text)
                .param("id", dossier.id().value())
                .update();
    }

    private List<String> offices(String word) {
        return jdbc.sql("select office from dossier.spelling where word = :word")
                .param("word", word)
                .query(String.class)
                .list();
    }
}
