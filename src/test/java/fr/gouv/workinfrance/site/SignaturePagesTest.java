package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Signing several decisions that were read one after the other.
@WifTest
class SignaturePagesTest {

    private static final Pattern DECISION = Pattern.compile("name=\"decision\" value=\"([^\"]+)\"");

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired SettableClock clock;

    Account caseworker;
    Account signatory;
    Dossier one;
    Dossier other;

    @BeforeEach
    void prepared() {
        clock.set(SettableClock.START);
        Account employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
        one = requests.prepared(employer, caseworker);
        other = requests.prepared(employer, caseworker);
    }

    @Test
    void several_are_read_confirmed_once_and_signed() {
        assertThat(get("/signature"))
                .bodyText()
                .contains("action=\"/signature/plusieurs\"")
                .contains("name=\"dossier\" value=\"" + one.reference());
        MvcTestResult page = chosen();
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("Relire et signer 2 décisions")
                .contains("/signature/dossiers/" + one.reference() + "/documents/DECISION/1")
                .contains("/signature/dossiers/" + other.reference() + "/documents/AUTHORIZATION/1")
                .contains("Tout est accordé comme demandé");
        List<String> read = read(page);

        assertThat(sign(read, false))
                .as("without saying that they were read")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Cochez cette case pour signer");
        assertThat(sign(read, true))
                .hasStatusOk()
                .bodyText()
                .contains("2 décisions signées sur 2")
                .doesNotContain("Non signée");
        assertThat(stage(one)).isInstanceOf(Stage.Decided.class);
        assertThat(stage(other)).isInstanceOf(Stage.Decided.class);
    }

    @Test
    void what_changed_meanwhile_is_told_and_does_not_stop_the_others() {
        List<String> read = read(chosen());
        decisions.sendBack(one.id(), "Vérifiez les heures.", signatory);
        requests.prepare(one.id(), caseworker);

        assertThat(sign(read, true))
                .hasStatusOk()
                .bodyText()
                .contains("Une décision signée sur 2")
                .contains("Non signée")
                .contains("Ce document n’est plus celui qui serait signé");
        assertThat(stage(one)).isInstanceOf(Stage.AwaitingSignature.class);
        assertThat(stage(other)).isInstanceOf(Stage.Decided.class);
    }

    @Test
    void nothing_is_signed_of_nothing() {
        assertThat(get("/signature/plusieurs"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Cochez au moins une décision");
        assertThat(sign(List.of(), true)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Stage stage(Dossier dossier) {
        return dossiers.dossier(dossier.id()).stage();
    }

    private MvcTestResult chosen() {
        return get(
                "/signature/plusieurs?dossier=%s&dossier=%s"
                        .formatted(one.reference(), other.reference()));
    }

    private static List<String> read(MvcTestResult page) {
        String body =
                new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return DECISION.matcher(body).results().map((MatchResult found) -> found.group(1)).toList();
    }

    private MvcTestResult sign(List<String> read, boolean confirmed) {
        var request =
                mvc.post()
                        .uri("/signature/plusieurs")
                        .with(SignedIn.as(signatory))
                        .with(csrf())
                        .param("confirmed", String.valueOf(confirmed));
        read.forEach(decision -> request.param("decision", decision));
        return request.exchange();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(SignedIn.as(signatory)).exchange();
    }
}
