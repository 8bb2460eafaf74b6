package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.gouv.workinfrance.PdfText;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@WifTest
class CaseworkerPagesTest {

    private static final Pattern HASHES = Pattern.compile("name=\"hashes\" value=\"([^\"]+)\"");

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    Account signatory;
    Dossier dossier;

    @BeforeEach
    void deposited() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
        dossier = requests.deposited(employer);
    }

    @Test
    void a_dossier_goes_from_the_worklist_to_a_signed_decision() {
        assertThat(get("/instruction?q=" + dossier.reference(), caseworker))
                .hasStatusOk()
                .bodyText()
                .contains("Ndiaye")
                .contains("23 janvier 2027")
                .contains("Demande déposée");
        take();
        assertThat(get(at("?fait=prise-en-charge"), caseworker))
                .bodyText()
                .contains("role=\"status\"", "Vous avez pris ce dossier en charge");
        assertThat(post(at("/completude"), caseworker)).hasRedirectedUrl(at("?fait=completude"));
        assertThat(get(at(""), caseworker))
                .bodyText()
                .contains("Commencer l’instruction", "href=\"#delai\"");
        assertThat(post(at("/examen"), caseworker)).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(get(at("/decision"), caseworker))
                .as("what the request asks for is proposed")
                .hasStatusOk()
                .bodyText()
                .contains("value=\"1er septembre 2027\"")
                .contains("value=\"35\u00a0h par semaine\"");
        prepare("1er septembre 2027", "31 août 2028", "35\u00a0h par semaine");
        assertThat(get(at("?fait=preparation"), caseworker))
                .bodyText()
                .contains("La décision est envoyée à la signature");

        assertThat(get("/signature", signatory))
                .hasStatusOk()
                .bodyText()
                .contains(dossier.reference().value());
        String hashes = hashes();
        assertThat(get(signing("/documents/DECISION/1"), signatory))
                .hasStatusOk()
                .hasContentType(MediaType.IMAGE_PNG);
        assertThat(post(signing("/signature"), signatory, "hashes", hashes))
                .as("without saying that they were read")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Cochez cette case pour signer");
        assertThat(sign(hashes)).hasStatus(HttpStatus.SEE_OTHER);
        queue.runDue();

        assertThat(now().stage()).isInstanceOf(Stage.Decided.class);
        assertThat(get("/instruction?q=" + dossier.reference(), caseworker))
                .bodyText()
                .contains("Autorisation accordée");
        assertThat(now().deed(IssuedDeed.Kind.AUTHORIZATION)).isPresent();
        assertThat(get(at("/documents/AUTHORIZATION"), caseworker))
                .hasStatusOk()
                .hasContentType(MediaType.APPLICATION_PDF);
    }

    @Test
    void a_decision_beyond_the_contract_is_told_and_what_was_typed_is_kept() {
        examined();

        assertThat(
                        decision(
                                "accord",
                                "from",
                                "01/09/2027",
                                "until",
                                "30/09/2028",
                                "hours",
                                "35 h par semaine"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("L’autorisation irait au-delà de la fin du contrat")
                .contains("value=\"30/09/2028\"");
        assertThat(now().stage()).isInstanceOf(Stage.InExamination.class);
    }

    @Test
    void a_date_that_cannot_be_read_is_told_beside_its_field() {
        examined();

        assertThat(decision("accord", "from", "bientôt", "until", ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"from-error\"")
                .contains("value=\"bientôt\"")
                .contains("Écrivez le dernier jour de validité");
    }

    @Test
    void the_very_document_is_shown_before_it_is_sent_and_nothing_is_kept_of_it() {
        examined();
        long before = now().version();

        assertThat(preview("accord", "from", "01/09/2027", "until", "31/08/2028", "hours", "35 h"))
                .as("errors first, beside their fields")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"hours-error\"")
                .doesNotContain("id=\"apercu\"");
        assertThat(
                        preview(
                                "accord",
                                "from",
                                "01/09/2027",
                                "until",
                                "31/08/2028",
                                "hours",
                                "35 heures par semaine"))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"apercu\"")
                .contains("src=\"data:image/png;base64,")
                .contains("Autorisation de travail")
                .as("what was typed is still there")
                .contains("value=\"01/09/2027\"")
                .contains("value=\"35 heures par semaine\"");

        assertThat(now().version()).isEqualTo(before);
        assertThat(now().stage()).isInstanceOf(Stage.InExamination.class);
    }

    @Test
    void the_signatory_sees_where_the_decision_departs_from_what_was_asked() {
        examined();
        prepare("01/09/2027", "30/06/2028", "35 h par semaine");

        assertThat(get(signing(""), signatory))
                .hasStatusOk()
                .bodyText()
                .contains("Un point diffère de la demande")
                .containsPattern("31 août 2028</bdi></td>\\s*<td><bdi>30 juin 2028</bdi> <span")
                .contains("Respectée")
                .doesNotContain("Non respectée");
    }

    @Test
    void a_refusal_takes_its_reasons_from_the_catalogue_and_its_facts_from_the_caseworker() {
        examined();

        assertThat(decision("refus", "facts", "Le titre est échu."))
                .as("no reason")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choisissez au moins un motif de refus")
                .contains("Le titre est échu.");
        assertThat(
                        decision(
                                "refus",
                                "reason",
                                "not-authorised-to-stay",
                                "facts",
                                "Le titre est échu."))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get(signing(""), signatory))
                .hasStatusOk()
                .bodyText()
                .contains("documents/DECISION/1")
                .doesNotContain("documents/AUTHORIZATION/1");
    }

    @Test
    void a_ready_wording_is_adapted_and_keeps_its_articles() {
        examined();

        assertThat(get(at("/decision?sens=refus"), caseworker))
                .bodyText()
                .contains("id=\"wording-not-authorised-to-stay\"");
        assertThat(
                        decision(
                                "refus",
                                "reason",
                                "not-authorised-to-stay",
                                "wording-not-authorised-to-stay",
                                "Le titre de l’intéressée a pris fin.",
                                "wording-not-fixed-term",
                                "Un motif qui n’est pas retenu.",
                                "facts",
                                "Le titre est échu depuis le 1er mars.\n\nAucun renouvellement."))
                .hasStatus(HttpStatus.SEE_OTHER);

        assertThat(PdfText.of(seenBySignatory()))
                .contains("Considérations de droit")
                .contains("Vu : code du travail (")
                .contains("Le titre de l’intéressée a pris fin. (")
                .contains("Considérations de fait")
                .contains("Aucun renouvellement.")
                .contains("L. 211-5")
                .doesNotContain("Un motif qui n’est pas retenu");
    }

    private byte[] seenBySignatory() {
        return get(signing("/documents/DECISION"), signatory).getResponse().getContentAsByteArray();
    }

    @Test
    void a_decision_sent_back_comes_to_the_caseworker_with_its_reason() {
        examined();
        prepare("01/09/2027", "31/08/2028", "35 h par semaine");

        assertThat(post(signing("/renvoi"), signatory))
                .as("without a reason")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(signing("/renvoi"), signatory, "reason", "Vérifiez les heures."))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get(at(""), caseworker))
                .bodyText()
                .contains("Renvoyé par le signataire")
                .contains("Vérifiez les heures.")
                .contains("Préparer un accord");
    }

    @Test
    void a_page_left_open_while_someone_else_acted_changes_nothing() {
        examined();
        long before = now().version();
        clock.advance(Duration.ofMinutes(1));
        assertThat(post(at("/affectation"), caseworker, "caseworker", colleague()))
                .hasStatus(HttpStatus.SEE_OTHER);
        clock.advance(Duration.ofMinutes(1));
        assertThat(post(at("/affectation"), caseworker, "caseworker", caseworker.id().toString()))
                .hasStatus(HttpStatus.SEE_OTHER);

        assertThat(
                        post(
                                at("/decision"),
                                caseworker,
                                "sens",
                                "refus",
                                "version",
                                String.valueOf(before),
                                "reason",
                                "not-fixed-term",
                                "facts",
                                "Le contrat <est> permanent.\nIl l’est depuis 2020."))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Quelqu’un a changé ce dossier entre-temps")
                .contains("href=\"" + at("") + "\"", "Revenir au dossier")
                .contains("Le contrat &lt;est&gt; permanent.\nIl l’est depuis 2020.")
                .doesNotContain("<blockquote class=\"wif-words\" dir=\"auto\">not-fixed-term");
        assertThat(now().stage()).isInstanceOf(Stage.InExamination.class);
    }

    @Test
    void another_office_does_not_see_it_nor_does_whoever_has_no_office() {
        Account elsewhere = requests.staff("caseworker", new Scope("office", "prefecture-13"));

        assertThat(get(at(""), elsewhere)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/instruction?q=" + dossier.reference(), elsewhere))
                .hasStatusOk()
                .bodyText()
                .contains("Aucune demande de vos services ne correspond");
        assertThat(get(at(""), employer)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get(signing(""), caseworker)).hasStatus(HttpStatus.FORBIDDEN);
    }

    private void take() {
        assertThat(post(at("/affectation"), caseworker, "caseworker", caseworker.id().toString()))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    private String colleague() {
        return requests.staff("caseworker", Requests.PREFECTURE).id().toString();
    }

    private void examined() {
        take();
        post(at("/completude"), caseworker);
        post(at("/examen"), caseworker);
        assertThat(now().stage()).isInstanceOf(Stage.InExamination.class);
    }

    private void prepare(String from, String until, String hours) {
        assertThat(decision("accord", "from", from, "until", until, "hours", hours))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    private MvcTestResult decision(String kind, String... params) {
        String[] all = Arrays.copyOf(params, params.length + 8);
        String[] known = {
            "sens",
            kind,
            "version",
            String.valueOf(now().version()),
            // what the page fills in from the request
            "pay",
            "1 485,50 euros par mois",
            "land",
            "METROPOLE"
        };
        System.arraycopy(known, 0, all, params.length, known.length);
        return post(at("/decision"), caseworker, all);
    }

    private MvcTestResult preview(String kind, String... params) {
        String[] all = Arrays.copyOf(params, params.length + 2);
        all[params.length] = "apercu";
        all[params.length + 1] = "true";
        return decision(kind, all);
    }

    private String hashes() {
        MvcTestResult page = get(signing(""), signatory);
        assertThat(page).hasStatusOk();
        Matcher found = HASHES.matcher(body(page));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private MvcTestResult sign(String hashes) {
        return post(signing("/signature"), signatory, "hashes", hashes, "confirmed", "true");
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

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String path, Account account) {
        return mvc.get().uri(path).with(SignedIn.as(account)).exchange();
    }

    private MvcTestResult post(String path, Account account, String... params) {
        var request = mvc.post().uri(path).with(SignedIn.as(account)).with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }
}
