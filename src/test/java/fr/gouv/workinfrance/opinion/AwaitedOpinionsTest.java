package fr.gouv.workinfrance.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.opinion.Opinion.Verdict;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;

/// A compulsory opinion is waited for where a request is decided, by whatever way one comes.
@WifTest
class AwaitedOpinionsTest {

    private static final Decision REFUSED =
            new Decision.Refused(List.of("artist-pay"), "Le cachet est sous le minimum.");

    @Autowired Requests requests;
    @Autowired Decisions decisions;
    @Autowired Dossiers dossiers;
    @Autowired Opinions opinions;
    @Autowired Inboxes inboxes;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    private Account caseworker;
    private Account signatory;
    private DossierId id;

    @BeforeEach
    void inExamination() {
        clock.set(SettableClock.START);
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
        Account employer = requests.someone("employeur");
        id = requests.deposit(requests.artistAbroad(employer), employer).id();
        decisions.assign(id, caseworker.id(), caseworker);
        decisions.certify(id, caseworker);
        decisions.begin(id, caseworker);
    }

    @Test
    void neither_a_grant_nor_a_refusal_is_prepared_before_a_compulsory_opinion_has_come() {
        queue.runDue();

        assertAwaited(() -> prepare(Requests.violinist()));
        assertAwaited(() -> prepare(REFUSED));
        assertThat(stage()).isEqualTo(Stage.Name.IN_EXAMINATION);

        answer();
        prepare(Requests.violinist());
        assertThat(stage()).isEqualTo(Stage.Name.AWAITING_SIGNATURE);
    }

    @Test
    void what_was_prepared_before_the_opinion_was_asked_is_not_signed_before_it_has_come() {
        prepare(Requests.violinist());
        queue.runDue();

        assertAwaited(this::sign);
        assertThat(stage()).isEqualTo(Stage.Name.AWAITING_SIGNATURE);

        answer();
        sign();
        assertThat(stage()).isEqualTo(Stage.Name.DECIDED);
    }

    private static void assertAwaited(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        IllegalMove.class,
                        refused -> assertThat(refused.why()).isEqualTo(Why.OPINION_AWAITED));
    }

    private void prepare(Decision decision) {
        decisions.prepare(id, dossiers.dossier(id).version(), decision, caseworker);
    }

    private void sign() {
        requests.sign(id, signatory);
    }

    private void answer() {
        Consultation asked = opinions.of(id).getFirst();
        inboxes.answer(
                asked.id(),
                new Reply(
                        Verdict.FAVOURABLE,
                        "",
                        Map.of("licence", "valid", "professional", "oui"),
                        List.of()),
                requests.staff("member", new Scope("office", asked.office())));
    }

    private Stage.Name stage() {
        return dossiers.dossier(id).stage().name();
    }
}
