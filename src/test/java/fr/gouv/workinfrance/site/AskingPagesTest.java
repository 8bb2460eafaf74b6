package fr.gouv.workinfrance.site;

import static fr.gouv.workinfrance.site.DossierVisit.body;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.dossier.Corrections;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.correction.Correction;
import fr.gouv.workinfrance.dossier.correction.CorrectionLine;
import fr.gouv.workinfrance.dossier.correction.Nature;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.journal.Journal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Map;

/// The office asks the parties to mend their request, and reads what they sent: before and after.
@WifTest
class AskingPagesTest {

    private static final String ASKING = "/corrections";
    private static final Subject JOB = Subject.field("job_title");
    private static final Subject CONTRACT = Subject.piece("contract");
    private static final Subject TITLE = Subject.piece("title");

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Corrections corrections;
    @Autowired Drafts drafts;
    @Autowired Documents documents;
    @Autowired Journal journal;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    DocumentId joined;
    Dossier deposited;

    @BeforeEach
    void deposit() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        Dossier draft = requests.filled(employer);
        joined = join(draft, TITLE, "titre-recto.png");
        deposited = requests.deposit(dossiers.dossier(draft.id()), employer);
        decisions.assign(deposited.id(), caseworker.id(), caseworker);
    }

    @Test
    void all_that_was_said_and_joined_can_be_asked_with_the_day_that_is_proposed() {
        assertThat(page(""))
                .contains("Demander des corrections", "Certifier que le dossier est complet");
        assertThat(page(ASKING))
                .contains("C’est la première demande de corrections")
                .contains("La date légale est le 23 janvier 2027")
                .contains("Assistante de gestion", "titre-recto.png", "Elle est en route")
                .contains("value=\"FIELD.employer_siret\"", "value=\"08/12/2026\"")
                .contains("Le délai légal est suspendu jusqu’à l’envoi de ce qui manque")
                .contains("Personne n’est venu pour cette partie")
                .contains("id=\"nature-PIECE.contract-MISSING\" name")
                .doesNotContain("id=\"nature-PIECE.licence-MISSING\"")
                .doesNotContain("Pourquoi cela n’a pas été demandé");
    }

    @Test
    void a_reason_is_taken_among_those_that_can_be_given_of_it() {
        String contract = page(ASKING).replaceAll("(?s).*id=\"reason-PIECE.contract\"", "");
        assertThat(contract.substring(0, contract.indexOf("</select>")))
                .contains("piece-unsigned")
                .doesNotContain("answer-unclear");
    }

    @Test
    void all_that_is_wrong_is_said_at_once_beside_each_field_and_nothing_typed_is_lost() {
        MvcTestResult wrong =
                post(
                        "ask",
                        JOB.toString(),
                        "reason-" + JOB,
                        "piece-unsigned",
                        "words-" + JOB,
                        "Dites dans quel rayon.",
                        "ask",
                        CONTRACT.toString(),
                        "ask",
                        "PIECE.licence",
                        "words-PIECE.licence",
                        "Un extrait suffit.",
                        "nature-PIECE.licence",
                        "MISSING",
                        "words-FIELD.surname",
                        "Écrit, puis décoché.",
                        "by",
                        "32/12/2026");
        assertThat(wrong).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(wrong))
                .contains("La demande n’est pas envoyée")
                .contains("href=\"#reason-FIELD.job_title\"", "Ce motif ne vaut pas pour cela")
                .contains("href=\"#words-PIECE.contract\"", "Choisissez un motif, ou écrivez")
                .contains("href=\"#nature-PIECE.licence\"", "Aucun texte ne l’exige")
                .contains("href=\"#by\"", "value=\"32/12/2026\"")
                .contains("Dites dans quel rayon.", "Un extrait suffit.", "Écrit, puis décoché.")
                .contains("value=\"FIELD.job_title\" checked")
                .contains("1 point coché");
        assertThat(body(post("by", "07/12/2026"))).contains("Cochez au moins une chose à corriger");
        assertThat(post("ask", "FIELD.nothing")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(dossiers.dossier(deposited.id()).pendingCorrection()).isEmpty();
    }

    @Test
    void what_is_asked_goes_out_at_once_and_what_waits_for_its_answer_is_not_offered() {
        assertThat(ask()).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(pending().lines())
                .containsExactly(
                        new CorrectionLine(
                                JOB,
                                dossiers.version(deposited).field(JOB.id()).orElseThrow().part(),
                                Nature.CLARIFICATION,
                                "answer-unclear",
                                "Dites dans quel rayon."),
                        new CorrectionLine(
                                TITLE,
                                dossiers.version(deposited).piece(TITLE.id()).orElseThrow().part(),
                                Nature.MISSING,
                                "piece-incomplete",
                                null));
        assertThat(page("?fait=corrections"))
                .contains("Votre demande de corrections est envoyée")
                .contains("Demande de corrections n° 1", "En attente", "Dites dans quel rayon.")
                .contains("Réponse attendue au plus tard le 7 décembre 2026")
                .contains("Le dossier ne peut pas être certifié complet tant que")
                .doesNotContain("Certifier que le dossier est complet", "Demander des corrections");
        assertThat(page(ASKING))
                .contains("Une demande de corrections attend sa réponse", "Dites dans quel rayon.")
                .doesNotContain("<form method=\"post\" action=\"/instruction");
        assertThat(ask())
                .as("sent twice")
                .hasStatus(HttpStatus.SEE_OTHER)
                .headers()
                .extracting("Location")
                .asString()
                .contains(ASKING);
        assertThat(dossiers.dossier(deposited.id()).course().corrections()).hasSize(1);
    }

    @Test
    void no_decision_is_offered_before_the_day_given_to_answer_has_passed() {
        decisions.certify(deposited.id(), caseworker);
        decisions.begin(deposited.id(), caseworker);
        assertThat(page(ASKING)).contains("rien ne peut plus y être demandé comme exigé");
        post("ask", JOB.toString(), "words-" + JOB, "Quel rayon ?", "by", "07/12/2026");

        assertThat(page(""))
                .contains("Aucune décision ne peut être préparée avant la réponse")
                .doesNotContain("Préparer un accord");
        assertThat(get(caseworker, "/decision")).hasStatus(HttpStatus.SEE_OTHER);
        clock.set(SettableClock.START.plus(Duration.ofDays(15)));
        assertThat(page(""))
                .contains("Préparer un accord", "Ce jour est passé")
                .contains("Une autre demande de corrections ne peut pas partir");
    }

    @Test
    void what_was_mended_is_read_before_and_after_and_the_document_replaced_can_be_opened() {
        ask();
        requests.answer(deposited.id(), employer, JOB.id(), "Vendeuse au rayon des fruits");
        drafts.detach(deposited.id(), TITLE.id(), joined, employer);
        DocumentId whole = join(deposited, TITLE, "titre-entier.png");
        assertThat(page("")).doesNotContain("titre-entier.png");
        corrections.send(deposited.id(), employer);

        assertThat(page(""))
                .contains("Répondu", "Certifier que le dossier est complet")
                .containsPattern("(?s)<del.{0,80}Assistante de gestion.*<ins.{0,80}Vendeuse au")
                .contains("/documents/" + joined + "/lecture", "titre-recto.png")
                .contains("/documents/" + whole + "/lecture", "titre-entier.png");
        String old = "/documents/" + joined;
        int before = journal.of(deposited.id().subject()).size();
        assertThat(get(caseworker, old + "/1")).hasStatusOk().hasContentType(MediaType.IMAGE_JPEG);
        assertThat(get(caseworker, old)).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
        assertThat(body(get(caseworker, old + "/lecture")))
                .as("an identity document is marked, replaced or not")
                .contains("titre-recto.png", "Télécharger une copie");
        assertThat(journal.of(deposited.id().subject()).size()).isGreaterThan(before);
        assertThat(new DossierVisit(mvc, deposited.reference()).get(employer, old))
                .as("who took it out does not come back to it")
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void what_is_left_as_it_was_is_told_with_its_reason_and_a_second_request_says_why_it_is_late() {
        ask();
        corrections.explain(deposited.id(), JOB, "C’est son vrai titre.", employer);
        corrections.explain(deposited.id(), TITLE, "Il est en renouvellement.", employer);
        corrections.send(deposited.id(), employer);

        assertThat(page(""))
                .contains("Laissé tel quel, avec cette explication", "C’est son vrai titre.")
                .contains("Il est en renouvellement.");
        assertThat(page(ASKING)).contains("Il y a déjà eu une demande", "id=\"late\"");
        MvcTestResult late = ask();
        assertThat(late).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(late)).contains("href=\"#late\"", "Dites pourquoi cela n’a pas été");
        assertThat(ask(Map.of("late", "Le contrat vient d’arriver.")))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(page(""))
                .contains("Demande de corrections n° 2", "Le contrat vient d’arriver.")
                .contains("<summary>Demande de corrections n° 1");
    }

    @Test
    void what_the_parties_sent_of_their_own_accord_is_told_too() {
        requests.answer(deposited.id(), employer, JOB.id(), "Caissière");
        corrections.send(deposited.id(), employer);

        assertThat(page("")).contains("Envoyé sans que rien ne soit demandé", "Caissière");
    }

    @Test
    void who_is_not_in_charge_is_sent_back_to_the_request() {
        Account other = requests.staff("caseworker", Requests.PREFECTURE);
        assertThat(get(other, ASKING)).hasStatus(HttpStatus.SEE_OTHER);
    }

    private MvcTestResult ask() {
        return ask(Map.of());
    }

    private MvcTestResult ask(Map<String, String> more) {
        return post(
                "ask",
                JOB.toString(),
                "reason-" + JOB,
                "answer-unclear",
                "words-" + JOB,
                "Dites dans quel rayon.",
                "nature-" + JOB,
                "CLARIFICATION",
                "ask",
                TITLE.toString(),
                "reason-" + TITLE,
                "piece-incomplete",
                "nature-" + TITLE,
                "MISSING",
                "by",
                "07/12/2026",
                "late",
                more.getOrDefault("late", ""));
    }

    private Correction pending() {
        return dossiers.dossier(deposited.id()).pendingCorrection().orElseThrow();
    }

    private DocumentId join(Dossier dossier, Subject piece, String name) {
        byte[] image = Images.png();
        Reception reception =
                documents.store(
                        new ByteArrayInputStream(image), name, image.length, employer.actor());
        DocumentId document = ((Reception.Received) reception).document().id();
        drafts.attach(dossier.id(), piece.id(), document, employer);
        return document;
    }

    private String page(String page) {
        MvcTestResult result = get(caseworker, page);
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private MvcTestResult get(Account account, String page) {
        return DossierVisit.byOffice(mvc, deposited.reference()).get(account, page);
    }

    private MvcTestResult post(String... form) {
        return DossierVisit.byOffice(mvc, deposited.reference()).post(caseworker, ASKING, form);
    }
}
