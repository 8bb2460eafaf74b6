package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Extent;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.reference.Amount;
import fr.gouv.workinfrance.reference.Per;
import fr.gouv.workinfrance.reference.Zone;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@WifTest
class DecisionPagesTest {

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired SettableClock clock;

    Account caseworker;
    Account signatory;
    Dossier dossier;

    @BeforeEach
    void examined() {
        clock.set(SettableClock.START);
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
        dossier = requests.inExamination(requests.someone("employeur"), caseworker);
    }

    @Test
    void what_is_granted_is_first_what_the_request_asks_where_the_office_sits() {
        assertThat(get(at("/decision"), caseworker))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"1\u202f485,50\u00a0€ par mois\"")
                .contains("<option value=\"METROPOLE\" selected>")
                .contains("id=\"conditions.activity\"");
    }

    @Test
    void a_pay_below_the_request_and_a_land_elsewhere_are_told_beside_their_fields() {
        assertThat(granted("pay", "1 200 euros par mois", "land", "974"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"pay-error\">La rémunération accordée est inférieure")
                .contains("id=\"land-error\">L’autorisation ne vaut que dans le territoire");
        assertThat(granted("pay", "beaucoup", "departments", "75, 99"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"pay-error\"")
                .contains("Aucun département ne porte le numéro «\u00a099\u00a0»")
                .contains("value=\"75, 99\"");
        assertThat(granted("departments", "974"))
                .bodyText()
                .contains("id=\"departments-error\">Un de ces départements");
        assertThat(granted("condition", "conditions.of-mine", "further", "x".repeat(201)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choisissez les conditions dans la liste")
                .contains("id=\"further-error\"");
        assertThat(now().stage()).isInstanceOf(Stage.InExamination.class);
    }

    @Test
    void who_signs_sees_where_and_under_which_conditions_it_is_granted() {
        assertThat(
                        granted(
                                "departments",
                                "69 38",
                                "condition",
                                "conditions.activity",
                                "further",
                                "Le soir seulement."))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(((Decision.Granted) now().prepared().orElseThrow().decision()).extent())
                .isEqualTo(
                        new Extent(
                                new Zone(List.of("38", "69")),
                                new Amount(new BigDecimal("1485.5"), Per.MONTH),
                                List.of("conditions.activity"),
                                "Le soir seulement."));
        assertThat(get(signing(""), signatory))
                .hasStatusOk()
                .bodyText()
                .contains("France métropolitaine, dans ces seuls départements\u00a0: 38, 69")
                .contains("1\u202f485,50\u00a0€ par mois")
                .contains("L’autorisation ne permet que l’activité professionnelle")
                .contains("[L5221-7]")
                .contains("Le soir seulement.");
    }

    @Test
    void what_was_sent_back_is_taken_up_again_with_all_that_was_typed() {
        granted(
                "until",
                "30/06/2028",
                "departments",
                "69 38",
                "condition",
                "conditions.activity",
                "further",
                "Le soir seulement.");
        decisions.sendBack(dossier.id(), "Le contrat finit le 31 mai.", signatory);

        assertThat(get(at("/decision"), caseworker))
                .hasStatusOk()
                .bodyText()
                .contains("Reprise du projet renvoyé le ", "Le contrat finit le 31 mai.")
                .contains("value=\"30 juin 2028\"", "value=\"35\u00a0h par semaine\"")
                .contains("value=\"38, 69\"", "value=\"Le soir seulement.\"")
                .containsPattern("value=\"conditions.activity\" checked")
                .contains("/decision?sens=accord&amp;depuis=demande");
        assertThat(get(at("/decision?sens=accord&depuis=demande"), caseworker))
                .bodyText()
                .contains("Projet renvoyé le ", "Reprendre ce projet")
                .contains("value=\"31 août 2028\"")
                .doesNotContain("Le soir seulement.");
        assertThat(get(at("/decision?sens=refus"), caseworker))
                .as("of another meaning")
                .bodyText()
                .contains("Projet renvoyé le ")
                .contains("/decision?sens=accord\">Reprendre ce projet");
        assertThat(get(at(""), caseworker))
                .bodyText()
                .contains("/decision?sens=accord\">Reprendre ce projet");

        granted();
        assertThat(get(signing(""), signatory)).bodyText().doesNotContain("renvoyé le");
    }

    @Test
    void a_refusal_sent_back_keeps_its_grounds_its_wordings_and_its_facts() {
        assertThat(
                        refused(
                                "reason",
                                "not-fixed-term",
                                "wording-not-fixed-term",
                                "Le contrat ne dit pas sa fin.",
                                "facts",
                                "Le contrat est permanent."))
                .hasStatus(HttpStatus.SEE_OTHER);
        decisions.sendBack(dossier.id(), "Citez le contrat.", signatory);

        assertThat(get(at("/decision?sens=refus"), caseworker))
                .hasStatusOk()
                .bodyText()
                .contains("Reprise du projet renvoyé le ", "Citez le contrat.")
                .containsPattern("value=\"not-fixed-term\" checked")
                .contains("Le contrat ne dit pas sa fin.", "Le contrat est permanent.");
        assertThat(refused("facts", "Le contrat dit : « permanent »."))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Projet renvoyé le ", "Citez le contrat.")
                .contains("Le contrat dit : « permanent ».");
    }

    @Test
    void the_desk_says_what_silence_will_be_then_what_it_was() {
        assertThat(get(at(""), caseworker))
                .bodyText()
                .contains("le silence de l’administration vaudra refus de la demande.")
                .doesNotContain("vous pouvez lui demander");
        clock.advance(Duration.ofDays(120));
        assertThat(get(at(""), caseworker))
                .bodyText()
                .contains("le silence de l’administration a valu refus.")
                .doesNotContain("vaudra refus");
    }

    private MvcTestResult refused(String... params) {
        var request =
                mvc.post()
                        .uri(at("/decision"))
                        .with(SignedIn.as(caseworker))
                        .with(csrf())
                        .param("sens", "refus")
                        .param("version", String.valueOf(now().version()));
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }

    /// As the page fills it in from the request, but for what is said.
    private MvcTestResult granted(String... params) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("sens", "accord");
        typed.put("version", String.valueOf(now().version()));
        typed.put("from", "01/09/2027");
        typed.put("until", "31/08/2028");
        typed.put("hours", "35 heures par semaine");
        typed.put("pay", "1 485,50 euros par mois");
        typed.put("land", "METROPOLE");
        for (int i = 0; i < params.length; i += 2) {
            typed.put(params[i], params[i + 1]);
        }
        var request = mvc.post().uri(at("/decision")).with(SignedIn.as(caseworker)).with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    private Dossier now() {
        return dossiers.dossier(dossier.id());
    }

    private String at(String more) {
        return "/instruction/dossiers/" + dossier.reference() + more;
    }

    private String signing(String more) {
        return "/signature/dossiers/" + dossier.reference() + more;
    }

    private MvcTestResult get(String path, Account account) {
        return mvc.get().uri(path).with(SignedIn.as(account)).exchange();
    }
}
