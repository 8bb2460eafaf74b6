package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;

import fr.gouv.workinfrance.Companies;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.employer.Employer;
import fr.gouv.workinfrance.employer.Role;
import fr.gouv.workinfrance.mail.Mailbox;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

import java.util.List;

/// A company of three: someone leaves, and a colleague whom the administrator invited takes over
/// what he had begun. Each page is looked at by axe; the colleague has a phone.
@WifTest
class CompanyJourney {

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Companies companies;
    @Autowired Requests requests;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    Account head;
    Account leaver;
    Account colleague;
    Employer company;
    String here;
    String space;

    @BeforeEach
    void company() {
        clock.set(SettableClock.START);
        head = requests.someone("dirigeante");
        leaver = requests.someone("partant");
        colleague = requests.someone("collegue");
        company = companies.open(head, 2);
        companies.admit(company, leaver, Role.DEPOSITS, List.of());
        here = company.establishments().getFirst().siret().value();
        space = "/entreprise/" + company.siren();
    }

    @Test
    void a_colleague_takes_over_the_draft_of_someone_who_leaves_and_deposits_it() {
        String begun = begun(leaver, here);
        String elsewhere = begun(head, company.establishments().getLast().siret().value());
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab office = browser.tab(port, 1440);
                Tab phone = browser.tab(port, 320);
                Tab home = browser.tab(port, 1024)) {
            Person administrator = new Person(office, head.email(), mailbox, queue);
            Person invited = new Person(phone, colleague.email(), mailbox, queue);
            Person gone = new Person(home, leaver.email(), mailbox, queue);

            joins(invited, code(administrator));
            assertThat(invited.reads()).contains(begun).doesNotContain(elsewhere);

            gone.open("/dossiers/" + begun);
            gone.signIn();
            assertThat(gone.reads()).contains("Cette demande appartient à l’espace");
            removes(administrator, leaver);
            gone.open("/dossiers/" + begun);
            assertThat(gone.reads()).contains("Cette page n’existe pas");

            takesOver(invited, begun);
            promotes(administrator, colleague);
            deposits(invited, begun);
        }
    }

    @Test
    void the_first_comer_says_which_company_he_acts_for_and_proves_it_to_an_agent() {
        Account first = requests.someone("premiere");
        Account caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab phone = browser.tabWithoutJavaScript(port, 320);
                Tab desk = browser.tab(port, 1440)) {
            Person comer = new Person(phone, first.email(), mailbox, queue);
            comer.open("/entreprise");
            comer.signIn();
            comer.follow("text=Agir pour une entreprise");
            comer.page().fill("#siret", "732");
            comer.follow("main form button");
            assertThat(comer.reads()).contains("Ce SIRET n’existe pas");
            comer.page().fill("#siret", Companies.siret().value());
            comer.page().fill("#name", "Maison " + first.id());
            comer.follow("main form button:not([name])");
            comer.page().fill("#day", "20/11/2026");
            comer.page()
                    .setInputFiles(
                            "#file", new FilePayload("kbis.png", "image/png", Person.photograph()));
            comer.follow("main form button");
            assertThat(comer.reads()).contains("Preuve en cours de lecture");

            Person agent = new Person(desk, caseworker.email(), mailbox, queue);
            agent.open("/instruction/entreprises");
            agent.signIn();
            agent.follow("a:has-text('Maison " + first.id() + "')");
            agent.follow("text=Accepter : cette personne");
            comer.open("/entreprise");
            comer.follow("main .fr-card a");
            assertThat(comer.reads()).contains("vous : administre l’espace");
            comer.follow("main nav a[href$='/etablissements']");
        }
    }

    /// A draft that lacks nothing, and its reference.
    private String begun(Account by, String siret) {
        Dossier draft = requests.filled(by);
        requests.answer(draft.id(), by, "employer_siret", siret);
        return draft.reference().value();
    }

    /// The code that the administrator passes on by word of mouth.
    private String code(Person administrator) {
        administrator.open("/entreprise");
        administrator.signIn();
        administrator.follow("main .fr-card a");
        administrator.follow("main nav a[href$='/membres']");
        administrator.follow("text=Inviter un collègue");
        administrator.page().fill("#email", colleague.email());
        administrator.page().click("label[for=whole]");
        administrator.follow("main form button");
        assertThat(administrator.reads()).contains("au moins un établissement");
        administrator.page().fill("#email", colleague.email());
        administrator.page().click("label[for='siret-" + here + "']");
        administrator.follow("main form button");
        return administrator.page().locator(".fr-callout__title").innerText();
    }

    private void joins(Person invited, String code) {
        invited.open(invited.invited());
        assertThat(invited.reads()).contains(company.name());
        invited.follow("text=Se connecter pour la rejoindre");
        invited.signIn();
        invited.page().fill("#code", code);
        invited.follow("main button[type=submit]");
        invited.follow("main .fr-card a");
    }

    private void removes(Person administrator, Account member) {
        administrator.open(space + "/membres");
        administrator.follow("a[href$='/membres/" + member.id() + "']");
        administrator.follow("form[action$='/depart'] button");
        assertThat(administrator.reads()).doesNotContain(member.email());
    }

    private void takesOver(Person invited, String reference) {
        invited.open(space + "/demandes");
        invited.follow(".fr-card:has-text('" + reference + "') a");
        assertThat(invited.reads()).contains("En charge : " + head.email());
        invited.follow("text=Prendre en charge");
        assertThat(invited.reads()).contains("En charge : " + colleague.email());
        assertThat(invited.page().locator("text=Vérifier et déposer").count()).isZero();
    }

    private void promotes(Person administrator, Account member) {
        administrator.open(space + "/membres/" + member.id());
        administrator.page().click("label[for=role-DEPOSITS]");
        administrator.follow("main form >> nth=0 >> button");
        assertThat(administrator.reads()).contains("dépose les demandes");
    }

    private void deposits(Person invited, String reference) {
        invited.open("/dossiers/" + reference);
        invited.follow("text=Vérifier et déposer");
        invited.page().click("label[for=statement]");
        invited.follow("main form button[type=submit]");
        queue.runDue();
        invited.open("/dossiers/" + reference);
        assertThat(invited.reads()).contains("Demande déposée");
    }
}
