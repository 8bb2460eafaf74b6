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
import fr.gouv.workinfrance.examination.revision.Revision.Paper;
import fr.gouv.workinfrance.examination.worklist.Filter;
import fr.gouv.workinfrance.examination.worklist.Worklist;
import fr.gouv.workinfrance.examination.worklist.Worklists;
import fr.gouv.workinfrance.notification.Notice;
import fr.gouv.workinfrance.notification.Notices;
import fr.gouv.workinfrance.permit.PermitStatus;
import fr.gouv.workinfrance.permit.Permits;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// The persons concerned are told and heard before an authorization is taken back.
@WifTest
class HearingsTest {

    private static final LocalDate BY = LocalDate.parse("2026-12-14");

    @Autowired Requests requests;
    @Autowired Revisions revisions;
    @Autowired Reviews reviews;
    @Autowired Hearings hearings;
    @Autowired Dossiers dossiers;
    @Autowired Documents documents;
    @Autowired Worklists worklists;
    @Autowired Permits permits;
    @Autowired Notices notices;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account worker;
    Account caseworker;
    Account signatory;
    Dossier decided;

    @BeforeEach
    void granted() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        worker = requests.someone("etudiante");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
        decided = requests.granted(employer, worker, caseworker, signatory);
        queue.runDue();
        decided = dossiers.dossier(decided.id());
        clock.advance(Duration.ofDays(3));
    }

    @Test
    void the_persons_concerned_are_told_and_once_all_have_answered_it_is_signed() {
        UUID id = drafted("illegal");
        assertThat(told()).contains(Notice.Kind.WITHDRAWAL_NOTICE);
        assertThat(text(id, Paper.NOTICE))
                .contains("Le contrat était faux.")
                .contains("14 décembre 2026")
                .contains("observations orales")
                .contains("L242-1")
                .doesNotContain("Voies et délais de recours");

        hearings.observe(decided.id(), id, "Le contrat est vrai.", List.of(), false, worker);
        assertThatThrownBy(
                        () ->
                                hearings.observe(
                                        decided.id(), id, "Encore.", List.of(), false, worker))
                .satisfies(illegal -> assertThat(why(illegal)).isEqualTo(Why.STALE));
        Reading early = reviews.read(decided.id(), id, signatory);
        assertThat(early.barred()).contains(Why.NOT_HEARD);
        assertThatThrownBy(() -> reviews.sign(decided.id(), id, early.hashes(), signatory))
                .satisfies(illegal -> assertThat(why(illegal)).isEqualTo(Why.NOT_HEARD));
        assertThat(toSign()).doesNotContain(decided.reference().value());

        hearings.observe(decided.id(), id, "", List.of(), false, employer);
        assertThat(toSign()).contains(decided.reference().value());
        sign(id);

        assertThat(permits.of(decided.id()).orElseThrow().status())
                .isInstanceOf(PermitStatus.Ended.class);
        queue.runDue();
        assertThat(text(id, Paper.ACT))
                .contains("Le contrat était faux.")
                .contains("est retirée")
                .contains("L’employeur a fait savoir")
                .contains("Le titulaire de l’autorisation a présenté des observations")
                .contains("Voies et délais de recours");
        assertThat(told()).contains(Notice.Kind.OBSERVED, Notice.Kind.PERMIT_WITHDRAWN);
    }

    @Test
    void without_an_answer_it_waits_for_the_last_day_to_pass() {
        UUID id = drafted("illegal");
        clock.set(BY.atTime(22, 30).toInstant(java.time.ZoneOffset.UTC));
        queue.runDue();
        assertThat(reviews.read(decided.id(), id, signatory).barred()).contains(Why.NOT_HEARD);

        clock.advance(Duration.ofHours(1));
        queue.runDue();
        assertThat(toSign()).contains(decided.reference().value());
        sign(id);
        assertThat(revisions.of(decided.id(), id).orElseThrow().state())
                .isEqualTo(Revision.State.SIGNED);
    }

    @Test
    void after_four_months_it_is_neither_drafted_nor_signed_unless_there_was_fraud() {
        UUID id = drafted("illegal");
        clock.set(java.time.Instant.parse("2027-03-24T09:00:00Z"));
        assertThat(reviews.read(decided.id(), id, signatory).barred()).contains(Why.TOO_LATE);
        revisions.abandon(decided.id(), id, "Trop tard.", caseworker);
        queue.runDue();
        assertThat(told()).contains(Notice.Kind.WITHDRAWAL_ABANDONED);

        assertThat(draft("illegal", LocalDate.parse("2027-04-30")))
                .isInstanceOfSatisfying(
                        Drafting.Faulty.class,
                        faulty -> assertThat(faulty.fields()).containsExactly("ground.late"));
        assertThat(draft("fraud", LocalDate.parse("2027-04-30")))
                .isInstanceOf(Drafting.Drafted.class);
    }

    @Test
    void who_asks_to_be_heard_is_before_anything_is_signed() {
        UUID id = drafted("fraud");
        hearings.observe(decided.id(), id, "", List.of(), true, worker);
        hearings.observe(decided.id(), id, "", List.of(), false, employer);
        assertThat(reviews.read(decided.id(), id, signatory).barred()).contains(Why.NOT_HEARD);

        hearings.tell(decided.id(), id, "Reçue le 4 décembre.", caseworker);
        assertThat(reviews.read(decided.id(), id, signatory).barred()).isEmpty();
        assertThat(toSign()).contains(decided.reference().value());
    }

    @Test
    void other_facts_are_others_to_answer() {
        UUID id = drafted("illegal");
        hearings.observe(decided.id(), id, "", List.of(), false, worker);
        hearings.observe(decided.id(), id, "", List.of(), false, employer);
        revisions.sendBack(decided.id(), id, "Les faits manquent.", signatory);

        UUID again = drafted("illegal");

        assertThat(again).isNotEqualTo(id);
        assertThat(revisions.of(decided.id(), id).orElseThrow().state())
                .isEqualTo(Revision.State.ABANDONED);
        assertThat(revisions.of(decided.id(), again).orElseThrow().hearing())
                .isEqualTo(Hearing.NONE);
    }

    private UUID drafted(String ground) {
        UUID id = ((Drafting.Drafted) draft(ground, BY)).revision().id();
        queue.runDue();
        return id;
    }

    private Drafting draft(String ground, LocalDate by) {
        return revisions.draft(
                decided.id(), new Withdrawal(ground, "Le contrat était faux.", by), caseworker);
    }

    private void sign(UUID id) {
        reviews.sign(
                decided.id(), id, reviews.read(decided.id(), id, signatory).hashes(), signatory);
    }

    private List<Notice.Kind> told() {
        return notices.of(decided.id()).stream().map(Notice::kind).toList();
    }

    private List<String> toSign() {
        return worklists
                .page(signatory, Filter.of(Worklist.View.TO_SIGN), null, 1000)
                .lines()
                .stream()
                .map(Worklist.Line::reference)
                .toList();
    }

    private String text(UUID id, Paper paper) {
        return PdfText.of(
                documents.read(
                        revisions
                                .of(decided.id(), id)
                                .orElseThrow()
                                .paper(paper)
                                .orElseThrow()
                                .document(),
                        signatory.actor(),
                        decided.id().subject()));
    }

    private static Why why(Throwable illegal) {
        return ((IllegalMove) illegal).why();
    }
}
