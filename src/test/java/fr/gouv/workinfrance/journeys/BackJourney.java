package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;

import fr.gouv.workinfrance.PdfText;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.mail.Mailbox;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Leaving and coming back: a draft that nearly ends, a next hire, another address, and a counter.
@WifTest
class BackJourney {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Requests requests;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
    }

    @Test
    void a_draft_near_its_end_is_saved_by_a_change_and_begins_the_next_hire() {
        // in the spring of 2025: no draft of another test is as old
        clock.set(Instant.parse("2025-03-10T09:00:00Z"));
        Account account = requests.someone("employeur");
        Dossier draft = requests.filled(account);
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab phone = browser.tab(port, 320)) {
            Person employer = new Person(phone, account.email(), mailbox, queue);
            clock.set(Instant.parse("2025-05-28T09:00:00Z"));
            employer.open("/connexion?retour=/dossiers/" + draft.reference());
            employer.signIn();
            assertThat(employer.reads()).contains("Ce brouillon sera effacé après le 10 juin 2025");

            employer.open("/dossiers/" + draft.reference() + "/formulaire/contract");
            employer.page().fill("#job_title", "Boulangère");
            employer.follow("main form button[type=submit]");
            employer.open("/dossiers/" + draft.reference());
            assertThat(employer.reads())
                    .doesNotContain("sera effacé")
                    .contains("Brouillon gardé jusqu’au 28 août 2025");

            employer.follow("text=Refaire pour une autre embauche");
            employer.follow("text=Commencer la nouvelle demande");
            assertThat(employer.reads())
                    .contains("Commencée avec les réponses de la demande " + draft.reference());
            employer.open(path(employer) + "/formulaire/contract");
            assertThat(employer.page().inputValue("#job_title")).isEqualTo("Boulangère");
            assertThat(employer.page().inputValue("#contract_start")).isEmpty();

            employer.open("/dossiers/" + draft.reference());
            employer.follow("text=Supprimer le brouillon");
            employer.follow("text=Supprimer définitivement");
            assertThat(employer.reads()).contains("Le brouillon a été supprimé");
        }
    }

    @Test
    void a_second_request_begins_with_what_is_known_and_shows_it_as_such() {
        Account account = requests.someone("employeur");
        Dossier first = requests.deposited(account);
        String mark = "Repris de la demande " + first.reference() + " du 23 novembre 2026";
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab phone = browser.tab(port, 320)) {
            Person employer = new Person(phone, account.email(), mailbox, queue);
            // the letters of the deposit come before the code
            queue.runDue();
            employer.open("/connexion?retour=/demarches/" + Requests.PROCEDURE);
            employer.signIn();
            employer.follow("text=Commencer, comme employeur");
            assertThat(employer.reads()).contains("PRÉREMPLI, À VÉRIFIER", "À REMPLIR");
            String draft = path(employer);

            employer.open(draft + "/formulaire/employer");
            assertThat(employer.reads()).contains(mark);
            assertThat(employer.page().inputValue("#employer_siret"))
                    .isEqualTo("732 829 320 00074");
            assertThat(employer.page().locator("#employer_name-messages").innerText())
                    .contains(mark);
            employer.page().fill("#employer_name", "Boulangerie du Port");
            employer.page().keyboard().press("Tab");
            employer.page().locator("#employer_name-messages .fr-message--valid").waitFor();
            assertThat(employer.page().locator("#employer_name-messages").innerText())
                    .doesNotContain(mark);
            employer.follow("main form button.fr-btn[type=submit]:text('Continuer')");

            employer.open(draft + "/recapitulatif");
            assertThat(employer.reads())
                    .contains("Boulangerie du Port", "Repris, et pas encore relu", mark)
                    .doesNotContain("SIRET de l’établissement, Nom");
            employer.follow("text=Le représentant de l’employeur >> nth=0");
            assertThat(employer.reads()).contains(mark);
            employer.follow("main form button[type=submit]");
            employer.open(draft + "/formulaire/representative");
            assertThat(employer.reads()).doesNotContain(mark);
        }
    }

    @Test
    void an_account_goes_to_another_address_and_the_former_one_may_refuse() {
        Account account = requests.someone("personne");
        String next = "nouvelle-" + UUID.randomUUID() + "@exemple.fr";
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab desk = browser.tab(port, 1024);
                Tab phone = browser.tab(port, 320)) {
            Person person = new Person(desk, account.email(), mailbox, queue);
            person.open("/connexion?retour=/mon-compte");
            person.signIn();
            person.page().fill("#givenName", "Camille");
            person.follow("form[action$='/identite'] button");
            person.page().click("label[for=telling-WEEKLY]");
            person.follow("form[action$='/messages'] button");
            assertThat(person.page().isChecked("#telling-WEEKLY")).isTrue();
            person.follow("form[action$='/secours'] button");
            assertThat(person.page().locator("li.wif-reference").count()).isEqualTo(8);
            person.follow("text=Je les ai notés");
            person.page().fill("#email", next);
            person.follow("form[action$='/adresse'] button");
            queue.runDue();
            person.page().fill("#code", found(CODE, mailbox.to(next).getLast().text()));
            person.follow("main form button");
            assertThat(person.reads()).contains("Votre adresse a changé").contains(next);

            queue.runDue();
            Person former = new Person(phone, account.email(), mailbox, queue);
            former.open(
                    found(
                            Pattern.compile("/connexion/refus/\\S+"),
                            mailbox.to(account.email()).getLast().text()));
            former.follow("main form button");
            assertThat(former.reads()).contains("Le changement est refusé");
            person.page().navigate("http://localhost:" + port + "/mon-compte");
            assertThat(person.page().url()).contains("/connexion");
            former.open("/connexion/secours");
        }
    }

    @Test
    void an_agent_enters_a_request_for_someone_who_takes_a_copy_away() throws IOException {
        Account agent = requests.staff("counter", Requests.PREFECTURE, "Leïla", "Haddad", "agente");
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab desk = browser.tab(port, 1440)) {
            Person counter = new Person(desk, agent.email(), mailbox, queue);
            counter.open("/connexion?retour=/guichet");
            counter.signIn();
            counter.follow("main a[href='/guichet/nouvelle']");
            counter.follow("main form button");
            assertThat(counter.reads()).contains("Sans l’accord de la personne");
            counter.page().fill("#person", "Jean Dupond");
            counter.page().selectOption("#wanted", Requests.PROCEDURE + "/EMPLOYER");
            counter.page().click("label[for=agreement-SPOKEN]");
            counter.page().click("label[for=agreed]");
            counter.follow("main form button");
            assertThat(counter.reads()).contains("Saisie au guichet pour Jean Dupond");
            String dossier = path(counter);
            counter.open(dossier + "/formulaire/contract");
            assertThat(counter.reads()).contains("Saisie au guichet pour Jean Dupond");
            counter.page().fill("#job_title", "Pâtissier");
            counter.follow("main form:not([action*=guichet]) button[type=submit]");

            counter.open("/guichet");
            assertThat(counter.reads()).contains("Jean Dupond");
            counter.open(dossier);

            // last: a page that becomes a file is one that the browser leaves
            Download copy =
                    counter.page()
                            .waitForDownload(
                                    () -> counter.page().click("text=Imprimer la copie à signer"));
            assertThat(PdfText.of(Files.readAllBytes(copy.path())))
                    .contains("Jean Dupond", "Pâtissier", "Leïla Haddad", "/invitation/");
        }
    }

    private static String path(Person person) {
        return person.page().url().replaceAll("https?://[^/]*|[?#].*", "");
    }

    private static String found(Pattern wanted, String text) {
        Matcher matcher = wanted.matcher(text);
        assertThat(matcher.find()).as("%s in the letter", wanted).isTrue();
        return matcher.group();
    }
}
