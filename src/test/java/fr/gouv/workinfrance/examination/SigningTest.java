package fr.gouv.workinfrance.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.dossier.Preparation;
import fr.gouv.workinfrance.journal.Actor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.LocalDate;

/// Who prepares a decision, what he may put in it, and who signs which documents.
@WifTest
class SigningTest {

    @Autowired Requests requests;
    @Autowired Examinations examinations;
    @Autowired Decisions decisions;
    @Autowired Dossiers dossiers;
    @Autowired Grants grants;
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
