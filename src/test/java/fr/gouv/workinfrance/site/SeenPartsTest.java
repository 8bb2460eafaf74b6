package fr.gouv.workinfrance.site;

import static fr.gouv.workinfrance.site.DossierVisit.body;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.PdfText;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// What is not for someone to see never leaves the server: each role, each stage, every page that a
/// party has.
@WifTest
class SeenPartsTest {

    /// Of the worker, for the worker and the office alone.
    private static final List<String> WORKER_S =
            List.of(
                    "9912345678",
                    "Préfecture de Paris, bureau du séjour",
                    "allée des Tilleuls",
                    "Saint-Louis",
                    "awa.ndiaye@exemple.fr",
                    "+221",
                    "Université Paris-Est Créteil",
                    "Carte de séjour « étudiant »",
                    "son-titre.png",
                    "Mon passeport est au consulat");

    /// Of the employer, for the employer, a mandate holder and the office alone.
    private static final List<String> EMPLOYER_S =
            List.of("camille.martin@exemple.fr", "1 99 00 12 34", "licence-secrete.png");

    /// What is claimed in the worker's name.
    private static final List<String> CLAIMED =
            List.of(
                    "Boulangerie des Lices",
                    "732 829 320 00074",
                    "Assistante de gestion",
                    "1 485,50",
                    "1er septembre 2027",
                    "31 août 2028",
                    "Ndiaye",
                    "Awa Fatou",
                    "12 mars 1999",
                    "contrat-signe.png");

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Drafts drafts;
    @Autowired Decisions decisions;
    @Autowired Documents documents;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account worker;
    Dossier draft;

    @BeforeEach
    void people() throws IOException {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        worker = requests.someone("etudiante");
        draft = requests.filled(employer);
        requests.answer(
                draft.id(), employer, "title_issuer", "Préfecture de Paris, bureau du séjour");
        join("contract", "contrat-signe.png", employer);
        join("licence", "licence-secrete.png", employer);
    }

    @Test
    void whoever_files_sees_all_that_he_typed_while_nobody_has_come_for_the_worker_s_part() {
        assertThat(everything(employer)).contains("9912345678", "allée des Tilleuls");
    }

    @Test
    void once_the_worker_has_come_the_employer_sees_who_he_is_and_nothing_else_of_his()
            throws IOException {
        comes();

        assertThat(everything(employer))
                .contains(CLAIMED)
                .contains(EMPLOYER_S)
                .doesNotContain(WORKER_S);
        assertThat(get(employer, "/formulaire/stay")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void the_worker_sees_all_that_is_claimed_in_his_name_and_no_company_document()
            throws IOException {
        comes();

        assertThat(everything(worker))
                .contains(CLAIMED)
                .contains(WORKER_S)
                .doesNotContain(EMPLOYER_S);
        assertThat(get(worker, "/formulaire/contract")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void what_is_shut_in_a_draft_stays_shut_once_deposited_and_once_decided() throws IOException {
        comes();
        requests.deposit(dossiers.dossier(draft.id()), employer);
        queue.runDue();
        assertShut();

        Account caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        decisions.assign(draft.id(), caseworker.id(), caseworker);
        decisions.certify(draft.id(), caseworker);
        decisions.begin(draft.id(), caseworker);
        requests.prepare(draft.id(), caseworker);
        Account signatory = requests.staff("signatory", Requests.PREFECTURE);
        requests.sign(draft.id(), signatory);
        queue.runDue();
        assertShut();
        assertThat(get(employer, "/documents/AUTHORIZATION")).hasStatusOk();
        assertThat(get(worker, "/documents/AUTHORIZATION")).hasStatusOk();
    }

    private void assertShut() {
        assertThat(everything(employer)).contains(CLAIMED).doesNotContain(WORKER_S);
        assertThat(everything(worker)).contains(CLAIMED).doesNotContain(EMPLOYER_S);
    }

    @Test
    void the_office_sees_everything() throws IOException {
        comes();
        requests.deposit(dossiers.dossier(draft.id()), employer);
        Account caseworker = requests.staff("caseworker", Requests.PREFECTURE);

        assertThat(body(page(caseworker, "/instruction/dossiers/" + draft.reference())))
                .contains(WORKER_S)
                .contains(EMPLOYER_S);
    }

    @Test
    void a_document_is_handed_to_those_who_see_its_piece_and_does_not_exist_for_others()
            throws IOException {
        DocumentId title = comes();
        DocumentId licence = joined("licence");
        DocumentId contract = joined("contract");

        assertThat(get(worker, "/documents/" + contract.value())).hasStatusOk();
        assertThat(get(employer, "/documents/" + contract.value())).hasStatusOk();
        assertThat(get(worker, "/documents/" + title.value())).hasStatusOk();
        assertThat(get(employer, "/documents/" + title.value())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(worker, "/documents/" + licence.value())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void what_is_missing_in_a_part_that_one_does_not_see_is_counted_and_not_named()
            throws IOException {
        comes();
        requests.answer(draft.id(), worker, "title_number", "", "school", "");

        assertThat(body(get(employer, "/recapitulatif")))
                .contains("2 points sont à compléter ou à corriger par la personne à embaucher")
                .doesNotContain("Numéro du document", "Établissement d’enseignement");
        assertThat(body(get(worker, "/recapitulatif")))
                .contains("Numéro du document", "Établissement d’enseignement");
    }

    @Test
    void advice_that_says_something_of_a_hidden_answer_is_kept_to_those_who_see_it()
            throws IOException {
        comes();
        requests.answer(draft.id(), worker, "title_expiry", "31/08/2027");

        String advice = "expire avant le début du contrat";
        assertThat(body(get(worker, "/recapitulatif"))).contains(advice);
        assertThat(body(get(employer, "/recapitulatif"))).doesNotContain(advice);
    }

    @Test
    void the_acknowledgment_that_all_parties_get_says_nothing_that_one_of_them_keeps()
            throws IOException {
        comes();
        requests.deposit(dossiers.dossier(draft.id()), employer);
        queue.runDue();

        MvcTestResult deed = get(employer, "/documents/ACKNOWLEDGMENT");
        assertThat(PdfText.of(deed.getResponse().getContentAsByteArray()))
                .contains("déclarée", "Ndiaye", "Boulangerie des Lices")
                .doesNotContain("consulat", "Elle est en route")
                .doesNotContain(WORKER_S)
                .doesNotContain(EMPLOYER_S);
    }

    /// The worker comes, and gives what is his.
    private DocumentId comes() throws IOException {
        requests.join(draft.id(), Part.WORKER, worker);
        drafts.declareUnavailable(draft.id(), "passport", "Mon passeport est au consulat", worker);
        return join("title", "son-titre.png", worker);
    }

    private DocumentId join(String piece, String name, Account by) throws IOException {
        byte[] image = Images.png();
        DocumentId id =
                ((Reception.Received)
                                documents.store(
                                        new ByteArrayInputStream(image),
                                        name,
                                        image.length,
                                        by.actor()))
                        .document()
                        .id();
        drafts.attach(draft.id(), piece, id, by);
        return id;
    }

    private DocumentId joined(String piece) {
        return dossiers.dossier(draft.id())
                .attachments()
                .joined()
                .filter(one -> one.piece().equals(piece))
                .findFirst()
                .orElseThrow()
                .document();
    }

    /// All that the pages of a request send to someone, at the stage where it is.
    private String everything(Account account) {
        StringBuilder all = new StringBuilder();
        Stream.of("", "/recapitulatif", "/pieces", "/invitations", "/contestation", "/retrait")
                .map(page -> body(get(account, page)))
                .forEach(all::append);
        dossiers.see(draft.id(), account).orElseThrow().version().sections().stream()
                .map(section -> body(get(account, "/formulaire/" + section.id())))
                .forEach(all::append);
        all.append(body(page(account, "/mes-demandes")));
        return all.toString();
    }

    private MvcTestResult get(Account account, String page) {
        return new DossierVisit(mvc, draft.reference()).get(account, page);
    }

    private MvcTestResult page(Account account, String path) {
        return mvc.get().uri(path).with(SignedIn.as(account)).exchange();
    }
}
