package fr.gouv.workinfrance.permit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.permit.PermitStatus.Line;
import fr.gouv.workinfrance.reference.PartialDate;
import fr.gouv.workinfrance.reference.Zone;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.UUID;

/// What someone who checks an authorization is told.
@WifTest
class PermitsTest {

    @Autowired Requests requests;
    @Autowired Permits permits;
    @Autowired Dossiers dossiers;
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
        signatory = requests.staff("signatory", Requests.PREFECTURE);
    }

    @Test
    void a_withdrawn_authorization_says_so_at_once() {
        DossierId id = signed();
        clock.advance(Duration.ofDays(1));
        permits.follow(id, Line.Kind.WITHDRAWN, "fraude", signatory.actor());

        assertThat(verify(number(id), "12/03/1999"))
                .isInstanceOfSatisfying(
                        Verification.Genuine.class,
                        genuine ->
                                assertThat(genuine.status())
                                        .isInstanceOfSatisfying(
                                                PermitStatus.Ended.class,
                                                ended ->
                                                        assertThat(ended.kind())
                                                                .isEqualTo(Line.Kind.WITHDRAWN)));
    }

    @Test
    void a_wrong_number_a_wrong_birth_date_and_a_code_that_never_was_are_the_same_answer() {
        String number = number(signed());

        assertThat(verify(number, "12/03/1999")).isInstanceOf(Verification.Genuine.class);
        assertThat(verify(number, "13/03/1999"))
                .isEqualTo(verify("AAAA-BBBB-CCCC", "12/03/1999"))
                .isEqualTo(permits.verify("abcdefghijklmnopqrstuvwxyz", "203.0.113.7"))
                .isInstanceOf(Verification.Unknown.class);
    }

    @Test
    void whoever_checks_one_is_told_where_it_holds() {
        assertThat(verify(number(signed()), "12/03/1999"))
                .isInstanceOfSatisfying(
                        Verification.Genuine.class,
                        genuine ->
                                assertThat(genuine.extract().zone()).isEqualTo(Zone.METROPOLITAN));
    }

    private DossierId signed() {
        DossierId id = requests.prepared(employer, caseworker).id();
        requests.sign(id, signatory);
        queue.runDue();
        return id;
    }

    private String number(DossierId id) {
        return dossiers.dossier(id).prepared().orElseThrow().number().value();
    }

    /// Asked from an address that has asked nothing yet.
    private Verification verify(String number, String birth) {
        return permits.verify(
                number, PartialDate.parse(birth).orElseThrow(), "address-" + UUID.randomUUID());
    }
}
