package fr.gouv.workinfrance.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.mail.Mailbox.Received;
import fr.gouv.workinfrance.notification.Notice.Kind;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// Those who come late, go, or never answer: who is told.
class PartyNoticesTest extends Correspondence {

    @Test
    void who_comes_after_the_deposit_is_told_what_there_is_and_what_is_expected_of_him() {
        DossierId id = deposited(false);
        clock.advance(Duration.ofDays(2));
        requests.join(id, Part.WORKER, worker);
        queue.runDue();

        Received letter = only(worker.email());
        assertThat(letter.subject()).contains("you now take part in it");
        assertThat(letter.text())
                .contains("Acknowledgment", "confirm or contest it", "takes its course")
                .contains("/en/dossiers/" + reference(id));
        assertThat(letter.enclosures()).isEmpty();
        assertThat(notices.of(id))
                .filteredOn(notice -> worker.id().equals(notice.account()))
                .extracting(Notice::kind)
                .contains(Kind.JOINED, Kind.ACKNOWLEDGMENT);
        assertThat(notices.of(id))
                .filteredOn(notice -> worker.id().equals(notice.account()))
                .allSatisfy(notice -> assertThat(notice.availableAt()).isEqualTo(clock.instant()));
    }

    @Test
    void who_comes_after_the_decision_does_not_learn_from_a_letter_what_was_decided() {
        DossierId granted = deposited(false);
        decide(granted, granted());
        clock.advance(Duration.ofDays(2));
        requests.join(granted, Part.WORKER, worker);
        queue.runDue();

        assertThat(deed(granted, IssuedDeed.Kind.AUTHORIZATION)).isNotNull();
        assertThat(last(worker.email()).text())
                .contains("Decision")
                .doesNotContainIgnoringCase("authorization ready", "Work authorization\n");
    }

    @Test
    void who_comes_while_it_is_a_draft_gets_no_letter_for_the_page_tells_him() {
        draft(true);
        queue.runDue();
        assertThat(mailbox.to(worker.email())).isEmpty();
    }

    @Test
    void the_inviter_is_told_that_nobody_answered_in_time() {
        DossierId id = draft(false);
        parties.invite(id, Part.WORKER, typed, employer, "fr");
        queue.start("access-invitations");
        for (int day = 0; day < 15; day++) {
            queue.runAfter(Duration.ofDays(1));
        }

        assertThat(mailbox.to(typed)).as("the invitation and two reminders").hasSize(3);
        Received told = only(employer.email());
        assertThat(told.subject()).contains("votre invitation est restée sans réponse");
        assertThat(told.text())
                .contains("la personne à embaucher", "l’envoyer de nouveau", "/dossiers/")
                .doesNotContain(typed);
    }

    @Test
    void who_is_replaced_is_told_so_and_is_given_no_way_in() {
        DossierId id = draft(true);
        parties.replace(id, Part.WORKER, employer);
        queue.runDue();

        assertThat(only(worker.email()).text())
                .contains("chose to invite somebody else", "nobody else can read it")
                .doesNotContain("/dossiers/");
        assertThat(mailbox.to(employer.email())).isEmpty();
    }

    @Test
    void two_who_are_replaced_on_the_same_day_are_both_told() {
        DossierId id = draft(true);
        parties.replace(id, Part.WORKER, employer);
        clock.advance(Duration.ofMinutes(5));
        Account second = requests.someone("autre");
        requests.join(id, Part.WORKER, second);
        parties.replace(id, Part.WORKER, employer);
        queue.runDue();

        assertThat(only(worker.email()).subject()).contains("you no longer take part");
        assertThat(only(second.email()).subject()).contains("vous n’y participez plus");
    }

    @Test
    void whoever_files_is_told_that_a_party_has_left() {
        DossierId id = draft(true);
        parties.leave(id, worker);
        queue.runDue();

        assertThat(only(employer.email()).text())
                .contains("la personne à embaucher a quitté la demande")
                .contains("inviter quelqu’un d’autre");
        assertThat(mailbox.to(worker.email())).isEmpty();
    }

    @Test
    void all_other_parties_and_the_service_are_told_of_a_denial_and_that_it_was_taken_back() {
        DossierId id = deposited(true);
        Account holder = requests.someone("mandataire");
        requests.join(id, Part.MANDATE_HOLDER, holder);
        parties.contest(id, List.of("contract"), "Pas ces heures", worker);
        queue.runDue();
        parties.retract(id, worker);
        queue.runDue();

        for (String address : List.of(employer.email(), holder.email(), OFFICE)) {
            assertThat(about(id, "ne conteste plus")).extracting(Received::to).contains(address);
            assertThat(about(id, "embaucher conteste")).extracting(Received::to).contains(address);
        }
        assertThat(about(id, "conteste")).extracting(Received::to).doesNotContain(worker.email());
    }

    @Test
    void a_worker_who_has_not_confirmed_is_told_of_the_deposit_and_that_he_may_contest() {
        DossierId id = deposited(true);

        assertThat(only(worker.email()).text())
                .contains(reference(id), "you can confirm or contest it");
    }
}
