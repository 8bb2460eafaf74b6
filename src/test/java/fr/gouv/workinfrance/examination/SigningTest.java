package fr.gouv.workinfrance.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.PdfText;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.dossier.Preparation;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.office.Delegation;
import fr.gouv.workinfrance.office.Delegations;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/// Who prepares a decision, what he may put in it, and who signs which documents.
@WifTest
class SigningTest {

    @Autowired Requests requests;
    @Autowired Examinations examinations;
    @Autowired Decisions decisions;
    @Autowired Dossiers dossiers;
    @Autowired Grants grants;
    @Autowired Delegations delegations;
    @Autowired Documents documents;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    Account signatory;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
    }

    @Test
    void a_decision_beyond_the_contract_is_not_prepared() {
        DossierId id = requests.inExamination(employer, caseworker).id();
        long version = dossiers.dossier(id).version();
        Decision beyond =
                Requests.granted(LocalDate.parse("2027-09-01"), LocalDate.parse("2028-09-30"));

        assertThat(decisions.prepare(id, version, beyond, caseworker))
                .isInstanceOfSatisfying(
                        Preparation.Faulty.class,
                        faulty ->
                                assertThat(faulty.gaps())
                                        .extracting(gap -> gap.id())
                                        .contains("not_beyond_the_contract"));
    }

    @Test
    void who_prepares_a_decision_does_not_sign_it() {
        DossierId id = requests.prepared(employer, caseworker).id();
        grants.give(
                caseworker.id(),
                "signatory",
                new Scope("office", "prefecture-75"),
                clock.instant(),
                null,
                Actor.system("test"));
        Review review = examinations.review(id, caseworker);

        assertThatThrownBy(() -> examinations.sign(id, review.hashes(), caseworker))
                .isInstanceOfSatisfying(
                        IllegalMove.class,
                        illegal ->
                                assertThat(illegal.why()).isEqualTo(IllegalMove.Why.SAME_PERSON));
    }

    @Test
    void who_has_no_delegation_that_day_for_that_decision_does_not_sign() {
        DossierId id = requests.prepared(employer, caseworker).id();
        Account other = requests.staff("signatory", Requests.PREFECTURE);
        Delegation whole =
                delegations.of("prefecture-75").stream()
                        .filter(one -> one.account().equals(other.id()))
                        .findFirst()
                        .orElseThrow();
        LocalDate today = LocalDate.parse("2026-11-23");
        delegations.end(whole, today.minusDays(1), other.actor());

        Review review = examinations.review(id, other);
        assertThat(review.barred()).contains(IllegalMove.Why.NO_DELEGATION);
        assertThatThrownBy(() -> examinations.sign(id, review.hashes(), other))
                .isInstanceOfSatisfying(
                        IllegalMove.class,
                        illegal ->
                                assertThat(illegal.why()).isEqualTo(IllegalMove.Why.NO_DELEGATION));
        give(other, Delegation.Kind.REFUSE, Set.of(), today);
        give(other, Delegation.Kind.GRANT, Set.of("etudiant-emploi"), today);
        give(other, Delegation.Kind.GRANT, Set.of(), today.plusDays(1));
        assertThat(examinations.review(id, other).barred()).isPresent();

        give(other, Delegation.Kind.GRANT, Set.of(Requests.PROCEDURE), today);
        Review allowed = examinations.review(id, other);
        assertThat(allowed.barred()).isEmpty();
        assertThat(allowed.hashes()).as("the documents bear it").isNotEqualTo(review.hashes());
        assertThat(
                        PdfText.of(
                                documents.read(
                                        allowed.pages().getFirst().document(),
                                        other.actor(),
                                        id.subject())))
                .contains("Pour le préfet et par délégation")
                .contains("Arrêté n° 75-2026-00001");
        examinations.sign(id, allowed.hashes(), other);
        assertThat(dossiers.dossier(id).stage()).isInstanceOf(Stage.Decided.class);
    }

    private void give(Account to, Delegation.Kind kind, Set<String> procedures, LocalDate first) {
        delegations.give(
                new Delegation(
                        UUID.randomUUID(),
                        "prefecture-75",
                        to.id(),
                        false,
                        Set.of(kind),
                        procedures,
                        "75-2026-00001",
                        first.minusDays(2),
                        "75-2026-002",
                        first.minusDays(1),
                        first,
                        null),
                Actor.system("test"));
    }

    @Test
    void what_is_signed_is_what_was_shown_that_day() {
        DossierId id = requests.prepared(employer, caseworker).id();
        String hashes = examinations.review(id, signatory).hashes();

        assertThatThrownBy(() -> examinations.sign(id, hashes.replace('a', 'b'), signatory))
                .isInstanceOf(IllegalMove.class);
        clock.advance(Duration.ofDays(1));
        assertThatThrownBy(() -> examinations.sign(id, hashes, signatory))
                .as("another day, the documents bear another date")
                .isInstanceOf(IllegalMove.class);
    }
}
