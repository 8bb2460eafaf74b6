package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.examination.margin.Doubt;
import fr.gouv.workinfrance.examination.margin.Doubts;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.io.ByteArrayInputStream;
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
    @Autowired Examinations examinations;
    @Autowired Doubts doubts;
    @Autowired Documents documents;
    @Autowired Drafts drafts;
    @Autowired Queue queue;
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

    @Test
    void each_line_says_what_is_signed_who_prepared_it_and_by_when() {
        Dossier refused = requests.inExamination(requests.someone("employeur"), caseworker);
        decisions.prepare(
                refused.id(),
                refused.version(),
                new Decision.Refused(List.of("not-fixed-term"), "Le contrat est permanent."),
                caseworker);

        assertThat(line(one)).contains("Accord", caseworker.displayName(), "23 janvier 2027");
        assertThat(line(refused)).contains("Refus", "Ndiaye").doesNotContain("Accord");
    }

    @Test
    void who_has_signed_one_is_told_and_reads_the_next() {
        String hashes = examinations.review(one.id(), signatory).hashes();
        assertThat(post(one, "/signature", "hashes", hashes, "confirmed", "true"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/signature?fait=signature");
        assertThat(get("/signature?fait=signature"))
                .bodyText()
                .contains("role=\"status\"", "C’est signé", "Lire la suivante")
                .contains("href=\"/signature/dossiers/");
        assertThat(get("/signature?fait=n-importe-quoi"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("role=\"status\"");

        assertThat(post(other, "/renvoi", "reason", "Vérifiez."))
                .hasRedirectedUrl("/signature?fait=renvoi");
        assertThat(get("/signature?fait=renvoi")).bodyText().contains("Le projet est renvoyé");
    }

    @Test
    void open_doubts_and_those_that_were_ticked_off_are_read_beside_what_is_signed() {
        Dossier doubtful = doubtful();
        Seen seen = dossiers.see(doubtful.id(), caseworker).orElseThrow();
        String at = "/signature/dossiers/" + doubtful.reference();
        assertThat(get(at)).bodyText().contains("Points à regarder", "Doute ouvert");

        for (Doubt doubt : doubts.of(seen)) {
            doubts.tick(doubtful.id(), doubt.key(), doubt.state(), "Vu avec lui.", caseworker);
        }
        assertThat(get(at))
                .bodyText()
                .contains("Doute levé", "Vu avec lui.", caseworker.displayName())
                .doesNotContain("Doute ouvert");
        assertThat(get("/signature/plusieurs?dossier=" + doubtful.reference()))
                .bodyText()
                .doesNotContain("doute reste ouvert");
    }

    /// One of which a document was sent twice.
    private Dossier doubtful() {
        Account employer = requests.someone("employeur");
        Dossier draft = requests.filled(employer);
        for (int i = 0; i < 2; i++) {
            byte[] image = Images.png();
            Reception reception =
                    documents.store(
                            new ByteArrayInputStream(image),
                            "a.png",
                            image.length,
                            employer.actor());
            drafts.attach(
                    draft.id(),
                    "contract",
                    ((Reception.Received) reception).document().id(),
                    employer);
        }
        DossierId id = requests.deposit(draft, employer).id();
        queue.runDue();
        decisions.assign(id, caseworker.id(), caseworker);
        decisions.certify(id, caseworker);
        decisions.begin(id, caseworker);
        return requests.prepare(id, caseworker);
    }

    /// The line of a dossier, on the list of what is to be signed.
    private String line(Dossier dossier) {
        String body =
                new String(
                        get("/signature").getResponse().getContentAsByteArray(),
                        StandardCharsets.UTF_8);
        int at = body.indexOf("/signature/dossiers/" + dossier.reference());
        return body.substring(at, body.indexOf("</tr>", at));
    }

    private MvcTestResult post(Dossier dossier, String more, String... params) {
        var request =
                mvc.post()
                        .uri("/signature/dossiers/" + dossier.reference() + more)
                        .with(SignedIn.as(signatory))
                        .with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.exchange();
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
