package fr.gouv.workinfrance.site;

import static fr.gouv.workinfrance.site.DossierVisit.body;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Invitation;
import fr.gouv.workinfrance.access.Issued;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Parties;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Everyone sees who takes part, where each invitation stands, and who is expected to do what.
@WifTest
class PartyPagesTest {

    private static final Pattern LINK = Pattern.compile("/invitation/(\\S+)");

    @Autowired MockMvcTester mvc;
    @Autowired JavaMailSender sender;
    @Autowired Requests requests;
    @Autowired Parties parties;
    @Autowired Dossiers dossiers;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    final String invited = "invitee-" + UUID.randomUUID() + "@exemple.fr";

    Account employer;
    Account worker;
    Dossier draft;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        worker = requests.someone("etudiante");
        draft = requests.filled(employer);
    }

    @Test
    void an_invitation_shows_since_when_until_when_and_what_can_be_done_about_it() {
        assertThat(page(employer))
                .contains("Inviter la personne à embaucher")
                .doesNotContain(invited);
        post(employer, "/invitations", "part", "WORKER", "email", invited);

        assertThat(page(employer))
                .contains("Invitation envoyée le 23 novembre 2026", invited)
                .contains("Valable jusqu’au 7 décembre 2026")
                .contains("Envoyer de nouveau", "Corriger l’adresse", "Annuler l’invitation");
        assertThat(body(get(employer, "/invitations?part=WORKER")))
                .as("the address to correct")
                .contains("value=\"" + invited + "\"");

        clock.advance(Duration.ofDays(15));
        assertThat(page(employer))
                .contains("Elle a expiré le 7 décembre 2026", "Envoyer de nouveau")
                .doesNotContain("Annuler l’invitation");
    }

    @Test
    void a_reminder_that_was_sent_is_told() {
        post(employer, "/invitations", "part", "WORKER", "email", invited);
        clock.advance(Duration.ofDays(4));
        queue.start("access-invitations");
        assertThat(page(employer)).contains("Un rappel a été envoyé");
    }

    @Test
    void an_invitation_is_sent_again_with_a_code_shown_once_and_can_be_cancelled() {
        post(employer, "/invitations", "part", "WORKER", "email", invited);
        MvcTestResult again = post(employer, "/invitations/" + last().id() + "/renvoi");
        assertThat(again).hasStatusOk();
        assertThat(body(again)).contains(invited).containsPattern("[A-Z2-9]{4}-[A-Z2-9]{4}");

        assertThat(post(employer, "/invitations/" + last().id() + "/annulation"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(page(employer)).contains("Elle a été annulée");
    }

    @Test
    void one_address_is_not_pestered() {
        for (int i = 0; i < 5; i++) {
            assertThat(post(employer, "/invitations", "part", "WORKER", "email", invited))
                    .hasStatusOk();
        }
        assertThat(post(employer, "/invitations", "part", "WORKER", "email", invited))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(post(employer, "/invitations/" + last().id() + "/renvoi"))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void each_reads_what_is_expected_of_all_without_what_the_others_keep() {
        requests.join(draft.id(), Part.WORKER, worker);
        requests.answer(draft.id(), worker, "title_number", "", "school", "");
        requests.answer(draft.id(), employer, "job_title", "");

        assertThat(page(employer))
                .contains("Remplir : Le contrat")
                .contains("Remplir : Le titre de séjour", "Remplir : Les études")
                .contains("Confirmer ce qui est dit en son nom")
                .contains("La demande peut être déposée même sans cette confirmation")
                .contains("Remplacer cette personne")
                .doesNotContain("Quitter la demande", "9912345678");
        assertThat(page(worker))
                .contains("Lire et confirmer ce qui est dit en mon nom")
                .contains("Quitter la demande")
                .doesNotContain("Remplacer cette personne");
    }

    @Test
    void who_joined_with_another_address_is_known_by_the_one_that_was_invited() {
        try (Mailbox mailbox = Mailbox.open(sender)) {
            Issued issued = parties.invite(draft.id(), Part.WORKER, invited, employer, "fr");
            queue.runDue();
            Matcher link = LINK.matcher(mailbox.to(invited).getLast().text());
            assertThat(link.find()).isTrue();
            parties.accept(link.group(1), issued.code(), worker);
        }

        assertThat(page(employer)).contains(invited).doesNotContain(worker.email());
    }

    @Test
    void going_and_replacing_are_asked_before_they_are_done() {
        requests.join(draft.id(), Part.WORKER, worker);
        assertThat(body(get(employer, "/parties/WORKER/remplacement")))
                .contains("vous ne pourrez pas le lire");
        assertThat(get(employer, "/parties/EMPLOYER/remplacement")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(body(get(worker, "/depart"))).contains("personne d’autre ne pourra les lire");
        assertThat(get(employer, "/depart")).hasStatus(HttpStatus.NOT_FOUND);

        assertThat(post(employer, "/parties/WORKER/remplacement"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .headers()
                .hasValue(
                        "Location", "/dossiers/" + draft.reference() + "/invitations?part=WORKER");
        assertThat(get(worker, "")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void what_is_denied_and_where_is_read_by_all_parties_and_by_the_office() {
        requests.join(draft.id(), Part.WORKER, worker);
        requests.deposit(dossiers.dossier(draft.id()), employer);
        assertThat(body(get(worker, "/contestation")))
                .contains("ne bloque ni le dépôt ni l’examen", "value=\"contract\"");
        assertThat(body(post(worker, "/contestation", "reason", " ", "sections", "contract")))
                .contains("Écrivez ce que vous contestez")
                .containsPattern("value=\"contract\"\\s+checked");
        post(
                worker,
                "/contestation",
                "reason",
                "<b>Vingt</b> heures, pas 35",
                "sections",
                "contract");

        Account caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        String desk =
                body(
                        mvc.get()
                                .uri("/instruction/dossiers/" + draft.reference())
                                .with(SignedIn.as(caseworker))
                                .exchange());
        for (String page : List.of(page(employer), page(worker), desk)) {
            assertThat(page)
                    .contains("A contesté le", "Le contrat", "Vingt", "heures, pas 35")
                    .doesNotContain("<b>Vingt");
        }
        assertThat(body(get(worker, "/contestation"))).contains("Retirer ma contestation");
        assertThat(post(worker, "/contestation/retrait")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(page(employer)).doesNotContain("heures, pas 35");
    }

    private Invitation last() {
        return parties.invited(draft.id()).get(Part.WORKER);
    }

    private String page(Account account) {
        return body(get(account, ""));
    }

    private MvcTestResult get(Account account, String page) {
        return new DossierVisit(mvc, draft.reference()).get(account, page);
    }

    private MvcTestResult post(Account account, String page, String... form) {
        return new DossierVisit(mvc, draft.reference()).post(account, page, form);
    }
}
