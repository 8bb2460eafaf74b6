package fr.gouv.workinfrance.examination.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.PdfText;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.examination.revision.Revision.Paper;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.permit.PermitStatus;
import fr.gouv.workinfrance.permit.Permits;
import fr.gouv.workinfrance.permit.Terms;
import fr.gouv.workinfrance.permit.Verification;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What silence gives where it means acceptance. No procedure of the catalogue is one: the ledger
/// of a request is made so.
@WifTest
class AcquisitionsTest {

    private static final Instant AFTER_TWO_MONTHS = Instant.parse("2027-01-25T09:00:00Z");

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Documents documents;
    @Autowired Permits permits;
    @Autowired JdbcClient jdbc;
    @Autowired Queue queue;
    @Autowired SettableClock clock;
    @Autowired Revisions revisions;
    @Autowired Reviews reviews;
    @Autowired Hearings hearings;
    @Autowired Journal journal;

    Account employer;
    Account worker;
    Account caseworker;
    Account signatory;

    @BeforeEach
    void start() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        worker = requests.someone("etudiante");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
    }

    @Test
    void silence_that_accepts_gives_the_authorization_and_its_certificate() {
        Dossier dossier = silent("ACCEPTANCE");

        IssuedDeed certificate = dossier.deed(IssuedDeed.Kind.ACQUIRED).orElseThrow();
        Verification.Genuine permit = permits.of(dossier.id()).orElseThrow();
        assertThat(
                        PdfText.of(
                                documents.read(
                                        certificate.document(),
                                        Actor.system("test"),
                                        dossier.id().subject())))
                .contains("Attestation de décision implicite d’acceptation")
                .contains("L. 232-3")
                .contains("23 janvier 2027")
                .contains(permit.extract().number())
                .contains("Boulangerie des Lices");
        assertThat(permit.extract().until()).isEqualTo("2028-08-31");
    }

    @Test
    void silence_that_refuses_gives_nothing() {
        Dossier dossier = silent("REFUSAL");

        assertThat(dossier.reached()).isTrue();
        assertThat(dossier.deed(IssuedDeed.Kind.ACQUIRED)).isEmpty();
        assertThat(permits.of(dossier.id())).isEmpty();
    }

    @Test
    void what_silence_gave_is_taken_back_once_the_persons_concerned_were_heard() {
        Dossier dossier = silent("ACCEPTANCE");
        requests.join(dossier.id(), Part.WORKER, worker);

        UUID id = drafted(dossier, withdrawal("illegal", "2027-02-09"));
        queue.runDue();
        assertThat(text(dossier, id, Paper.NOTICE))
                .contains("acquise le 23 janvier 2027 par décision implicite d’acceptation")
                .contains(permits.of(dossier.id()).orElseThrow().extract().number());
        assertThat(reviews.read(dossier.id(), id, signatory).barred()).contains(Why.NOT_HEARD);
        hearings.observe(dossier.id(), id, "Le contrat est vrai.", List.of(), false, worker);
        hearings.observe(dossier.id(), id, "", List.of(), false, employer);
        sign(dossier, id);

        assertThat(permits.of(dossier.id()).orElseThrow().status())
                .isInstanceOf(PermitStatus.Ended.class);
        assertThat(text(dossier, id, Paper.ACT))
                .contains("acquise le 23 janvier 2027 par décision implicite d’acceptation")
                .contains("est retirée")
                .contains("L242-1")
                .contains("a présenté des observations")
                .contains("Voies et délais de recours");
        assertThat(journal.of(dossier.id().subject()))
                .extracting(Entry::act)
                .contains("DRAFT_WITHDRAWAL", "OBSERVE", "SIGN_WITHDRAWAL");
    }

    @Test
    void the_four_months_run_from_the_day_it_was_acquired_and_fraud_lifts_them() {
        Dossier dossier = silent("ACCEPTANCE");
        clock.set(Instant.parse("2027-05-10T09:00:00Z"));

        assertThat(revisions.draft(dossier.id(), withdrawal("illegal", "2027-05-25"), caseworker))
                .isInstanceOfSatisfying(
                        Drafting.Faulty.class,
                        faulty -> assertThat(faulty.fields()).containsExactly("by.late"));
        clock.set(Instant.parse("2027-05-24T09:00:00Z"));
        assertThat(revisions.draft(dossier.id(), withdrawal("illegal", "2027-06-10"), caseworker))
                .isInstanceOfSatisfying(
                        Drafting.Faulty.class,
                        faulty -> assertThat(faulty.fields()).containsExactly("ground.late"));
        assertThat(revisions.draft(dossier.id(), withdrawal("fraud", "2027-06-10"), caseworker))
                .isInstanceOf(Drafting.Drafted.class);
    }

    @Test
    void a_clerical_error_in_its_certificate_is_mended_within_what_was_asked() {
        Dossier dossier = silent("ACCEPTANCE");
        Terms printed = revisions.terms(dossier).orElseThrow();

        assertThat(revisions.draft(dossier.id(), mending(printed, "2028-12-31", true), caseworker))
                .as("more than was asked")
                .isInstanceOf(Drafting.Faulty.class);
        assertThatThrownBy(
                        () ->
                                revisions.draft(
                                        dossier.id(),
                                        mending(printed, "2028-06-30", false),
                                        caseworker))
                .as("no decision gave it")
                .isInstanceOf(IllegalMove.class);
        UUID id = drafted(dossier, mending(printed, "2028-06-30", true));
        sign(dossier, id);

        assertThat(text(dossier, id, Paper.ACT))
                .contains("Rectification d’une erreur matérielle")
                .contains("acquise le 23 janvier 2027");
        assertThat(text(dossier, id, Paper.CERTIFICATE))
                .contains("Attestation de décision implicite d’acceptation")
                .contains("Attestation rectifiée le")
                .contains("30 juin 2028")
                .doesNotContain("31 août 2028");
        assertThat(permits.of(dossier.id()).orElseThrow().extract().until())
                .isEqualTo("2028-06-30");
    }

    @Test
    void what_silence_refused_is_neither_taken_back_nor_mended() {
        Dossier dossier = silent("REFUSAL");

        assertThatThrownBy(() -> drafted(dossier, withdrawal("illegal", "2027-02-09")))
                .isInstanceOfSatisfying(
                        IllegalMove.class,
                        illegal -> assertThat(illegal.why()).isEqualTo(Why.NOT_ALLOWED));
    }

    private static Withdrawal withdrawal(String ground, String by) {
        return new Withdrawal(ground, "Le contrat était faux.", LocalDate.parse(by));
    }

    private static Rectification mending(Terms printed, String until, boolean acquired) {
        return new Rectification(
                printed,
                new Terms(
                        printed.holder(),
                        printed.birth(),
                        printed.employer(),
                        printed.job(),
                        printed.hours(),
                        printed.from(),
                        LocalDate.parse(until)),
                acquired,
                "Le mois avait été mal recopié.");
    }

    private UUID drafted(Dossier dossier, Matter matter) {
        return ((Drafting.Drafted) revisions.draft(dossier.id(), matter, caseworker))
                .revision()
                .id();
    }

    private void sign(Dossier dossier, UUID id) {
        clock.advance(Duration.ofHours(1));
        reviews.sign(
                dossier.id(), id, reviews.read(dossier.id(), id, signatory).hashes(), signatory);
        queue.runDue();
    }

    private String text(Dossier dossier, UUID id, Paper paper) {
        return PdfText.of(
                documents.read(
                        revisions
                                .of(dossier.id(), id)
                                .orElseThrow()
                                .paper(paper)
                                .orElseThrow()
                                .document(),
                        signatory.actor(),
                        dossier.id().subject()));
    }

    private Dossier silent(String meaning) {
        Dossier dossier = requests.deposited(employer);
        jdbc.sql("update dossier.dossier set clock_silence = :meaning where id = :id")
                .param("meaning", meaning)
                .param("id", dossier.id().value())
                .update();
        clock.set(AFTER_TWO_MONTHS);
        dossiers.look(dossier.id());
        queue.runDue();
        return dossiers.dossier(dossier.id());
    }
}
