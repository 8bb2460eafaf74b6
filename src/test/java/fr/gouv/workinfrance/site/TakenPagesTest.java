package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Answer;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.UnsupportedEncodingException;

/// What was taken over from an earlier request is shown as such, until the page has been looked at.
@WifTest
class TakenPagesTest {

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired SettableClock clock;

    Account employer;
    Dossier first;
    Dossier draft;
    String mark;

    @BeforeEach
    void second() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        first = requests.deposited(employer);
        draft = requests.empty(employer);
        mark = "Repris de la demande " + first.reference() + " du 23 novembre 2026 : vérifiez.";
    }

    @Test
    void each_question_tells_where_its_answer_was_taken_from() throws Exception {
        assertThat(body("/formulaire/employer")).contains(mark, "Boulangerie des Lices");
        assertThat(body("/formulaire/employer_kind")).as("buttons too").contains(mark);
        assertThat(body("/formulaire/contract").split(mark, -1))
                .as("the agreement alone is known, and the example has none")
                .hasSize(1);
        assertThat(mvc.get().uri(at("en", "/formulaire/employer")).with(SignedIn.as(employer)))
                .bodyText()
                .contains("Taken from request " + first.reference() + " of 23 November 2026");
        assertThat(mvc.get().uri(at("es", "/formulaire/employer")).with(SignedIn.as(employer)))
                .bodyText()
                .contains("Tomado de la solicitud " + first.reference());
    }

    @Test
    void the_task_list_says_what_is_to_be_checked_and_the_check_page_what_was_not()
            throws Exception {
        assertThat(body("")).contains("Prérempli, à vérifier", "À remplir");
        assertThat(body("/recapitulatif"))
                .contains("Repris, et pas encore relu", mark, "SIRET de l’établissement, Nom");
    }

    @Test
    void a_page_that_is_sent_as_it_is_has_been_looked_at() throws Exception {
        var sent =
                mvc.post()
                        .uri(at("", "/formulaire/employer"))
                        .with(SignedIn.as(employer))
                        .with(csrf());
        for (Field field : dossiers.version(draft).section("employer").orElseThrow().fields()) {
            Answer answer = draft.answers().of(field.id()).orElse(null);
            if (answer != null) {
                sent.param(field.id(), answer.typed()).param(field.id() + ".revision", "1");
            }
        }
        assertThat(sent).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(body("/formulaire/employer"))
                .contains("Boulangerie des Lices")
                .doesNotContain("Repris de la demande");
        assertThat(body("/formulaire/representative")).contains(mark);
        assertThat(body("/recapitulatif")).doesNotContain("SIRET de l’établissement, Nom");
    }

    @Test
    void what_a_worker_brought_and_has_not_looked_at_is_told_to_him_alone() throws Exception {
        Account student = requests.someone("etudiante");
        requests.join(draft.id(), Part.WORKER, student);

        assertThat(body(student, "/recapitulatif")).contains("Repris de l’adresse du compte");
        assertThat(body(student, "/recapitulatif")).doesNotContain(first.reference().value());
        assertThat(body(student, "")).doesNotContain(first.reference().value());
    }

    @Test
    void the_office_is_told_nothing_of_it() throws Exception {
        Dossier second = requests.fill(draft, employer);
        Dossier third = requests.deposit(second, employer);
        Account caseworker = requests.staff("caseworker", Requests.PREFECTURE);

        assertThat(
                        mvc.get()
                                .uri("/instruction/dossiers/" + third.reference())
                                .with(SignedIn.as(caseworker)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Repris d");
    }

    private String body(String page) throws UnsupportedEncodingException {
        return body(employer, page);
    }

    private String body(Account account, String page) throws UnsupportedEncodingException {
        var answer = mvc.get().uri(at("", page)).with(SignedIn.as(account)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString().replace('\u00a0', ' ');
    }

    private String at(String language, String page) {
        return (language.isEmpty() ? "" : "/" + language) + "/dossiers/" + draft.reference() + page;
    }
}
