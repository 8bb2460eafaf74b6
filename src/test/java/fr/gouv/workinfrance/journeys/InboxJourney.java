package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.opinion.Ask;
import fr.gouv.workinfrance.opinion.Consultation;
import fr.gouv.workinfrance.opinion.Consulting;
import fr.gouv.workinfrance.opinion.Informations;
import fr.gouv.workinfrance.opinion.Opinion.Given;
import fr.gouv.workinfrance.opinion.Opinions;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Three services are asked about one dossier and a fourth is told of it: a member answers at a
/// desk, a service without members by its link on a telephone, an agent sends a fact back. Each
/// page is looked at by axe.
@WifTest
class InboxJourney {

    private static final Pattern LINK = Pattern.compile("/avis/lien/[\\w-]{43}");
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Requests requests;
    @Autowired Opinions opinions;
    @Autowired Informations informations;
    @Autowired Offices offices;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    private Account caseworker;
    private Dossier dossier;

    @BeforeEach
    void inExamination() {
        clock.set(SettableClock.START);
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        dossier = requests.inExamination(requests.someone("employeur"), caseworker);
    }

    @Test
    void a_member_answers_one_of_three_opinions_that_are_asked_about_the_same_dossier() {
        ask("labour-inspectorate", "employer-record");
        ask("france-travail", "job-offer");
        Consultation asked = ask("urssaf", "contributions");
        Account member = staff("member", asked.office());
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab desk = browser.tab(port, 1280)) {
            Person agent = new Person(desk, member.email(), mailbox, queue);
            agent.open("/avis?vue=sans-personne");
            agent.signIn();
            assertThat(agent.reads()).contains("Sans personne (", "30 novembre 2026");
            agent.open("/avis/" + asked.id());
            assertThat(agent.reads())
                    .contains("Boulangerie des Lices", "Passé le délai, le service continue")
                    .doesNotContain("Ndiaye");
            agent.follow("text=Je m’en occupe");
            agent.follow("text=Envoyer l’avis");
            assertThat(agent.reads()).contains("Certaines réponses sont à corriger");
            agent.page().click("label[for=verdict-FAVOURABLE]");
            agent.page().click("label[for=q-up_to_date-up_to_date]");
            agent.page().fill("#reasons", "À jour au 1er novembre.");
            agent.page()
                    .setInputFiles(
                            "#documents",
                            new FilePayload("releve.png", "image/png", Person.photograph()));
            agent.follow("text=Envoyer l’avis");
            assertThat(agent.reads())
                    .contains("L’avis de votre service", "À jour au 1er novembre.", "releve.png")
                    .doesNotContain("Boulangerie des Lices");
        }
        assertThat(opinions.of(dossier.id()))
                .extracting(Consultation::pending)
                .containsExactly(true, true, false);
    }

    @Test
    void a_service_without_members_answers_by_its_link_on_a_telephone_with_a_keyboard() {
        Consultation asked =
                ((Consulting.Asked)
                                opinions.ask(
                                        dossier.id(),
                                        new Ask(
                                                "drac",
                                                "artist-contract",
                                                "drac-ile-de-france",
                                                "",
                                                null),
                                        caseworker))
                        .consultation();
        String address = offices.office(asked.office()).orElseThrow().email();
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab desk = browser.tab(port, 1280);
                Tab phone = browser.tab(port, 320)) {
            Person agent = new Person(desk, caseworker.email(), mailbox, queue);
            agent.open(
                    "/instruction/dossiers/"
                            + dossier.reference()
                            + "/avis/"
                            + asked.number()
                            + "/lien");
            agent.signIn();
            agent.follow("text=Envoyer un lien");
            assertThat(agent.reads()).contains("Il est valable jusqu’au", address);

            queue.runDue();
            Person guest = new Person(phone, address, mailbox, queue);
            String link = found(LINK, mailbox, address);
            guest.open(link);
            assertThat(guest.reads()).doesNotContain(dossier.reference().value());
            guest.follow("text=Recevoir le code");
            queue.runDue();
            guest.page().fill("#code", found(CODE, mailbox, address));
            guest.page().keyboard().press("Enter");
            guest.page().waitForSelector("#verdict-FAVOURABLE", attached());
            phone.isSound();
            guest.page().focus("#verdict-FAVOURABLE");
            guest.page().keyboard().press("Space");
            guest.page().focus("#q-licence-valid");
            guest.page().keyboard().press("Space");
            guest.page().focus("input[name=q-professional]");
            guest.page().keyboard().press("Space");
            guest.page().fill("#author", "Jeanne Morin, conseillère théâtre");
            guest.page().focus("main form[action*='/reponse'] button");
            guest.page().keyboard().press("Enter");
            guest.page().waitForSelector("text=Votre avis est enregistré");
            phone.isSound();
            guest.open(link);
            assertThat(guest.reads()).contains("Ce lien n’ouvre rien");
        }
        assertThat(opinions.of(dossier.id()).getFirst().opinion())
                .isInstanceOfSatisfying(
                        Given.class,
                        given ->
                                assertThat(given.author())
                                        .isEqualTo("Jeanne Morin, conseillère théâtre"));
    }

    @Test
    void the_ofii_acknowledges_what_it_is_told_and_sends_back_that_the_medical_visit_was_held() {
        // the list begins with the latest, and other tests tell the same service at that hour
        clock.advance(Duration.ofHours(7));
        informations.tell(dossier.id(), "ofii", "", caseworker);
        String office = informations.of(dossier.id()).getFirst().office();
        Account member = staff("member", office);
        Account head = staff("head", office);
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab phone = browser.tab(port, 320);
                Tab desk = browser.tab(port, 1280)) {
            Person agent = new Person(phone, member.email(), mailbox, queue);
            agent.open("/avis?vue=informations");
            agent.signIn();
            agent.follow("text=" + dossier.reference());
            agent.follow("text=Accuser réception");
            agent.page().click("label[for=fact-medical-visit-held]");
            agent.page().fill("#day", "20/11/2026");
            agent.follow("text=Renvoyer ce fait");
            assertThat(agent.reads()).contains("Visite médicale faite, 20 novembre 2026");

            Person leader = new Person(desk, head.email(), mailbox, queue);
            leader.open("/avis/" + office + "/service");
            leader.signIn();
            assertThat(leader.reads()).contains("Membres du service", "Ajouter un membre");
        }
        assertThat(informations.of(dossier.id()).getFirst().acknowledgedBy())
                .isEqualTo(member.id());
    }

    private static com.microsoft.playwright.Page.WaitForSelectorOptions attached() {
        return new com.microsoft.playwright.Page.WaitForSelectorOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }

    private static String found(Pattern wanted, Mailbox mailbox, String address) {
        Matcher matcher = wanted.matcher(mailbox.to(address).getLast().text());
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private Account staff(String relation, String office) {
        return requests.staff(
                relation, new Scope("office", office), "Paul", "Marchand", "gestionnaire");
    }

    private Consultation ask(String body, String inquiry) {
        return ((Consulting.Asked) opinions.ask(dossier.id(), Ask.of(body, inquiry), caseworker))
                .consultation();
    }
}
