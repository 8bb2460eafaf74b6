package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

/// A worker on a telephone and a caseworker at her desk write to one another once the decision is
/// made. Each page is looked at by axe.
@WifTest
class MessageJourney {

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Requests requests;
    @Autowired Decisions decisions;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    private Account worker;
    private Account caseworker;
    private String reference;

    @BeforeEach
    void decided() {
        clock.set(SettableClock.START);
        Account employer = requests.someone("employeur");
        worker = requests.someone("etudiante");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        Account signatory = requests.staff("signatory", Requests.PREFECTURE);
        Dossier draft = requests.filled(employer);
        requests.join(draft.id(), Part.WORKER, worker);
        DossierId id = requests.deposit(draft, employer).id();
        decisions.assign(id, caseworker.id(), caseworker);
        decisions.certify(id, caseworker);
        decisions.begin(id, caseworker);
        requests.prepare(id, caseworker);
        requests.sign(id, signatory);
        queue.runDue();
        reference = draft.reference().value();
    }

    @Test
    void what_a_worker_writes_after_the_decision_is_a_task_until_it_is_answered_and_read() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab phone = browser.tab(port, 375);
                Tab desk = browser.tab(port, 1440)) {
            Person student = new Person(phone, worker.email(), mailbox, queue);
            Person agent = new Person(desk, caseworker.email(), mailbox, queue);
            student.open("/dossiers/" + reference);
            student.signIn();
            student.follow("text=Messages avec le service");
            student.follow("text=Envoyer le message");
            assertThat(student.reads()).contains("Le message n’est pas envoyé");
            student.page().fill("#words", "Mon employeur change d’adresse.\nQue dois-je faire ?");
            student.page()
                    .setInputFiles(
                            "#file", new FilePayload("bail.png", "image/png", Person.photograph()));
            student.follow("text=Envoyer le message");
            assertThat(student.reads())
                    .contains("Votre message est envoyé", "bail.png", "Pas encore lu");

            agent.open("/instruction/dossiers/" + reference);
            agent.signIn();
            assertThat(agent.reads()).contains("1 NOUVEAU MESSAGE");
            agent.follow("text=Messages avec les parties");
            assertThat(agent.reads())
                    .contains("Que dois-je faire ?", "À TRAITER", "Confié à Claire Vidal.");
            agent.page().selectOption("#modele", "decision-made");
            agent.follow("text=Insérer ce modèle");
            assertThat(agent.page().inputValue("#words"))
                    .startsWith("La décision sur la demande " + reference);
            assertThat(agent.page().isChecked("#to-WORKER")).as("who waits").isTrue();
            agent.follow("text=Envoyer le message");
            assertThat(agent.reads())
                    .contains("Claire Vidal y a répondu le", "Pas encore lu")
                    .doesNotContain("À TRAITER");

            queue.runDue();
            assertThat(mailbox.to(worker.email()).getLast().subject())
                    .contains("un message vous attend");
            student.open("/dossiers/" + reference);
            assertThat(student.reads()).contains("1 NOUVEAU MESSAGE");
            student.follow("text=Messages avec le service");
            assertThat(student.reads())
                    .contains("La décision sur la demande " + reference, "Lu le 23 novembre 2026");
            agent.open("/instruction/dossiers/" + reference + "/messages");
            assertThat(agent.reads())
                    .contains("Lu le 23 novembre 2026")
                    .doesNotContain("Pas encore lu");
            agent.follow("text=Voir le document");
            assertThat(agent.page().locator("img.wif-preview").isVisible()).isTrue();
        }
    }

    @Test
    void a_message_is_written_on_a_telephone_without_javascript() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab phone = browser.tabWithoutJavaScript(port, 320)) {
            Person student = new Person(phone, worker.email(), mailbox, queue);
            student.open("/dossiers/" + reference + "/messages");
            student.signIn();
            student.open("/dossiers/" + reference + "/messages");
            student.page().fill("#words", "Bonjour.");
            student.follow("text=Envoyer le message");
            assertThat(student.reads()).contains("Votre message est envoyé", "Bonjour.");
        }
    }
}
