package fr.gouv.workinfrance.site;

import static fr.gouv.workinfrance.site.DossierVisit.body;

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
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.appeal.Recourse;
import fr.gouv.workinfrance.examination.revision.Drafting;
import fr.gouv.workinfrance.examination.revision.Erratum;
import fr.gouv.workinfrance.examination.revision.Reviews;
import fr.gouv.workinfrance.examination.revision.Revision;
import fr.gouv.workinfrance.examination.revision.Revision.Paper;
import fr.gouv.workinfrance.examination.revision.Revisions;
import fr.gouv.workinfrance.examination.revision.Wording;
import fr.gouv.workinfrance.examination.revision.Wordings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.time.Duration;
import java.util.List;

/// A refusal that was mended, as those read it who contest it and who have to answer them.
@WifTest
class MendedRefusalPagesTest {

    private static final Scope MINISTRY = new Scope("office", "ministere-immigration");

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Examinations examinations;
    @Autowired Appeals appeals;
    @Autowired Revisions revisions;
    @Autowired Reviews reviews;
    @Autowired Wordings wordings;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    Account signatory;
    Account ministry;
    Dossier dossier;

    @BeforeEach
    void refused() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
        ministry = requests.staff("caseworker", MINISTRY, "Jean", "Morel", "rédacteur");
        dossier = requests.inExamination(employer, caseworker);
        decide(new Decision.Refused(List.of("not-a-student-title"), "Le titre est « visteur »."));
        dossier = dossiers.dossier(dossier.id());
    }

    @Test
    void who_answers_an_appeal_reads_that_the_refusal_was_mended_and_the_one_in_force() {
        Recourse one = appealed("gracieux");
        String at = "/instruction/recours/" + one.id();
        assertThat(page(caseworker, at))
                .contains("La décision contestée")
                .doesNotContain("Refus rectifié");
        Revision drafted = drafted();
        assertThat(page(caseworker, at)).as("not signed").doesNotContain("Refus rectifié");
        sign(drafted);
        assertThat(page(caseworker, at))
                .as("while it is being sealed")
                .contains("Refus rectifié le 26 novembre 2026", "dans quelques instants");
        queue.runDue();

        String paper = at + "/documents/" + paper(Paper.DECISION);
        for (String read : List.of(at, at + "/reponse?sens=rejet")) {
            assertThat(page(caseworker, read))
                    .contains("Refus rectifié le 26 novembre 2026")
                    .contains("Le refus et ses motifs demeurent")
                    .contains(paper, at + "/documents/" + paper(Paper.ACT));
        }
        assertThat(page(caseworker, at)).contains("Remplacée le 26 novembre 2026");
        MvcTestResult handed = get(caseworker, paper);
        assertThat(handed).hasStatusOk().hasContentType("application/pdf");
        assertThat(PdfText.of(handed.getResponse().getContentAsByteArray()))
                .contains("« visiteur »")
                .doesNotContain("visteur");
        assertThat(get(ministry, paper)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void the_authority_above_reads_it_too_on_its_page_and_in_the_request() {
        Recourse one = appealed("hierarchique");
        sign(drafted());
        queue.runDue();
        String at = "/instruction/recours/" + one.id();

        for (String read : List.of(at, at + "/demande")) {
            assertThat(page(ministry, read))
                    .contains("Refus rectifié le", "Remplacée le")
                    .contains(at + "/documents/" + paper(Paper.DECISION));
        }
        assertThat(get(ministry, at + "/documents/" + paper(Paper.DECISION))).hasStatusOk();
    }

    @Test
    void who_contests_it_reads_it_where_he_contests() {
        sign(drafted());
        String at = "/dossiers/" + dossier.reference();
        assertThat(page(employer, at + "/recours")).doesNotContain("Refus rectifié");
        queue.runDue();

        String paper = at + "/actes/" + revisions.of(dossier.id()).getLast().id() + "/documents/";
        assertThat(page(employer, at + "/recours"))
                .contains("Refus rectifié le 26 novembre 2026")
                .contains(paper + "DECISION", paper + "ACT");
        assertThat(get(employer, paper + "DECISION")).hasStatusOk();
        assertThat(get(employer, paper + "ACT")).hasStatusOk();
    }

    @Test
    void what_was_decided_since_is_not_the_decision_that_was_contested() {
        clock.advance(Duration.ofDays(1));
        Recourse one = appealed("gracieux");
        sign(drafted());
        queue.runDue();
        clock.advance(Duration.ofHours(1));
        assertThat(
                        mvc.post()
                                .uri("/instruction/recours/" + one.id() + "/reponse")
                                .with(SignedIn.as(caseworker))
                                .with(csrf())
                                .param("sens", "retrait")
                                .param("fondement", "WITHDRAWN")
                                .param("reason", "Le titre convient.")
                                .exchange())
                .hasStatus(HttpStatus.SEE_OTHER);
        sign(revisions.of(dossier.id()).getLast());
        queue.runDue();
        clock.advance(Duration.ofHours(1));
        decide(
                new Decision.Refused(
                        List.of("not-a-student-title"), "Le titre n’est plus celui-là."));

        assertThat(page(caseworker, "/instruction/recours/" + one.id()))
                .doesNotContain("La décision contestée", "Refus rectifié");
        assertThat(page(employer, "/dossiers/" + dossier.reference() + "/recours"))
                .doesNotContain("Refus rectifié");
    }

    private void decide(Decision decision) {
        decisions.prepare(
                dossier.id(), dossiers.dossier(dossier.id()).version(), decision, caseworker);
        examinations.sign(
                dossier.id(), examinations.review(dossier.id(), signatory).hashes(), signatory);
        queue.runDue();
        clock.advance(Duration.ofDays(3));
    }

    private Recourse appealed(String way) {
        appeals.file(dossier.id(), way, "Revoyez ceci.", List.of(), employer);
        queue.runDue();
        return appeals.of(dossier.id()).getFirst();
    }

    private Revision drafted() {
        Wording printed =
                wordings.of(dossiers.dossier(dossier.id()), revisions.of(dossier.id()))
                        .orElseThrow();
        Wording mended =
                new Wording(
                        printed.worker(),
                        printed.employer(),
                        printed.reasons(),
                        "Le titre est « visiteur ».");
        return ((Drafting.Drafted)
                        revisions.draft(
                                dossier.id(),
                                new Erratum(printed, mended, "Erreur de frappe."),
                                caseworker))
                .revision();
    }

    private void sign(Revision act) {
        reviews.sign(
                dossier.id(),
                act.id(),
                reviews.read(dossier.id(), act.id(), signatory).hashes(),
                signatory);
    }

    private String paper(Paper paper) {
        return revisions
                .of(dossier.id())
                .getLast()
                .paper(paper)
                .orElseThrow()
                .document()
                .toString();
    }

    private String page(Account account, String address) {
        MvcTestResult result = get(account, address);
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private MvcTestResult get(Account account, String address) {
        return mvc.get().uri(address).with(SignedIn.as(account)).exchange();
    }
}
