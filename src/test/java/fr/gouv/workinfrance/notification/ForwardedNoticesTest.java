package fr.gouv.workinfrance.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Referrals;
import fr.gouv.workinfrance.mail.Mailbox.Received;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;

/// Who is told that a request was forwarded to the office that is competent.
class ForwardedNoticesTest extends Correspondence {

    private static final String REASON = "L’établissement est à Saint-Denis.";

    @Autowired Referrals referrals;

    @Test
    void the_parties_are_told_in_their_language_which_office_has_it_now_and_not_why() {
        DossierId id = deposited(true);
        forward(id);

        Received french = last(employer.email());
        assertThat(french.subject()).contains("transmise au service compétent", reference(id));
        assertThat(french.text())
                .contains("Préfecture de la Seine-Saint-Denis", "Bobigny", "23 janvier 2027")
                .doesNotContain(REASON);
        assertThat(last(worker.email()).subject()).contains("forwarded to the competent service");
    }

    @Test
    void the_office_that_has_it_now_is_told_too() {
        DossierId id = deposited(true);
        forward(id);

        assertThat(mailbox.to("main-d-oeuvre-etrangere@prefecture-93.example"))
                .filteredOn(letter -> letter.subject().contains(reference(id)))
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter.text())
                                        .contains("/instruction/dossiers/" + reference(id)));
    }

    private void forward(DossierId id) {
        clock.advance(Duration.ofMinutes(5));
        referrals.forward(id, "prefecture-93", REASON, caseworker);
        queue.runDue();
    }
}
