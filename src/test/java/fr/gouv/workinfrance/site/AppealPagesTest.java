package fr.gouv.workinfrance.site;

import static fr.gouv.workinfrance.site.DossierVisit.body;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.PdfText;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Referrals;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.appeal.Recourse;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// After a refusal: when it was notified, until when it can be contested, what the parties deposit
/// and who has to answer.
@WifTest
class AppealPagesTest {

    private static final Scope MINISTRY = new Scope("office", "ministere-immigration");

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Appeals appeals;
    @Autowired Referrals referrals;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account worker;
    Account caseworker;
    Account signatory;
    Account ministry;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        worker = requests.someone("etudiante");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
        ministry = requests.staff("caseworker", MINISTRY, "Jean", "Morel", "rédacteur");
    }

    @Test
    void a_refusal_is_dated_for_each_party_and_the_earliest_end_of_its_time_is_shown() {
        Dossier dossier = refused();
        clock.advance(Duration.ofDays(3));
        assertThat(page(employer, dossier, "/documents/DECISION")).isNotEmpty();

        assertThat(page(employer, dossier, ""))
                .contains("Après ce refus", "26 novembre 2026 à 10:00", "23 janvier 2027")
                .contains("Contester ce refus");
        assertThat(page(worker, dossier, "")).contains("Pas encore ouverte", "23 janvier 2027");
        assertThat(desk(dossier))
                .contains("Notification de la décision", "26 novembre 2026 à 10:00")
                .contains("Pas encore ouverte");
    }

    @Test
    void an_appeal_to_the_same_authority_waits_at_the_desk_of_the_office_that_refused() {
        Dossier dossier = refused();
        String refusal = page(employer, dossier, "/recours");
        assertThat(refusal)
                .contains("Recours gracieux", "Recours hiérarchique", "R421-1 CJA")
                .doesNotContain("Demande des motifs");

        assertThat(file(employer, dossier, "gracieux", "Le titre est celui d’étudiant."))
                .hasStatus(HttpStatus.SEE_OTHER);
        queue.runDue();

        Recourse one = appeals.of(dossier.id()).getFirst();
        assertThat(one.limit()).isEqualTo("2027-01-23");
        assertThat(page(employer, dossier, "/recours"))
                .contains("Le titre est celui d’étudiant.", "23 janvier 2027", "L411-7")
                .contains("jusqu’au 23 mars 2027 sans risque", "Accusé de réception");
        assertThat(page(worker, dossier, "/recours")).doesNotContain("celui d’étudiant.");
        assertThat(page(caseworker, "/instruction/recours"))
                .contains(dossier.reference().value(), "Recours gracieux");
        assertThat(page(ministry, "/instruction/recours"))
                .doesNotContain(dossier.reference().value());
        String at = "/instruction/recours/" + one.id();
        assertThat(page(caseworker, at))
                .contains("Le titre est celui d’étudiant.")
                .contains("Vous avez préparé la décision contestée");
        assertThat(get(ministry, at)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(desk(dossier)).contains(at);
    }

    @Test
    void an_appeal_to_the_minister_waits_at_the_ministry_which_has_the_decision() {
        Dossier dossier = refused();
        file(worker, dossier, "hierarchique", "Je conteste.");
        queue.runDue();

        Recourse one = appeals.of(dossier.id()).getFirst();
        String at = "/instruction/recours/" + one.id();
        assertThat(page(ministry, "/instruction/recours")).contains(dossier.reference().value());
        assertThat(page(caseworker, "/instruction/recours"))
                .doesNotContain(dossier.reference().value());
        assertThat(page(ministry, at)).contains("Je conteste.", "préparée par Claire Vidal");
        assertThat(get(ministry, at + "/documents/DECISION")).hasStatusOk();
        assertThat(get(caseworker, at)).hasStatus(HttpStatus.NOT_FOUND);

        mvc.post()
                .uri(at + "/prise-en-charge")
                .with(SignedIn.as(ministry))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(page(ministry, at)).contains("<bdi>Jean Morel</bdi>");
    }

    @Test
    void its_acknowledgment_says_all_that_the_law_asks_and_goes_with_the_letter() {
        Dossier dossier = refused();
        try (Mailbox mailbox = Mailbox.open(sender)) {
            file(employer, dossier, "gracieux", "Revoyez ceci.");
            queue.runDue();
            assertThat(mailbox.received())
                    .anyMatch(
                            letter ->
                                    letter.subject().contains("votre envoi est reçu")
                                            && letter.text().contains("23 janvier 2027"))
                    .anyMatch(letter -> letter.subject().contains("un recours"));
        }
        Recourse one = appeals.of(dossier.id()).getFirst();
        MvcTestResult receipt =
                get(employer, "/dossiers/" + dossier.reference() + "/documents/" + one.receipt());
        assertThat(receipt).hasStatusOk().hasContentType("application/pdf");
        assertThat(PdfText.of(receipt.getResponse().getContentAsByteArray()))
                .contains("Accusé de réception", "23 novembre 2026", "Sans réponse le 23 janvier")
                .contains("Préfecture de Paris", "01 99 00 00 00", "tribunal administratif");
    }

    @Test
    void an_appeal_out_of_time_is_received_and_plainly_said_to_be_late() {
        Dossier dossier = refused();
        page(employer, dossier, "/documents/DECISION");
        clock.set(Instant.parse("2027-02-01T09:00:00Z"));

        assertThat(page(employer, dossier, "/recours")).contains("Le délai est passé");
        assertThat(page(worker, dossier, "/recours")).contains("Le délai est peut-être passé");
        assertThat(file(employer, dossier, "gracieux", "Trop tard, je sais."))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(page(employer, dossier, "/recours"))
                .contains("Hors délai", "jusqu’au 23 janvier 2027 sans risque");
        Recourse one = appeals.of(dossier.id()).getFirst();
        assertThat(page(caseworker, "/instruction/recours/" + one.id())).contains("Hors délai");
    }

    @Test
    void silence_on_an_appeal_is_recorded_on_its_day_and_told_to_both_sides() {
        Dossier dossier = refused();
        file(employer, dossier, "gracieux", "Revoyez ceci.");
        queue.runDue();
        clock.set(Instant.parse("2027-01-22T12:00:00Z"));
        assertThat(page(caseworker, "/instruction/recours")).contains("Urgent");
        queue.start("appeal-silence");
        assertThat(appeals.of(dossier.id()).getFirst().silent()).isFalse();

        clock.set(Instant.parse("2027-01-23T05:00:00Z"));
        try (Mailbox mailbox = Mailbox.open(sender)) {
            queue.start("appeal-silence");
            assertThat(mailbox.received())
                    .filteredOn(letter -> letter.subject().contains(dossier.reference().value()))
                    .filteredOn(letter -> letter.subject().contains("délai de réponse est passé"))
                    .hasSize(2);
        }

        assertThat(page(employer, dossier, "/recours"))
                .contains("Rejeté par le silence", "depuis que le silence a rejeté le recours");
        assertThat(page(caseworker, "/instruction/recours")).contains("Délai passé");
        assertThat(desk(dossier)).contains("resté sans réponse");
    }

    @Test
    void the_reasons_of_a_silence_are_asked_for_and_due_within_a_month() {
        Dossier dossier = requests.deposited(employer);
        assertThat(get(employer, "/dossiers/" + dossier.reference() + "/recours"))
                .as("nothing is refused yet")
                .hasStatus(HttpStatus.NOT_FOUND);
        clock.set(Instant.parse("2027-01-25T09:00:00Z"));
        dossiers.look(dossier.id());

        assertThat(page(employer, dossier, "/recours"))
                .contains("Demande des motifs", "Recours gracieux", "23 mars 2027");
        assertThat(file(employer, dossier, "motifs", "")).hasStatus(HttpStatus.SEE_OTHER);
        Recourse one = appeals.of(dossier.id()).getFirst();
        assertThat(one.limit()).isEqualTo("2027-02-25");
        assertThat(page(employer, dossier, "/recours"))
                .contains("Les motifs doivent être donnés le 25 février 2027 au plus tard");

        decisions.assign(dossier.id(), caseworker.id(), caseworker);
        decisions.certify(dossier.id(), caseworker);
        decisions.begin(dossier.id(), caseworker);
        sign(dossier.id(), Requests.granted(day("2027-09-01"), day("2028-08-31")));
        assertThat(appeals.of(dossier.id()).getFirst().open())
                .as("a decision took the place of the silence")
                .isFalse();
    }

    @Test
    void what_is_wrong_is_told_beside_its_field_and_nothing_of_it_is_kept() {
        Dossier dossier = refused();

        MvcTestResult empty = file(employer, dossier, "", "");
        assertThat(empty).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(empty)).contains("Choisissez ce que vous voulez faire.", "href=\"#voie\"");
        assertThat(file(employer, dossier, "motifs", "")).hasStatus(422);
        assertThat(body(file(employer, dossier, "gracieux", " ")))
                .contains("Dites pourquoi la décision doit être revue.");
        file(employer, dossier, "gracieux", "Revoyez ceci.");
        assertThat(body(file(employer, dossier, "gracieux", "Encore.")))
                .contains("Vous l’avez déjà fait contre ce refus.");
        assertThat(appeals.of(dossier.id())).hasSize(1);
    }

    @Test
    void a_document_that_is_joined_is_read_by_who_joined_it_and_by_who_answers() {
        Dossier dossier = refused();
        mvc.post()
                .uri("/dossiers/" + dossier.reference() + "/recours")
                .with(SignedIn.as(employer))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .multipart()
                .file(new MockMultipartFile("file", "titre.png", null, Images.png()))
                .param("voie", "hierarchique")
                .param("words", "Voici le titre.")
                .exchange();
        Recourse one = appeals.of(dossier.id()).getFirst();
        String file = "/documents/" + one.documents().getFirst();

        String own = "/dossiers/" + dossier.reference() + file;
        assertThat(get(employer, own)).hasStatusOk().hasContentType("image/png");
        assertThat(get(worker, own)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(ministry, "/instruction/recours/" + one.id() + file)).hasStatusOk();
        assertThat(get(caseworker, "/instruction/dossiers/" + dossier.reference() + file))
                .as("the office that refused reads it too")
                .hasStatusOk();
    }

    @Test
    void what_an_office_has_to_answer_goes_with_the_dossier_that_it_forwards() {
        Dossier dossier = requests.inExamination(employer, caseworker);
        clock.set(Instant.parse("2027-01-26T09:00:00Z"));
        queue.start("dossier-silence");
        assertThat(file(employer, dossier, "motifs", "Pourquoi ?")).hasStatus(HttpStatus.SEE_OTHER);
        String at = "/instruction/recours/" + appeals.of(dossier.id()).getFirst().id();

        referrals.forward(dossier.id(), "prefecture-93", "Établissement à Bobigny", caseworker);

        assertThat(get(caseworker, at)).hasStatus(HttpStatus.NOT_FOUND);
        Account next = requests.staff("caseworker", new Scope("office", "prefecture-93"));
        assertThat(page(next, at)).contains("Pourquoi ?");
    }

    private Dossier refused() {
        Dossier draft = requests.filled(employer);
        requests.join(draft.id(), Part.WORKER, worker);
        DossierId id = requests.deposit(draft, employer).id();
        decisions.assign(id, caseworker.id(), caseworker);
        decisions.certify(id, caseworker);
        decisions.begin(id, caseworker);
        sign(
                id,
                new Decision.Refused(List.of("not-a-student-title"), "Le titre est « visiteur »."));
        queue.runDue();
        return dossiers.dossier(id);
    }

    private void sign(DossierId id, Decision decision) {
        decisions.prepare(id, dossiers.dossier(id).version(), decision, caseworker);
        requests.sign(id, signatory);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private String page(Account account, Dossier dossier, String page) {
        return page(account, "/dossiers/" + dossier.reference() + page);
    }

    private String desk(Dossier dossier) {
        return page(caseworker, "/instruction/dossiers/" + dossier.reference());
    }

    private String page(Account account, String address) {
        MvcTestResult result = get(account, address);
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private MvcTestResult get(Account account, String address) {
        return mvc.get().uri(address).with(SignedIn.as(account)).exchange();
    }

    private MvcTestResult file(Account account, Dossier dossier, String way, String words) {
        return mvc.post()
                .uri("/dossiers/" + dossier.reference() + "/recours")
                .with(SignedIn.as(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("voie", way)
                .param("words", words)
                .exchange();
    }
}
