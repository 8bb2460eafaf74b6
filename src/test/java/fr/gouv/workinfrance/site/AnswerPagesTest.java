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
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.dossier.clock.LegalClock;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.appeal.Recourse;
import fr.gouv.workinfrance.examination.revision.Reviews;
import fr.gouv.workinfrance.examination.revision.Revision;
import fr.gouv.workinfrance.examination.revision.Revisions;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an office answers to an appeal or to a request for reasons: drafted by an agent, signed by
/// another, given to who asked.
@WifTest
class AnswerPagesTest {

    private static final Pattern NEXT = Pattern.compile("href=\"(/signature\\?apres=[^\"]+)\"");

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Appeals appeals;
    @Autowired Revisions revisions;
    @Autowired Reviews reviews;
    @Autowired Documents documents;
    @Autowired JavaMailSender sender;
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
    void an_appeal_that_is_accepted_brings_the_request_back_to_examination_and_to_a_new_decision() {
        DossierId id = refused();
        Recourse one = appealed(id);
        clock.advance(Duration.ofDays(7));

        assertThat(page(caseworker, at(one))).contains("Proposer de lever le refus");
        assertThat(
                        answer(
                                one,
                                "sens",
                                "retrait",
                                "fondement",
                                "WITHDRAWN",
                                "reason",
                                "C’est vrai."))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(page(caseworker, at(one))).contains("Une réponse attend sa signature");
        sign(id);

        Dossier again = dossiers.dossier(id);
        assertThat(again.stage()).isInstanceOf(Stage.InExamination.class);
        assertThat(again.clock().state()).isEqualTo(LegalClock.State.RUNNING);
        assertThat(again.clock().limit()).contains(LocalDate.parse("2027-01-30"));
        assertThat(page(worker, "/dossiers/" + again.reference()))
                .contains("la demande est examinée de nouveau", "Retirée", "30 janvier 2027");
        assertThat(text(id)).contains("article L243-3", "C’est vrai.", "réputée n’avoir jamais");

        clock.advance(Duration.ofDays(1));
        decide(id, Requests.granted(LocalDate.parse("2027-09-01"), LocalDate.parse("2028-08-31")));
        try (Mailbox mailbox = Mailbox.open(sender)) {
            queue.runDue();
            assertThat(mailbox.to(employer.email()))
                    .anyMatch(letter -> letter.subject().contains("décision"));
        }
        Dossier granted = dossiers.dossier(id);
        assertThat(granted.deed(IssuedDeed.Kind.AUTHORIZATION)).isPresent();
        assertThat(granted.deeds())
                .filteredOn(deed -> deed.kind() == IssuedDeed.Kind.DECISION)
                .hasSize(2);
    }

    @Test
    void an_appeal_that_is_rejected_leaves_the_refusal_and_is_told_to_who_made_it_alone() {
        DossierId id = refused();
        Recourse one = appealed(id);
        clock.advance(Duration.ofDays(7));
        MvcTestResult empty = answer(one, "sens", "rejet", "reason", " ");
        assertThat(empty).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(empty)).contains("Écrivez les raisons", "href=\"#reason\"");

        assertThat(body(answer(one, "sens", "rejet", "reason", "Non.", "apercu", "true")))
                .contains("id=\"apercu\"", "src=\"data:image/png;base64,", "Non.");
        assertThat(answer(one, "sens", "rejet", "reason", " ", "apercu", "true"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(revisions.of(id)).as("nothing is kept").isEmpty();
        assertThat(answer(one, "sens", "rejet", "reason", "Le titre reste « visiteur »."))
                .hasRedirectedUrl(at(one) + "?fait=acte");
        assertThat(page(caseworker, at(one) + "?fait=acte"))
                .contains("L’acte est envoyé à la signature");
        String known = dossiers.dossier(id).reference().value();
        assertThat(listed(signing(id))).contains("Réponse à un recours : rejet");
        assertThat(page(signatory, signing(id)))
                .as("what is answered, and what is contested")
                .contains("Recours gracieux", "Le titre est celui d’étudiant.", at(one))
                .contains("La décision contestée", "Le titre est « visiteur ».", "R5221")
                .contains(at(one) + "/documents/DECISION", "/instruction/dossiers/" + known);
        try (Mailbox mailbox = Mailbox.open(sender)) {
            sign(id);
            assertThat(mailbox.to(employer.email()))
                    .anyMatch(letter -> letter.subject().contains("une réponse à votre recours"));
            assertThat(mailbox.to(worker.email()))
                    .noneMatch(letter -> letter.subject().contains("recours"));
        }

        assertThat(dossiers.dossier(id).stage()).isInstanceOf(Stage.Decided.class);
        String reference = dossiers.dossier(id).reference().value();
        assertThat(page(employer, "/dossiers/" + reference))
                .contains("Rejet d’un recours", "depuis le rejet", "30 janvier 2027");
        assertThat(page(worker, "/dossiers/" + reference)).doesNotContain("Rejet d’un recours");
        assertThat(text(id)).contains("Le recours est rejeté").doesNotContain("Recours gracieux (");
        assertThat(page(caseworker, "/instruction/recours")).doesNotContain(reference);
    }

    @Test
    void a_refusal_that_is_more_than_four_months_old_can_only_be_repealed() {
        DossierId id = refused();
        Recourse one = appealed(id);
        clock.set(Instant.parse("2027-04-01T09:00:00Z"));

        assertThat(body(answer(one, "sens", "retrait", "fondement", "WITHDRAWN", "reason", "Si.")))
                .contains("Le refus a plus de quatre mois");
        assertThat(answer(one, "sens", "retrait", "fondement", "REPEALED", "reason", "Si."))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void the_reasons_of_a_silence_are_given_with_their_articles_and_reopen_the_court_s_time() {
        DossierId id = requests.deposited(employer).id();
        clock.set(Instant.parse("2027-01-25T09:00:00Z"));
        appeals.file(id, "motifs", "", List.of(), employer);
        Recourse one = appeals.of(id).getFirst();
        clock.set(Instant.parse("2027-02-10T09:00:00Z"));

        assertThat(page(caseworker, at(one) + "/reponse?sens=motifs")).contains("motif-");
        assertThat(body(answer(one, "sens", "motifs", "reason", "Rien."))).contains("au moins un");
        answer(one, "sens", "motifs", "motifs", "not-a-student-title", "reason", "Visiteur.");
        sign(id);

        assertThat(text(id)).contains("Visiteur.", "L232-4", "R5221");
        assertThat(page(employer, "/dossiers/" + dossiers.dossier(id).reference()))
                .contains("depuis que les motifs sont donnés", "10 avril 2027");
    }

    private DossierId refused() {
        Dossier draft = requests.filled(employer);
        requests.join(draft.id(), Part.WORKER, worker);
        DossierId id = requests.deposit(draft, employer).id();
        decisions.assign(id, caseworker.id(), caseworker);
        decisions.certify(id, caseworker);
        decisions.begin(id, caseworker);
        decide(
                id,
                new Decision.Refused(List.of("not-a-student-title"), "Le titre est « visiteur »."));
        queue.runDue();
        return id;
    }

    private Recourse appealed(DossierId id) {
        appeals.file(id, "gracieux", "Le titre est celui d’étudiant.", List.of(), employer);
        queue.runDue();
        return appeals.of(id).getFirst();
    }

    private void decide(DossierId id, Decision decision) {
        decisions.prepare(id, dossiers.dossier(id).version(), decision, caseworker);
        requests.sign(id, signatory);
    }

    private void sign(DossierId id) {
        Revision drafted = revisions.of(id).getLast();
        assertThat(page(signatory, signing(id))).contains(dossiers.dossier(id).reference().value());
        reviews.sign(
                id, drafted.id(), reviews.read(id, drafted.id(), signatory).hashes(), signatory);
        queue.runDue();
    }

    /// The page of what is to be signed that leads there.
    private String listed(String address) {
        String page = page(signatory, "/signature");
        while (!page.contains(address)) {
            Matcher next = NEXT.matcher(page);
            assertThat(next.find()).as("a page that leads to %s", address).isTrue();
            page = page(signatory, next.group(1));
        }
        return page;
    }

    private String signing(DossierId id) {
        return "/signature/dossiers/%s/actes/%s"
                .formatted(dossiers.dossier(id).reference(), revisions.of(id).getLast().id());
    }

    private String text(DossierId id) {
        Revision given = revisions.of(id).getLast();
        return PdfText.of(
                        documents.read(
                                given.paper(Revision.Paper.ACT).orElseThrow().document(),
                                Actor.system("test"),
                                id.subject()))
                .replaceAll("\\s+", " ");
    }

    private static String at(Recourse one) {
        return "/instruction/recours/" + one.id();
    }

    private String page(Account account, String address) {
        MvcTestResult result = mvc.get().uri(address).with(SignedIn.as(account)).exchange();
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private MvcTestResult answer(Recourse one, String... form) {
        var request =
                mvc.post()
                        .uri(at(one) + "/reponse")
                        .with(SignedIn.as(caseworker))
                        .with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }
}
