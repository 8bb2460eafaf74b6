package fr.gouv.workinfrance.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Submission;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.mail.Mailbox.Received;
import fr.gouv.workinfrance.notification.Notice.Kind;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Who is told what, where, in which language and how often, through the front doors alone.
class NotificationTest extends Correspondence {

    @Autowired Drafts drafts;

    // ---- at the deposit

    @Test
    void each_party_gets_the_very_acknowledgment_at_once_and_in_its_own_language()
            throws Exception {
        DossierId id = deposited(true);

        String sealed = deed(id, IssuedDeed.Kind.ACKNOWLEDGMENT).sha256();
        Received french = only(employer.email());
        assertThat(french.subject())
                .isEqualTo("Demande %s : accusé de réception".formatted(reference(id)));
        assertThat(french.text())
                .contains("Le service chargé du dossier est : Préfecture de Paris")
                .contains("La demande a été reçue le 23 novembre 2026 à 10:00 (heure de Paris)")
                .contains("Il ne permet pas de travailler")
                .contains("elle sera réputée rejetée le 23 janvier 2027")
                .contains("Ouvrir la demande : http://localhost:", "/dossiers/" + reference(id))
                .contains("Aucun agent ne vous demandera votre code")
                .doesNotContain("le confirmer ou le contester");
        Received english = only(worker.email());
        assertThat(english.subject())
                .isEqualTo("Request %s: acknowledgment".formatted(reference(id)));
        assertThat(english.raw()).contains("Content-Language: en");
        assertThat(english.text())
                .contains("/en/dossiers/" + reference(id))
                .contains("you can confirm or contest it");
        for (Received letter : List.of(french, english)) {
            assertThat(letter.enclosures())
                    .singleElement()
                    .satisfies(
                            file -> {
                                assertThat(file.name())
                                        .isEqualTo("accuse-de-reception-%s.pdf", reference(id));
                                assertThat(file.mediaType()).isEqualTo("application/pdf");
                                assertThat(sha256(file)).isEqualTo(sealed);
                            });
        }
    }

    @Test
    void who_has_not_joined_is_told_at_the_address_that_was_typed_and_learns_no_name() {
        DossierId id = deposited(false);

        Received letter = only(typed);
        assertThat(letter.enclosures()).isEmpty();
        assertThat(letter.text())
                .contains(reference(id))
                .contains("comme celle de la personne à embaucher")
                .contains("Elle a été déposée par l’employeur")
                .contains("demandez à qui l’a déposée de vous y inviter")
                .contains("confirmer ce qui est dit en votre nom, ou le contester")
                .contains("Préfecture de Paris", OFFICE, "01 99 00 00 00")
                .contains("ce message n’ouvre aucun dossier");
        assertThat(letter.raw() + letter.subject() + letter.text() + letter.html())
                .as("nothing of what the request says, nor any way into it")
                .doesNotContain("/dossiers/", employer.email())
                .doesNotContainIgnoringCase("ndiaye", "awa", "boulangerie", "martin");
    }

    @Test
    void an_address_typed_wrong_opens_nobody_s_file() {
        DossierId id = deposited(false);
        Account stranger = accounts.create(typed, "fr");

        assertThat(dossiers.see(id, stranger)).isEmpty();
        assertThat(mvc.get().uri("/dossiers/" + reference(id)).with(SignedIn.as(stranger)))
                .hasStatus(404);
        notices.opened(id, IssuedDeed.Kind.ACKNOWLEDGMENT, stranger);
        assertThat(notices.of(id)).extracting(Notice::account).doesNotContain(stranger.id());
    }

    @Test
    void who_is_named_reads_the_language_of_his_account_if_the_address_has_one() {
        accounts.create(typed, "en");
        deposited(false);

        assertThat(only(typed).text()).contains("as that of the person to be hired");
    }

    @Test
    void an_employer_is_told_when_the_worker_files_in_his_name() {
        DossierId id =
                requests.fill(drafts.open(Requests.PROCEDURE, Part.WORKER, worker, "fr"), worker)
                        .id();
        requests.answer(
                id, worker, Known.EMPLOYER_EMAIL.field(), typed, "mandate_date", "20/11/2026");
        assertThat(dossiers.submit(id, worker, true)).isInstanceOf(Submission.Accepted.class);
        queue.runDue();

        assertThat(only(typed).text())
                .contains("comme celle de l’employeur")
                .contains("par la personne à embaucher, au nom de l’employeur")
                .contains("Si vous n’avez demandé à personne de faire cette demande");
        assertThat(only(worker.email()).enclosures())
                .as("who fills two parts gets one letter")
                .hasSize(1);
    }

    @Test
    void a_party_is_not_told_again_at_the_address_that_was_typed_for_it() {
        DossierId id = draft(true, Known.WORKER_EMAIL.field(), worker.email());
        dossiers.submit(id, employer, true);
        queue.runDue();

        assertThat(mailbox.to(worker.email())).hasSize(1);
        assertThat(kinds(id)).doesNotContain(Kind.NAMED);
    }

    @Test
    void whoever_types_his_own_address_for_the_worker_is_told_once() {
        DossierId id = draft(false, Known.WORKER_EMAIL.field(), employer.email());
        dossiers.submit(id, employer, true);
        queue.runDue();

        assertThat(only(employer.email()).enclosures()).hasSize(1);
        assertThat(kinds(id)).containsExactly(Kind.ACKNOWLEDGMENT);
    }

    // ---- later

    @Test
    void a_complete_file_is_told_with_the_words_that_it_gives_no_right_to_work() {
        DossierId id = deposited(true);
        decisions.certify(id, caseworker);
        queue.runDue();

        assertThat(last(employer.email()).text())
                .contains("Le service a constaté que le dossier est complet")
                .contains("ne donne aucun droit au travail")
                .contains("Vous n’avez rien d’autre à faire");
        assertThat(last(worker.email()).text()).contains("gives no right to work");
        assertThat(mailbox.to(typed)).as("nor is a typed address told").isEmpty();
    }

    @Test
    void a_decision_is_told_once_and_the_message_does_not_say_which() {
        DossierId granted = decided(granted());
        Received employerOfGranted = last(employer.email());
        Received workerOfGranted = last(worker.email());
        assertThat(deed(granted, IssuedDeed.Kind.AUTHORIZATION)).isNotNull();
        assertThat(about(granted, "une décision a été prise")).hasSize(1);
        assertThat(about(granted, "a decision has been made")).hasSize(1);
        assertThat(kinds(granted)).contains(Kind.DECISION, Kind.AUTHORIZATION);

        DossierId refused =
                decided(
                        new Decision.Refused(
                                List.of("not-a-student-title"), "Le titre est « visiteur »."));
        assertThat(withoutReference(last(employer.email()), refused))
                .isEqualTo(withoutReference(employerOfGranted, granted));
        assertThat(withoutReference(last(worker.email()), refused))
                .isEqualTo(withoutReference(workerOfGranted, granted));
        assertThat(employerOfGranted.text())
                .contains("Ce message ne dit pas laquelle", "/dossiers/" + reference(granted));
        assertThat(employerOfGranted.enclosures()).isEmpty();
    }

    @Test
    void a_decision_is_not_told_before_its_authorization_can_be_read() {
        DossierId id = deposited(true);
        decisions.assign(id, caseworker.id(), caseworker);
        decisions.certify(id, caseworker);
        decisions.begin(id, caseworker);
        prepare(id, granted());
        requests.sign(id, signatory);
        Actor house = Actor.system("test");
        decisions.deliver(
                id,
                new IssuedDeed(
                        IssuedDeed.Kind.DECISION,
                        new DocumentId(UUID.randomUUID()),
                        "hash",
                        clock.instant()),
                house);
        teller.tell(new Happening(id, Kind.DECISION, clock.instant()));
        assertThat(kinds(id)).doesNotContain(Kind.DECISION);

        queue.runDue();
        assertThat(kinds(id)).contains(Kind.DECISION, Kind.AUTHORIZATION);
        assertThat(about(id, "une décision a été prise")).hasSize(1);
    }

    @Test
    void who_never_joined_is_told_that_there_is_a_decision_and_whom_to_ask() {
        DossierId id = deposited(false);
        decide(id, granted());

        assertThat(mailbox.to(typed)).hasSize(2);
        assertThat(last(typed).text())
                .contains("Ce message ne dit pas laquelle")
                .contains("demandez-la à qui a déposé la demande")
                .doesNotContain("/dossiers/");
    }

    @Test
    void a_time_limit_that_passes_in_silence_is_told_with_what_it_means_and_the_articles() {
        DossierId id = deposited(true);
        clock.set(Instant.parse("2027-01-23T08:00:00Z"));
        dossiers.look(id);
        queue.runDue();
        dossiers.look(id);
        queue.runDue();

        var statement = dossiers.version(dossiers.dossier(id)).timeLimit().silenceStatement();
        assertThat(about(id, "le délai légal est passé")).hasSize(1);
        assertThat(last(employer.email()).text())
                .contains("est passé le 23 janvier 2027")
                .contains(statement.words().fr())
                .contains(statement.law().getFirst().article(), "L231-4 CRPA", "L232-4 CRPA")
                .contains("dit comment contester");
        assertThat(last(worker.email()).text()).contains(statement.words().en());
    }

    @Test
    void the_service_and_whoever_filed_are_told_that_the_worker_contests_once_a_day_at_most() {
        DossierId id = deposited(true);
        int before = mailbox.to(worker.email()).size();
        parties.contest(id, List.of(), "Je n’ai rien signé, dit <b>Awa</b>", worker);
        queue.runAfter(Duration.ofMinutes(1));
        parties.contest(id, List.of(), "Vraiment rien", worker);
        queue.runDue();

        assertThat(about(id, "conteste"))
                .extracting(Received::to)
                .containsExactlyInAnyOrder(employer.email(), OFFICE);
        assertThat(about(id, "conteste"))
                .allSatisfy(
                        letter ->
                                assertThat(letter.text() + letter.html())
                                        .doesNotContain("rien signé", "Awa"));
        assertThat(last(OFFICE).text()).contains("/instruction/dossiers/" + reference(id));
        assertThat(mailbox.to(worker.email())).hasSize(before);

        clock.advance(Duration.ofDays(1));
        parties.contest(id, List.of(), "Toujours rien", worker);
        queue.runDue();
        assertThat(about(id, "conteste")).hasSize(4);
    }

    @Test
    void a_worker_who_contests_a_draft_is_told_of_to_whoever_fills_it() {
        DossierId id = draft(true);
        parties.contest(id, List.of(), "Je ne connais pas cet employeur", worker);
        queue.runDue();

        assertThat(about(id, "conteste"))
                .extracting(Received::to)
                .containsExactly(employer.email());
    }

    @Test
    void a_request_taken_back_is_told_to_the_parties_and_to_the_service() {
        DossierId id = deposited(true);
        dossiers.withdraw(id, employer);
        queue.runDue();

        assertThat(about(id, "retirée"))
                .extracting(Received::to)
                .containsExactlyInAnyOrder(employer.email(), OFFICE);
        assertThat(last(employer.email()).text()).contains("Aucune décision ne sera prise");
        assertThat(last(worker.email()).subject()).endsWith(": withdrawn");
        assertThat(last(OFFICE).text()).contains("Il n’y a plus rien à instruire");
    }

    @Test
    void what_goes_on_inside_the_administration_is_told_to_nobody_outside() {
        DossierId id = deposited(true);
        decisions.assign(id, caseworker.id(), caseworker);
        decisions.certify(id, caseworker);
        queue.runDue();
        int before = about(id, "").size();

        decisions.begin(id, caseworker);
        prepare(id, granted());
        decisions.sendBack(id, "À revoir", signatory);
        prepare(id, granted());
        queue.runDue();

        assertThat(about(id, "")).hasSize(before);
    }
}
