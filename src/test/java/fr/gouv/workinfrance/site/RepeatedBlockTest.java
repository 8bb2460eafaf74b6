package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.SignedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.util.UUID;

/// The other jobs of a student: the same questions as many times as there are jobs, without script.
@WifTest
class RepeatedBlockTest {

    @Autowired MockMvcTester mvc;
    @Autowired Accounts accounts;
    @Autowired SettableClock clock;

    Account employer;
    String page;

    @BeforeEach
    void a_student_who_has_other_jobs() {
        clock.set(SettableClock.START);
        employer = accounts.create("employeur-" + UUID.randomUUID() + "@exemple.fr", "fr");
        String address =
                post("/mes-demandes/nouvelle", "procedure", "etudiant-emploi", "filer", "EMPLOYER")
                        .getResponse()
                        .getHeader(HttpHeaders.LOCATION);
        page = address + "/formulaire/schooling";
        post(page, "other_job", "true", "other_job.revision", "0");
    }

    @Test
    void begins_with_one_empty_row_that_cannot_be_taken_off() {
        assertThat(get(page))
                .bodyText()
                .contains("name=\"other_jobs.1.employer\"")
                .doesNotContain("name=\"other_jobs.2.employer\"")
                .doesNotContain("name=\"enlever\"");
    }

    @Test
    void a_row_is_added_after_what_was_typed_and_nothing_is_lost() {
        assertThat(
                        post(
                                page,
                                "other_jobs.revision",
                                "0",
                                "other_jobs.1.employer",
                                "Librairie du Parc",
                                "other_jobs.1.hours",
                                "300",
                                "other_jobs.1.hours.per",
                                "YEAR",
                                "ajouter",
                                "other_jobs"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader(HttpHeaders.LOCATION, page + "?ajouter=other_jobs#other_jobs-new");

        assertThat(get(page + "?ajouter=other_jobs"))
                .bodyText()
                .contains("value=\"Librairie du Parc\"")
                .contains("value=\"300\"")
                .contains("<option value=\"YEAR\" selected>")
                .contains("name=\"other_jobs.2.employer\"");
    }

    @Test
    void a_row_is_taken_off_and_the_others_stay() {
        post(
                page,
                "other_jobs.revision",
                "0",
                "other_jobs.1.employer",
                "Librairie",
                "other_jobs.1.hours",
                "300 heures par an",
                "other_jobs.2.employer",
                "Cinéma",
                "other_jobs.2.hours",
                "5 heures par semaine",
                "ajouter",
                "other_jobs");
        post(
                page,
                "other_jobs.revision",
                "1",
                "other_jobs.1.employer",
                "Librairie",
                "other_jobs.1.hours",
                "300 heures par an",
                "other_jobs.2.employer",
                "Cinéma",
                "other_jobs.2.hours",
                "5 heures par semaine",
                "enlever",
                "other_jobs.1");

        assertThat(get(page)).bodyText().contains("Cinéma").doesNotContain("Librairie");
    }

    @Test
    void what_is_wrong_in_a_row_is_told_beside_it_and_kept_as_typed() {
        assertThat(
                        post(
                                page,
                                "other_jobs.revision",
                                "0",
                                "other_jobs.1.employer",
                                "<b>Librairie</b>",
                                "other_jobs.1.hours",
                                "beaucoup"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"other_jobs.1.hours-error\"")
                .contains("value=\"beaucoup\"")
                .contains("Ligne 1, « Heures de travail »")
                .doesNotContain("<b>Librairie");
    }

    @Test
    void an_answer_that_a_colleague_gave_meanwhile_is_told_instead_of_being_overwritten() {
        String answers = page.replace("/formulaire/schooling", "/reponses");
        post(answers, "field", "school", "typed", "Sorbonne", "revision", "0");

        assertThat(post(answers, "field", "school", "typed", "Dauphine", "revision", "0"))
                .bodyJson()
                .extractingPath("$.message")
                .asString()
                .contains("Sorbonne");
        assertThat(get(page)).bodyText().contains("Sorbonne").doesNotContain("Dauphine");
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(SignedIn.as(employer)).exchange();
    }

    private MvcTestResult post(String path, String... params) {
        var request = mvc.post().uri(path).with(SignedIn.as(employer)).with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }
}
