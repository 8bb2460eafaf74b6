package fr.gouv.workinfrance.examination.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.PdfText;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.examination.revision.Revision.Paper;
import fr.gouv.workinfrance.examination.revision.Revision.State;
import fr.gouv.workinfrance.examination.worklist.Filter;
import fr.gouv.workinfrance.examination.worklist.Worklist;
import fr.gouv.workinfrance.examination.worklist.Worklists;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.permit.Permits;
import fr.gouv.workinfrance.permit.Terms;
import fr.gouv.workinfrance.permit.Verification;
import fr.gouv.workinfrance.reference.PartialDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// An act about a decision: drafted by one, signed by another who saw it, and given to the parties.
@WifTest
class RevisionsTest {

    @Autowired Requests requests;
    @Autowired Revisions revisions;
    @Autowired Reviews reviews;
    @Autowired Dossiers dossiers;
    @Autowired Documents documents;
    @Autowired Worklists worklists;
    @Autowired Permits permits;
    @Autowired Grants grants;
    @Autowired Journal journal;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    Account signatory;
    Dossier decided;

    @BeforeEach
    void granted() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
        decided = requests.prepared(employer, caseworker);
        requests.sign(decided.id(), signatory);
        queue.runDue();
        decided = dossiers.dossier(decided.id());
        clock.advance(Duration.ofDays(3));
    }

    @Test
    void a_rectification_is_signed_by_another_sealed_given_and_told_to_whoever_checks() {
        UUID id = drafted(mending("2028-06-30"));

        assertThat(toSign()).contains(decided.reference().value());
        Reading reading = reviews.read(decided.id(), id, signatory);
        assertThat(reading.barred()).isEmpty();
        assertThat(reading.pages())
                .extracting(Reading.Page::paper)
                .containsExactly(Paper.ACT, Paper.AUTHORIZATION);
        reviews.sign(decided.id(), id, reading.hashes(), signatory);
        assertThat(toSign()).doesNotContain(decided.reference().value());

        queue.runDue();
        Revision given = revisions.of(decided.id(), id).orElseThrow();
        assertThat(given.isGiven()).isTrue();
        assertThat(text(given, Paper.ACT))
                .contains("Rectification d’une erreur matérielle")
                .contains("30 juin 2028")
                .contains("31 août 2028")
                .contains("Le mois avait été mal recopié.")
                .contains("Voies et délais de recours")
                .contains("Pour le préfet et par délégation");
        assertThat(text(given, Paper.AUTHORIZATION))
                .contains("Autorisation rectifiée le")
                .contains(decided.prepared().orElseThrow().number().value())
                .contains("30 juin 2028")
                .doesNotContain("31 août 2028");
        assertThat(checked("12/03/1999"))
                .isInstanceOfSatisfying(
                        Verification.Genuine.class,
                        genuine -> {
                            assertThat(genuine.extract().until()).isEqualTo("2028-06-30");
                            assertThat(genuine.extract().rectified()).isEqualTo(clock.instant());
                        });
        assertThat(journal.of(decided.id().subject()))
                .extracting(Entry::act)
                .contains("DRAFT_RECTIFICATION", "SIGN_RECTIFICATION", "DELIVER");
    }

    @Test
    void a_misprinted_date_of_birth_is_mended_and_becomes_the_one_to_check_it_by() {
        Terms before = revisions.terms(decided).orElseThrow();
        UUID id =
                drafted(
                        new Rectification(
                                before,
                                new Terms(
                                        before.holder(),
                                        "1999-12-03",
                                        before.employer(),
                                        before.job(),
                                        before.hours(),
                                        before.from(),
                                        before.until()),
                                false,
                                "Le jour et le mois étaient inversés."));
        reviews.sign(
                decided.id(), id, reviews.read(decided.id(), id, signatory).hashes(), signatory);
        queue.runDue();

        Revision given = revisions.of(decided.id(), id).orElseThrow();
        assertThat(text(given, Paper.ACT)).contains("3 décembre 1999", "12 mars 1999");
        assertThat(text(given, Paper.AUTHORIZATION))
                .contains("3 décembre 1999")
                .doesNotContain("12 mars 1999");
        assertThat(checked("03/12/1999")).isInstanceOf(Verification.Genuine.class);
        assertThat(checked("12/03/1999")).isInstanceOf(Verification.Unknown.class);
        assertThat(revisions.terms(decided).orElseThrow().birth()).isEqualTo("1999-12-03");
    }

    @Test
    void what_is_mended_keeps_the_limits_of_the_day_of_the_decision() {
        assertThat(revisions.draft(decided.id(), mending("2028-09-30"), caseworker))
                .isInstanceOfSatisfying(
                        Drafting.Faulty.class,
                        faulty ->
                                assertThat(faulty.gaps())
                                        .extracting(gap -> gap.id())
                                        .contains("not_beyond_the_contract"));
        assertThat(revisions.of(decided.id())).isEmpty();
    }

    @Test
    void who_drafts_an_act_does_not_sign_it_nor_who_has_no_delegation() {
        UUID id = drafted(mending("2028-06-30"));
        grants.give(
                caseworker.id(),
                "signatory",
                Requests.PREFECTURE,
                clock.instant(),
                null,
                Actor.system("test"));

        Reading own = reviews.read(decided.id(), id, caseworker);
        assertThat(own.barred()).contains(Why.SAME_PERSON);
        assertThatThrownBy(() -> reviews.sign(decided.id(), id, own.hashes(), caseworker))
                .satisfies(illegal -> assertThat(why(illegal)).isEqualTo(Why.SAME_PERSON));
        assertThatThrownBy(() -> reviews.sign(decided.id(), id, "other", signatory))
                .satisfies(illegal -> assertThat(why(illegal)).isEqualTo(Why.OTHER_HASH));
        assertThatThrownBy(() -> revisions.draft(decided.id(), mending("2028-05-31"), employer))
                .satisfies(illegal -> assertThat(why(illegal)).isEqualTo(Why.NOT_ALLOWED));
    }

    @Test
    void one_that_was_sent_back_is_drafted_again_and_read_anew() {
        UUID id = drafted(mending("2028-06-30"));
        String before = reviews.read(decided.id(), id, signatory).hashes();
        assertThatThrownBy(() -> drafted(mending("2028-05-31")))
                .as("one waits already")
                .isInstanceOf(IllegalMove.class);

        revisions.sendBack(decided.id(), id, "Le mois est mai.", signatory);
        assertThat(toSign()).doesNotContain(decided.reference().value());
        clock.advance(Duration.ofMinutes(5));
        assertThat(drafted(mending("2028-05-31"))).isEqualTo(id);

        assertThat(reviews.read(decided.id(), id, signatory).hashes()).isNotEqualTo(before);
        assertThatThrownBy(() -> reviews.sign(decided.id(), id, before, signatory))
                .satisfies(illegal -> assertThat(why(illegal)).isEqualTo(Why.OTHER_HASH));
    }

    @Test
    void one_that_is_abandoned_is_not_signed_and_leaves_room_for_another() {
        UUID id = drafted(mending("2028-06-30"));
        String hashes = reviews.read(decided.id(), id, signatory).hashes();

        revisions.abandon(decided.id(), id, "La date était bonne.", caseworker);

        assertThat(revisions.of(decided.id(), id).orElseThrow().state()).isEqualTo(State.ABANDONED);
        assertThatThrownBy(() -> reviews.sign(decided.id(), id, hashes, signatory))
                .satisfies(illegal -> assertThat(why(illegal)).isEqualTo(Why.STALE));
        assertThat(drafted(mending("2028-05-31"))).isNotEqualTo(id);
    }

    private UUID drafted(Matter matter) {
        Drafting drafting = revisions.draft(decided.id(), matter, caseworker);
        return ((Drafting.Drafted) drafting).revision().id();
    }

    private Rectification mending(String until) {
        Terms before = revisions.terms(decided).orElseThrow();
        return new Rectification(
                before,
                new Terms(
                        before.holder(),
                        before.birth(),
                        before.employer(),
                        before.job(),
                        before.hours(),
                        before.from(),
                        LocalDate.parse(until)),
                false,
                "Le mois avait été mal recopié.");
    }

    private List<String> toSign() {
        return worklists
                .page(signatory, Filter.of(Worklist.View.TO_SIGN), null, 1000)
                .lines()
                .stream()
                .map(Worklist.Line::reference)
                .toList();
    }

    private String text(Revision given, Paper paper) {
        return PdfText.of(
                documents.read(
                        given.paper(paper).orElseThrow().document(),
                        signatory.actor(),
                        decided.id().subject()));
    }

    private Verification checked(String birth) {
        return permits.verify(
                decided.prepared().orElseThrow().number().value(),
                PartialDate.parse(birth).orElseThrow(),
                "address-" + UUID.randomUUID());
    }

    private static Why why(Throwable illegal) {
        return ((IllegalMove) illegal).why();
    }
}
