package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Answer;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WifTest
class NeedPagesTest {

    private static final String NEED = "/demarches/verifier-mon-besoin";
    private static final String REQUEST =
            "?nationality=SN&place=in_france&document=student&contract=professionalisation"
                    + "&first_year=no&hours=1820";

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Journal journal;
    @Autowired SessionRepository<?> sessions;
    @Autowired SettableClock clock;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
    }

    @Test
    void a_question_is_asked_at_a_time_and_the_answers_stand_in_the_address() {
        assertThat(mvc.get().uri(NEED)).hasStatusOk().bodyText().contains("name=\"nationality\"");
        assertThat(mvc.get().uri(NEED + "?nationality=SN"))
                .hasStatusOk()
                .bodyText()
                .contains("type=\"hidden\" name=\"nationality\" value=\"SN\"")
                .contains("id=\"place-in_france\"")
                .contains("sénégalaise");
        assertThat(mvc.get().uri("/en" + NEED + "?nationality=SN"))
                .bodyText()
                .contains("Senegalese")
                .contains("action=\"/en" + NEED + "\"");
    }

    @Test
    void an_answer_is_told_with_its_article_its_link_its_day_and_who_can_help() {
        assertThat(mvc.get().uri(NEED + "?nationality=MC"))
                .hasStatusOk()
                .bodyText()
                .contains("Aucune autorisation de travail n’est nécessaire")
                .contains("fiche F2728")
                .contains("https://www.service-public.gouv.fr/particuliers/vosdroits/F2728")
                .doesNotContain("source secondaire")
                .contains("Textes vérifiés le 23 novembre 2026")
                .contains("https://lannuaire.service-public.gouv.fr/");
    }

    @Test
    void what_does_not_count_leaves_the_address() {
        assertThat(mvc.get().uri(NEED + "?nationality=IT&contract=job&place=abroad&utm=x"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .redirectedUrl()
                .isEqualTo(NEED + "?nationality=IT");
        assertThat(mvc.get().uri("/en" + NEED + "?nationality=&nationality=IT"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .redirectedUrl()
                .isEqualTo("/en" + NEED + "?nationality=IT");
    }

    @Test
    void changing_an_answer_keeps_the_others() {
        assertThat(mvc.get().uri(NEED + REQUEST.replace("nationality=SN&", "")))
                .hasStatusOk()
                .bodyText()
                .contains("<select")
                .contains("name=\"contract\" value=\"professionalisation\"");
    }

    @Test
    void what_cannot_be_taken_is_told_beside_the_field_and_kept() {
        assertThat(mvc.get().uri(NEED + "?nationality="))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choisissez une réponse.");
        assertThat(mvc.get().uri(NEED + "?nationality=SN&place=\"><script>"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choisissez une des réponses proposées.")
                .doesNotContain("\"><script>");
        assertThat(mvc.get().uri(NEED + REQUEST.replace("1820", "beaucoup")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("value=\"beaucoup\"")
                .contains("Écrivez un nombre d’heures");
    }

    @Test
    void whoever_is_not_signed_in_comes_back_with_his_answers() {
        assertThat(mvc.get().uri(NEED + REQUEST))
                .hasStatusOk()
                .bodyText()
                .contains("/connexion?retour=%2Fdemarches%2Fverifier-mon-besoin%3Fnationality%3DSN")
                .doesNotContain("/mes-demandes/nouvelle");
    }

    @Test
    void a_request_begins_with_the_answers_given_and_the_journal_says_which() {
        Account employer = requests.someone("employeur");

        Dossier draft = started(employer, "EMPLOYER");

        Answer answer = draft.answers().of("nationality").orElseThrow();
        assertThat(answer.value()).isEqualTo("SN");
        assertThat(answer.author()).isEqualTo(employer.id());
        assertThat(draft.answers().byField())
                .as("with the address of the account, which is known")
                .containsOnlyKeys("nationality", "employer_email");
        Entry opened = journal.of(draft.id().subject()).getFirst();
        assertThat(opened.facts()).containsEntry("fields", "nationality");
        assertThat(opened.facts().values()).doesNotContain("SN");
    }

    @Test
    void nothing_is_carried_over_to_a_request_that_is_not_the_one_needed() {
        Account employer = requests.someone("employeur");
        var result =
                mvc.post()
                        .uri("/mes-demandes/nouvelle")
                        .cookie(SignedIn.session(sessions, employer, clock.instant()))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("procedure", Requests.PROCEDURE)
                        .param("filer", "EMPLOYER")
                        .param("nationality", "IT")
                        .exchange();
        assertThat(result).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(last(employer).answers().byField())
                .as("but for the address of the account, which is known")
                .containsOnlyKeys("employer_email");
    }

    private Dossier started(Account account, String filer) {
        var post =
                mvc.post()
                        .uri("/mes-demandes/nouvelle")
                        .cookie(SignedIn.session(sessions, account, clock.instant()))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("procedure", Requests.PROCEDURE)
                        .param("filer", filer);
        for (String pair : REQUEST.substring(1).split("&")) {
            post.param(pair.split("=")[0], pair.split("=")[1]);
        }
        assertThat(post.exchange()).hasStatus(HttpStatus.SEE_OTHER);
        return last(account);
    }

    private Dossier last(Account account) {
        return dossiers.of(account, null, 1).getFirst();
    }
}
