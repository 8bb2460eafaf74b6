package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.mail.Mailbox;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

/// An employer at a desk and a worker on a telephone: each fills, sees and confirms its own part.
/// Each page is looked at by axe.
@WifTest
class PartiesJourney {

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Requests requests;
    @Autowired Accounts accounts;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
    }

    @Test
    void the_worker_completes_and_confirms_his_part_on_a_phone_and_the_employer_deposits() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab desk = browser.tab(port, 1440);
                Tab phone = browser.tab(port, 375)) {
            Person employer = Person.someone(desk, "employeur", mailbox, queue);
            Person worker = Person.someone(phone, "etudiante", mailbox, queue);
            String request = begun(employer, worker.email());

            employer.open(request);
            employer.signIn();
            assertThat(employer.reads()).contains("Remplir : Le titre de séjour");
            joins(worker, invites(employer, worker.email()));

            assertThat(worker.reads())
                    .contains("Ce que vous avez à faire", "Remplir : Le titre de séjour");
            completes(worker);
            worker.open(request);
            worker.follow("text=Lire et confirmer ce qui est dit en mon nom");
            assertThat(worker.reads())
                    .contains("Boulangerie des Lices", "485,50", "7700000001")
                    .doesNotContain("camille.martin@exemple.fr");
            worker.follow("text=Je confirme ce qui est dit en mon nom");
            assertThat(worker.reads()).contains("A confirmé le");

            employer.open(request);
            assertThat(employer.reads()).contains("A confirmé le");
            employer.follow("text=Vérifier et déposer");
            assertThat(employer.reads())
                    .contains("Ndiaye", "camille.martin@exemple.fr", "Le reste n’est lu que")
                    .doesNotContain("7700000001", "allée des Tilleuls");
            employer.page().click("label[for=statement]");
            employer.follow("main form:has(#statement) button[type=submit]");
            queue.runDue();
            employer.open(request);
            assertThat(employer.reads()).contains("Demande déposée", "Accusé de réception");
        }
    }

    @Test
    void a_worker_who_denies_what_is_said_blocks_nothing_is_read_by_all_and_may_take_it_back() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab desk = browser.tab(port, 1024);
                Tab phone = browser.tab(port, 320)) {
            Person employer = Person.someone(desk, "employeur", mailbox, queue);
            Person worker = Person.someone(phone, "etudiante", mailbox, queue);
            Account filing = accounts.create(employer.email(), "fr");
            Dossier deposited = requests.deposited(filing);
            queue.runDue();
            String request = "/dossiers/" + deposited.reference();

            employer.open(request);
            employer.signIn();
            joins(worker, invites(employer, worker.email()));
            worker.follow("text=Je conteste ce qui est dit en mon nom");
            assertThat(worker.reads()).contains("ne bloque ni le dépôt ni l’examen");
            worker.follow("text=Envoyer la contestation");
            assertThat(worker.reads()).contains("Écrivez ce que vous contestez");
            worker.page().click("label[for=section-contract]");
            worker.page().fill("#reason", "Vingt heures par semaine, pas trente-cinq.");
            worker.follow("text=Envoyer la contestation");
            assertThat(worker.reads()).contains("Demande déposée", "Vingt heures");

            employer.open(request);
            assertThat(employer.reads())
                    .contains("Demande déposée", "A contesté le", "Le contrat", "Vingt heures");

            worker.follow("text=Je conteste ce qui est dit en mon nom");
            worker.follow("text=Retirer ma contestation");
            assertThat(worker.reads()).doesNotContain("Vingt heures");
        }
    }

    /// A draft that the employer has filled, but for what the worker alone knows.
    private String begun(Person employer, String worker) {
        Account filing = accounts.create(employer.email(), "fr");
        Dossier draft = requests.filled(filing);
        requests.answer(
                draft.id(), filing, "title_number", "", "school", "", "worker_email", worker);
        return "/dossiers/" + draft.reference();
    }

    /// The code, which the employer passes on by word of mouth.
    private static String invites(Person employer, String email) {
        employer.follow("text=Inviter la personne à embaucher");
        employer.page().fill("#email", email);
        employer.follow("main button[type=submit]");
        String code = employer.page().locator(".fr-callout__title").innerText();
        employer.follow("main a:has-text('Revenir')");
        assertThat(employer.reads()).contains("Valable jusqu’au", "Annuler l’invitation");
        return code;
    }

    private static void joins(Person worker, String code) {
        worker.open(worker.invited());
        worker.follow("text=Se connecter pour la rejoindre");
        worker.signIn();
        worker.page().fill("#code", code);
        worker.follow("main button[type=submit]");
    }

    private static void completes(Person worker) {
        worker.follow("main ol a:has-text('Le titre de séjour')");
        worker.page().fill("#title_number", "7700000001");
        worker.follow("main form button[type=submit]:has-text('Continuer')");
        worker.page().fill("#school", "Université de Rennes");
        worker.follow("main form button[type=submit]:has-text('Continuer')");
    }
}
