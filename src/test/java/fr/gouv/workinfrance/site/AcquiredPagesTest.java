package fr.gouv.workinfrance.site;

import static fr.gouv.workinfrance.site.DossierVisit.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.PdfText;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.examination.revision.Drafting;
import fr.gouv.workinfrance.examination.revision.Hearings;
import fr.gouv.workinfrance.examination.revision.Reviews;
import fr.gouv.workinfrance.examination.revision.Revisions;
import fr.gouv.workinfrance.examination.revision.Withdrawal;
import fr.gouv.workinfrance.opinion.Information;
import fr.gouv.workinfrance.opinion.Informations;
import fr.gouv.workinfrance.procedure.Part;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What silence gave is decided by no one any more. No procedure of the catalogue gives anything
/// so: the ledger of a request is made to.
@WifTest
class AcquiredPagesTest {

    private static final Instant AFTER_TWO_MONTHS = Instant.parse("2027-01-25T09:00:00Z");

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Examinations examinations;
    @Autowired Revisions revisions;
    @Autowired Reviews reviews;
    @Autowired Hearings hearings;
    @Autowired Informations informations;
    @Autowired JdbcClient jdbc;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account worker;
    Account caseworker;
    Account signatory;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        worker = requests.someone("etudiante");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
    }

    @Test
    void what_silence_gave_is_neither_granted_nor_refused_and_the_desk_leads_to_its_withdrawal() {
        Dossier dossier = requests.inExamination(employer, caseworker);
        means("ACCEPTANCE", dossier);
        DossierVisit desk = DossierVisit.byOffice(mvc, dossier.reference());
        assertThat(body(desk.get(caseworker, ""))).contains("Préparer un refus");

        clock.set(AFTER_TWO_MONTHS);
        decided(() -> requests.prepare(dossier.id(), caseworker));
        passed(dossier.id());

        assertThat(body(desk.get(caseworker, "")))
                .contains("Autorisation acquise le 23 janvier 2027 par le silence")
                .contains("aucun accord ni refus ne peut plus être préparé ni signé")
                .contains("/retrait\"", "/rectification\"")
                .doesNotContain("Préparer un refus", "Préparer un accord");
        assertThat(desk.get(caseworker, "/decision")).hasStatus(HttpStatus.SEE_OTHER);
        decided(() -> requests.prepare(dossier.id(), caseworker));
    }

    @Test
    void what_was_prepared_before_is_not_signed_once_silence_has_given_it() {
        Dossier dossier = requests.prepared(employer, caseworker);
        means("ACCEPTANCE", dossier);
        DossierVisit table = new DossierVisit(mvc, "/signature/dossiers/" + dossier.reference());
        clock.set(AFTER_TWO_MONTHS);

        String hashes = examinations.review(dossier.id(), signatory).hashes();
        decided(() -> examinations.sign(dossier.id(), hashes, signatory));
        passed(dossier.id());

        assertThat(body(table.get(signatory, "")))
                .contains("Le silence a déjà accordé l’autorisation")
                .contains("Renvoyer")
                .doesNotContain("name=\"hashes\"");
        DossierVisit desk = DossierVisit.byOffice(mvc, dossier.reference());
        assertThat(body(desk.get(caseworker, ""))).contains("le signataire la renvoie");
        assertThat(table.post(signatory, "/signature", "hashes", hashes, "confirmed", "true"))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(table.post(signatory, "/renvoi", "reason", "Acquise par le silence."))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void once_what_silence_gave_is_taken_back_the_request_has_ended() {
        Dossier dossier = requests.inExamination(employer, caseworker);
        requests.join(dossier.id(), Part.WORKER, worker);
        means("ACCEPTANCE", dossier);
        clock.set(AFTER_TWO_MONTHS);
        passed(dossier.id());

        withdrawn(dossier.id());

        DossierVisit desk = DossierVisit.byOffice(mvc, dossier.reference());
        assertThat(body(desk.get(caseworker, "")))
                .contains("Autorisation acquise le 23 janvier 2027 par le silence, retirée le")
                .contains("La demande est terminée", "Il faut une nouvelle demande.")
                .doesNotContain("Préparer un refus", "/retrait\"", "/rectification\"");
        decided(() -> requests.prepare(dossier.id(), caseworker));
    }

    @Test
    void whoever_is_told_of_it_has_its_certificate_as_long_as_it_holds() {
        Dossier dossier = requests.inExamination(employer, caseworker);
        requests.join(dossier.id(), Part.WORKER, worker);
        means("ACCEPTANCE", dossier);
        clock.set(AFTER_TWO_MONTHS);
        passed(dossier.id());
        assertThat(informations.tell(dossier.id(), "ofii", "", caseworker)).isEmpty();
        Information told = informations.of(dossier.id()).getFirst();
        Account agent = requests.staff("member", new Scope("office", told.office()));
        DossierVisit service = new DossierVisit(mvc, "/avis/informations/" + told.id());

        assertThat(body(service.get(agent, ""))).contains("/documents/AUTHORIZATION");
        MvcTestResult certificate = service.get(agent, "/documents/AUTHORIZATION");
        assertThat(certificate).hasStatusOk();
        assertThat(PdfText.of(certificate.getResponse().getContentAsByteArray()))
                .contains("Attestation de décision implicite d’acceptation");
        assertThat(service.get(agent, "/documents/ACQUIRED")).hasStatus(HttpStatus.NOT_FOUND);

        withdrawn(dossier.id());
        assertThat(body(service.get(agent, "")))
                .contains("Autorisation retirée le")
                .doesNotContain("/documents/AUTHORIZATION");
    }

    @Test
    void a_decision_still_takes_the_place_of_what_silence_refused() {
        Dossier dossier = requests.inExamination(employer, caseworker);
        clock.set(AFTER_TWO_MONTHS);
        passed(dossier.id());
        assertThat(dossiers.dossier(dossier.id()).refusedBySilence()).isTrue();

        requests.prepare(dossier.id(), caseworker);
        examinations.sign(
                dossier.id(), examinations.review(dossier.id(), signatory).hashes(), signatory);

        assertThat(dossiers.dossier(dossier.id()).stage()).isInstanceOf(Stage.Decided.class);
    }

    private static void decided(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        IllegalMove.class,
                        illegal -> assertThat(illegal.why()).isEqualTo(Why.ACQUIRED));
    }

    private void withdrawn(DossierId id) {
        Withdrawal withdrawal =
                new Withdrawal("illegal", "Le contrat était faux.", LocalDate.parse("2027-02-09"));
        UUID act = ((Drafting.Drafted) revisions.draft(id, withdrawal, caseworker)).revision().id();
        queue.runDue();
        hearings.observe(id, act, "Le contrat est vrai.", List.of(), false, worker);
        hearings.observe(id, act, "", List.of(), false, employer);
        clock.advance(Duration.ofHours(1));
        reviews.sign(id, act, reviews.read(id, act, signatory).hashes(), signatory);
        queue.runDue();
    }

    private void means(String meaning, Dossier dossier) {
        jdbc.sql("update dossier.dossier set clock_silence = :meaning where id = :id")
                .param("meaning", meaning)
                .param("id", dossier.id().value())
                .update();
    }

    private void passed(DossierId dossier) {
        dossiers.look(dossier);
        queue.runDue();
    }
}
