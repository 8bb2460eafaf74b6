package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.examination.revision.Revision;
import fr.gouv.workinfrance.examination.revision.Revisions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.time.Duration;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The pages of an act about a decision: on the desk, on the signatory's table, and at the
/// parties'.
@WifTest
class RevisionPagesTest {

    private static final Pattern HASHES = Pattern.compile("name=\"hashes\" value=\"([^\"]+)\"");

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Revisions revisions;
    @Autowired Dossiers dossiers;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account worker;
    Account caseworker;
    Account signatory;
    Dossier decided;
    DossierVisit desk;
    DossierVisit party;
    DossierVisit table;

    @BeforeEach
    void granted() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        worker = requests.someone("etudiante");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
        decided = requests.granted(employer, worker, caseworker, signatory);
        queue.runDue();
        decided = dossiers.dossier(decided.id());
        clock.advance(Duration.ofDays(3));
        desk = DossierVisit.byOffice(mvc, decided.reference());
        party = new DossierVisit(mvc, decided.reference());
        table = new DossierVisit(mvc, "/signature/dossiers/" + decided.reference());
    }

    @Test
    void an_act_is_seen_before_it_is_sent_and_nothing_is_kept_of_it() {
        String mends = body(rectify("30/06/2028", "apercu", "true"));
        assertThat(mends)
                .contains("id=\"apercu\"", "src=\"data:image/png;base64,")
                .contains("L’autorisation de travail rectifiée")
                .contains("value=\"30/06/2028\"");
        assertThat(rectify("30/09/2028", "apercu", "true"))
                .as("checked as when it is sent")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        String takesBack = body(withdraw("fraud", "2026-12-14", "apercu", "true"));
        assertThat(takesBack)
                .contains("id=\"apercu\"", "La lettre aux personnes concernées", "<h3>L’acte</h3>")
                .contains("comme si personne n’y répondait");
        assertThat(withdraw("fraud", "2026-11-01", "apercu", "true"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        queue.runDue();
        assertThat(revisions.of(decided.id())).isEmpty();
    }

    @Test
    void an_error_is_mended_signed_and_read_by_both_parties_and_whoever_checks() {
        assertThat(body(desk.get(caseworker, ""))).contains("Rectifier une erreur matérielle");
        assertThat(desk.get(caseworker, "/rectification")).hasStatusOk();
        assertThat(rectify("30/09/2028"))
                .as("beyond the contract")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(rectify("31/08/2028"))
                .as("nothing differs")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(rectify("30/06/2028")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(body(party.get(employer, ""))).doesNotContain("Rectification");

        sign(only());

        for (Account reader : new Account[] {employer, worker}) {
            assertThat(body(party.get(reader, "")))
                    .contains("Rectification d’une erreur matérielle")
                    .contains("31 août 2028")
                    .contains("Le mois avait été mal recopié.")
                    .contains("au 30 juin 2028")
                    .contains("Remplacée le");
        }
        assertThat(party.get(worker, "/actes/" + only().id() + "/documents/AUTHORIZATION"))
                .hasStatusOk()
                .hasContentType("application/pdf");
        assertThat(verified()).contains("Rectifiée le").contains("30 juin 2028");
    }

    @Test
    void a_withdrawal_is_told_answered_signed_and_shows_at_once() {
        String form = body(desk.get(caseworker, "/retrait"));
        assertThat(form)
                .contains("Signature possible jusqu’au 23 mars 2027 compris.")
                .contains("Possible à tout moment.")
                .contains("L242-1 CRPA (texte officiel lu)");
        assertThat(body(withdraw("illegal", "2026-12-01")))
                .contains("Laissez plus de temps pour répondre.");
        assertThat(withdraw("illegal", "2026-12-14")).hasStatus(HttpStatus.SEE_OTHER);
        queue.runDue();
        String at = "/actes/" + only().id();

        assertThat(body(party.get(worker, ""))).contains("Présenter mes observations");
        assertThat(body(party.get(worker, at)))
                .contains("Vous pouvez répondre jusqu’au 14 décembre 2026 compris.")
                .contains("Le contrat était faux.")
                .contains("observations orales");
        assertThat(observe(worker, "words", " ")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(observe(worker, "words", "Le contrat est vrai."))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(body(table.get(signatory, at)))
                .contains("Les personnes concernées n’ont pas encore été entendues")
                .doesNotContain("name=\"hashes\"");
        assertThat(observe(employer, "nothing", "true")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(body(party.get(employer, ""))).doesNotContain("Le contrat est vrai.");
        assertThat(body(desk.get(caseworker, ""))).contains("Le contrat est vrai.");

        assertThat(table.get(signatory, ""))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/signature/dossiers/" + decided.reference() + at);
        sign(only());

        assertThat(verified()).contains("Autorisation retirée");
        assertThat(body(party.get(worker, "")))
                .contains("Autorisation retirée le")
                .contains("L’acte signé");
        assertThat(body(desk.get(caseworker, "")))
                .doesNotContain("/rectification")
                .doesNotContain("/retrait\"");
    }

    @Test
    void who_asks_to_be_heard_is_shown_to_the_office_which_says_what_came_of_it() {
        withdraw("fraud", "2026-12-14");
        queue.runDue();
        observe(worker, "oral", "true");
        assertThat(body(desk.get(caseworker, ""))).contains("Demande à être entendu");

        assertThat(
                        desk.post(
                                caseworker,
                                "/actes/" + only().id() + "/entretien",
                                "words",
                                "Reçue le 4 décembre."))
                .hasStatus(HttpStatus.SEE_OTHER);

        assertThat(body(desk.get(caseworker, ""))).contains("Reçue le 4 décembre.");
    }

    @Test
    void what_is_refused_has_no_authorization_to_mend_and_what_is_granted_no_refusal() {
        assertThat(body(desk.get(caseworker, ""))).doesNotContain("/erratum\"");
        assertThat(desk.get(caseworker, "/erratum")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(desk.post(caseworker, "/erratum", "facts", "x")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private Revision only() {
        return revisions.of(decided.id()).getLast();
    }

    private void sign(Revision revision) {
        String at = "/actes/" + revision.id();
        String page = body(table.get(signatory, at));
        String hashes =
                HASHES.matcher(page)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .findFirst()
                        .orElseThrow();
        assertThat(table.post(signatory, at + "/signature", "hashes", hashes))
                .as("without saying that it was read")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(table.post(signatory, at + "/signature", "hashes", hashes, "confirmed", "true"))
                .hasRedirectedUrl("/signature?fait=signature");
        queue.runDue();
    }

    private MvcTestResult rectify(String until, String... more) {
        return post(
                "/rectification",
                more,
                "holder",
                "Awa Fatou Ndiaye",
                "birth",
                "12/03/1999",
                "employer",
                "Boulangerie des Lices",
                "job",
                "Assistante de gestion",
                "hours",
                "35 heures par semaine",
                "from",
                "01/09/2027",
                "until",
                until,
                "reason",
                "Le mois avait été mal recopié.");
    }

    private MvcTestResult withdraw(String ground, String by, String... more) {
        return post(
                "/retrait", more, "ground", ground, "facts", "Le contrat était faux.", "by", by);
    }

    private MvcTestResult post(String path, String[] more, String... form) {
        return desk.post(
                caseworker,
                path,
                Stream.of(form, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private MvcTestResult observe(Account account, String name, String value) {
        return party.post(account, "/actes/" + only().id() + "/observations", name, value);
    }

    private String verified() {
        return body(
                mvc.post()
                        .uri("/verifier")
                        .with(csrf())
                        .with(SignedIn.as(employer))
                        .param("number", decided.prepared().orElseThrow().number().value())
                        .param("birth", "12/03/1999")
                        .exchange());
    }

    private static String body(MvcTestResult result) {
        return DossierVisit.body(result);
    }
}
