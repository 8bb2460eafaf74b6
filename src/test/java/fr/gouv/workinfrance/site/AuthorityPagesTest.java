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
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.appeal.Recourse;
import fr.gouv.workinfrance.examination.revision.Rejection;
import fr.gouv.workinfrance.examination.revision.Reviews;
import fr.gouv.workinfrance.examination.revision.Revision;
import fr.gouv.workinfrance.examination.revision.Revisions;
import fr.gouv.workinfrance.journal.Actor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// An appeal to the higher authority: the ministry reads the request as long as it has to answer,
/// and its own people draft and sign the answer.
@WifTest
class AuthorityPagesTest {

    private static final Scope MINISTRY = new Scope("office", "ministere-immigration");

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Drafts drafts;
    @Autowired Decisions decisions;
    @Autowired Appeals appeals;
    @Autowired Revisions revisions;
    @Autowired Reviews reviews;
    @Autowired Documents documents;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    Account signatory;
    Account drafter;
    Account minister;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
        drafter = requests.staff("caseworker", MINISTRY, "Jean", "Morel", "rédacteur");
        minister = requests.staff("signatory", MINISTRY, "Anne", "Roux", "sous-directrice");
    }

    @Test
    void the_ministry_sees_nothing_of_a_request_before_an_appeal_is_made_to_it()
            throws IOException {
        Dossier dossier = refused();
        appeals.file(dossier.id(), "gracieux", "Revoyez ceci.", List.of(), employer);

        assertThat(dossiers.see(dossier.id(), drafter)).isEmpty();
        assertThat(dossiers.see(dossier.id(), minister)).isEmpty();
        String at = at(appeals.of(dossier.id()).getFirst());
        assertThat(get(drafter, at)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(drafter, at + "/demande")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void the_ministry_reads_the_whole_request_while_it_has_to_answer_and_may_only_answer()
            throws IOException {
        Dossier dossier = refused();
        Recourse one = appealed(dossier.id());

        assertThat(page(drafter, at(one))).contains(at(one) + "/demande", "Proposer de rejeter");
        assertThat(page(drafter, at(one) + "/demande"))
                .contains("Les réponses", "contrat.png", "Les documents officiels");
        assertThat(get(drafter, contract(one, dossier))).hasStatusOk();
        assertThat(get(drafter, at(one) + "/documents/ACKNOWLEDGMENT")).hasStatusOk();
        assertThat(dossiers.see(dossier.id(), drafter).orElseThrow().acts())
                .containsExactly(Act.REVISE);
        assertThat(dossiers.see(dossier.id(), minister).orElseThrow().acts())
                .containsExactlyInAnyOrder(Act.SIGN_REVISION, Act.REOPEN);
        for (String other : List.of("", "/messages", "/rectification")) {
            assertThat(get(drafter, "/instruction/dossiers/" + dossier.reference() + other))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(get(drafter, "/dossiers/" + dossier.reference()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void the_ministry_signs_its_rejection_under_its_own_delegation_then_sees_the_request_no_more()
            throws IOException {
        Dossier dossier = refused();
        Recourse one = appealed(dossier.id());
        clock.advance(Duration.ofDays(7));
        assertThat(answer(drafter, one, "rejet")).hasStatus(HttpStatus.SEE_OTHER);
        Revision drafted = revisions.of(dossier.id()).getLast();
        String sign = "/signature/dossiers/" + dossier.reference() + "/actes/" + drafted.id();

        assertThat(page(minister, at(one))).contains(sign);
        assertThat(page(minister, sign)).contains("Rejet d’un recours");
        assertThat(page(signatory, "/signature")).doesNotContain(dossier.reference().value());
        assertThatThrownBy(() -> reviews.sign(dossier.id(), drafted.id(), "", signatory))
                .isInstanceOf(IllegalMove.class);
        assertThat(signed(minister, dossier.id(), drafted)).hasStatus(HttpStatus.SEE_OTHER);
        queue.runDue();

        assertThat(text(dossier.id()))
                .contains("Pour le ministre et par délégation", "sous-directrice")
                .contains("Ministère de l’intérieur", "Journal officiel", "Le recours est rejeté");
        assertThat(page(employer, "/dossiers/" + dossier.reference()))
                .contains("Rejet d’un recours");
        assertThat(dossiers.see(dossier.id(), drafter)).isEmpty();
        assertThat(dossiers.see(dossier.id(), minister)).isEmpty();
        assertThat(page(drafter, at(one))).doesNotContain("/demande");
        assertThat(get(drafter, at(one) + "/demande")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(drafter, contract(one, dossier))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void a_refusal_that_the_ministry_lifts_is_examined_again_by_the_office_that_refused()
            throws IOException {
        Dossier dossier = refused();
        Recourse one = appealed(dossier.id());
        clock.advance(Duration.ofDays(7));
        answer(drafter, one, "retrait");
        signed(minister, dossier.id(), revisions.of(dossier.id()).getLast());
        queue.runDue();

        Dossier again = dossiers.dossier(dossier.id());
        assertThat(again.stage()).isInstanceOf(Stage.InExamination.class);
        assertThat(again.office()).isEqualTo(dossier.office());
        assertThat(dossiers.see(dossier.id(), minister)).isEmpty();
        assertThat(text(dossier.id())).contains("Pour le ministre et par délégation");
    }

    @Test
    void the_office_that_refused_does_not_answer_in_the_place_of_the_ministry() throws IOException {
        Dossier dossier = refused();
        Recourse one = appealed(dossier.id());

        assertThat(answer(caseworker, one, "rejet")).hasStatus(HttpStatus.NOT_FOUND);
        assertThatThrownBy(
                        () ->
                                revisions.draft(
                                        dossier.id(), new Rejection(one.id(), "Non."), caseworker))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void who_drafts_for_the_ministry_does_not_answer_what_the_office_has_to() throws IOException {
        Dossier dossier = refused();
        appealed(dossier.id());
        appeals.file(dossier.id(), "gracieux", "Revoyez ceci.", List.of(), employer);
        Recourse other =
                appeals.of(dossier.id()).stream()
                        .filter(one -> one.way().equals("gracieux"))
                        .findFirst()
                        .orElseThrow();

        assertThatThrownBy(
                        () ->
                                revisions.draft(
                                        dossier.id(), new Rejection(other.id(), "Non."), drafter))
                .isInstanceOf(IllegalMove.class);
    }

    private Dossier refused() throws IOException {
        Dossier draft = requests.filled(employer);
        drafts.attach(draft.id(), "contract", received(), employer);
        DossierId id = requests.deposit(dossiers.dossier(draft.id()), employer).id();
        decisions.assign(id, caseworker.id(), caseworker);
        decisions.certify(id, caseworker);
        decisions.begin(id, caseworker);
        decisions.prepare(
                id,
                dossiers.dossier(id).version(),
                new Decision.Refused(List.of("not-a-student-title"), "Le titre est « visiteur »."),
                caseworker);
        requests.sign(id, signatory);
        queue.runDue();
        return dossiers.dossier(id);
    }

    private DocumentId received() throws IOException {
        byte[] image = Images.png();
        return ((Reception.Received)
                        documents.store(
                                new ByteArrayInputStream(image),
                                "contrat.png",
                                image.length,
                                employer.actor()))
                .document()
                .id();
    }

    private Recourse appealed(DossierId id) {
        appeals.file(id, "hierarchique", "Le titre est bien celui-là.", List.of(), employer);
        queue.runDue();
        return appeals.of(id).getFirst();
    }

    private MvcTestResult answer(Account account, Recourse one, String way) {
        return mvc.post()
                .uri(at(one) + "/reponse")
                .with(SignedIn.as(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("sens", way)
                .param("fondement", "WITHDRAWN")
                .param("reason", "Le titre est ce qu’il est.")
                .exchange();
    }

    private MvcTestResult signed(Account account, DossierId id, Revision drafted) {
        return mvc.post()
                .uri(
                        "/signature/dossiers/%s/actes/%s/signature"
                                .formatted(dossiers.dossier(id).reference(), drafted.id()))
                .with(SignedIn.as(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("hashes", reviews.read(id, drafted.id(), account).hashes())
                .param("confirmed", "true")
                .exchange();
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

    private static String contract(Recourse one, Dossier dossier) {
        return at(one) + "/documents/" + dossier.attachments().documents().getFirst();
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
