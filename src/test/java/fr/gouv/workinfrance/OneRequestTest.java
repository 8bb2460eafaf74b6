package fr.gouv.workinfrance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.dossier.Submission;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.examination.Review;
import fr.gouv.workinfrance.examination.worklist.Filter;
import fr.gouv.workinfrance.examination.worklist.Worklist;
import fr.gouv.workinfrance.examination.worklist.Worklists;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Audit;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.permit.PermitStatus;
import fr.gouv.workinfrance.permit.Permits;
import fr.gouv.workinfrance.permit.Verification;
import fr.gouv.workinfrance.reference.PartialDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// One request travels the whole way, through the front doors alone.
@WifTest
class OneRequestTest {

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Examinations examinations;
    @Autowired Worklists worklists;
    @Autowired Permits permits;
    @Autowired Documents documents;
    @Autowired Journal journal;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    Account signatory;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory =
                requests.staff(
                        "signatory",
                        Requests.PREFECTURE,
                        "Samir",
                        "Benali",
                        "chef du service de la main-d’œuvre");
    }

    @Test
    void a_request_travels_from_the_first_question_to_an_authorization_that_anyone_can_check() {
        Dossier draft = requests.filled(employer);
        assertThat(dossiers.gaps(draft)).filteredOn(gap -> gap.blocking()).isEmpty();

        Submission submission = dossiers.submit(draft.id(), employer, true);
        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        queue.runDue();

        Dossier deposited = dossiers.dossier(draft.id());
        assertThat(deposited.office()).contains("prefecture-75");
        assertThat(deposited.clock().limit()).contains(LocalDate.parse("2027-01-23"));
        assertThat(text(deposited, IssuedDeed.Kind.ACKNOWLEDGMENT))
                .contains(deposited.reference().value())
                .contains("23 novembre 2026")
                .contains("Préfecture de Paris")
                .contains("01 99 00 00 00")
                .contains("réputée rejetée le 23 janvier 2027")
                .contains("Le délai légal, ligne par ligne", "Le délai commence")
                .contains("tribunal administratif");

        assertThat(
                        worklists
                                .page(
                                        caseworker,
                                        Filter.search(deposited.reference().value()),
                                        null,
                                        9)
                                .lines())
                .extracting(Worklist.Line::reference)
                .contains(deposited.reference().value());
        decisions.assign(draft.id(), caseworker.id(), caseworker);
        decisions.certify(draft.id(), caseworker);
        queue.runDue();
        assertThat(text(dossiers.dossier(draft.id()), IssuedDeed.Kind.COMPLETENESS))
                .contains("ne donne aucun droit au travail");

        decisions.begin(draft.id(), caseworker);
        requests.prepare(draft.id(), caseworker);
        Review review = examinations.review(draft.id(), signatory);
        assertThat(review.pages()).hasSize(2);
        Dossier decided = examinations.sign(draft.id(), review.hashes(), signatory);
        assertThat(decided.stage()).isInstanceOf(Stage.Decided.class);
        queue.runDue();

        decided = dossiers.dossier(draft.id());
        assertThat(decided.deeds())
                .extracting(IssuedDeed::kind)
                .contains(IssuedDeed.Kind.DECISION, IssuedDeed.Kind.AUTHORIZATION);
        assertThat(text(decided, IssuedDeed.Kind.DECISION)).contains("Samir Benali");
        byte[] seen =
                documents.read(
                        review.pages().getLast().document(),
                        Actor.system("test"),
                        draft.id().subject());
        assertThat(PdfText.pages(bytes(decided, IssuedDeed.Kind.AUTHORIZATION)))
                .as("the authorization is one page")
                .isEqualTo(1);
        assertThat(bytes(decided, IssuedDeed.Kind.AUTHORIZATION))
                .as("the seal is an incremental update of what was seen")
                .startsWith(seen);

        String number = decided.prepared().orElseThrow().number().value();
        String code = decided.prepared().orElseThrow().code();
        assertThat(permits.verify(code, "198.51.100.1"))
                .isInstanceOfSatisfying(
                        Verification.Genuine.class,
                        genuine -> {
                            assertThat(genuine.status()).isEqualTo(new PermitStatus.NotYetValid());
                            assertThat(genuine.extract().holder()).isEqualTo("A. F. N.");
                        });
        clock.set(Instant.parse("2028-08-31T21:59:00Z"));
        assertThat(status(number)).isEqualTo(new PermitStatus.Valid());
        clock.set(Instant.parse("2028-08-31T22:01:00Z"));
        assertThat(status(number)).isEqualTo(new PermitStatus.Expired());

        assertThat(journal.of(draft.id().subject()))
                .extracting(Entry::act)
                .containsSubsequence(
                        "OPEN", "ANSWER", "SUBMIT", "DELIVER", "ASSIGN", "CERTIFY", "BEGIN",
                        "PREPARE", "SIGN", "DELIVER");
        assertThat(journal.verify()).isInstanceOf(Audit.Sound.class);
    }

    private PermitStatus status(String number) {
        PartialDate birth = PartialDate.parse("12/03/1999").orElseThrow();
        Verification verification =
                permits.verify(number, birth, "198.51.100." + UUID.randomUUID());
        return ((Verification.Genuine) verification).status();
    }

    private byte[] bytes(Dossier dossier, IssuedDeed.Kind kind) {
        return documents.read(
                dossier.deed(kind).orElseThrow().document(),
                Actor.system("test"),
                dossier.id().subject());
    }

    private String text(Dossier dossier, IssuedDeed.Kind kind) {
        return PdfText.of(bytes(dossier, kind));
    }
}
