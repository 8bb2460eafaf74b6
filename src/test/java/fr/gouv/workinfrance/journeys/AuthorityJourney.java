package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.mail.Mailbox;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

import java.util.List;

/// An appeal to the minister, which the ministry reads, answers and signs by the keyboard alone:
/// each page is looked at by axe.
@WifTest
class AuthorityJourney {

    private static final Scope MINISTRY = new Scope("office", "ministere-immigration");

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Appeals appeals;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    Account employer;
    Account drafter;
    Account minister;
    String reference;

    @BeforeEach
    void appealed() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        drafter = requests.staff("caseworker", MINISTRY, "Jean", "Morel", "rédacteur");
        minister = requests.staff("signatory", MINISTRY, "Anne", "Roux", "sous-directrice");
        Account caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        Account signatory = requests.staff("signatory", Requests.PREFECTURE);
        DossierId id = requests.inExamination(employer, caseworker).id();
        decisions.prepare(
                id,
                dossiers.dossier(id).version(),
                new Decision.Refused(List.of("not-a-student-title"), "Le titre est « visiteur »."),
                caseworker);
        requests.sign(id, signatory);
        queue.runDue();
        appeals.file(id, "hierarchique", "Le titre est bien celui-là.", List.of(), employer);
        queue.runDue();
        reference = dossiers.dossier(id).reference().value();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 320})
    void the_ministry_reads_the_request_and_rejects_the_appeal_by_the_keyboard_alone(int width) {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab one = browser.tab(port, width);
                Tab two = browser.tab(port, width);
                Tab three = browser.tab(port, width)) {
            Person drafts = new Person(one, drafter.email(), mailbox, queue);
            Person signs = new Person(two, minister.email(), mailbox, queue);
            Person asked = new Person(three, employer.email(), mailbox, queue);

            drafts.open("/instruction/recours");
            drafts.signIn();
            drafts.open("/instruction/recours");
            assertThat(drafts.reads()).contains(reference, "Recours hiérarchique");
            enter(drafts, "a[href*='/instruction/recours/']:text('" + reference + "')");
            assertThat(drafts.reads()).contains("Le titre est bien celui-là.", "23 janvier 2027");
            enter(drafts, "form[action$='/prise-en-charge'] button");
            assertThat(drafts.reads()).contains("Jean Morel");
            enter(drafts, "main a[href$='/demande']");
            assertThat(drafts.reads()).contains("Les réponses", "Les documents officiels");
            enter(drafts, "main a.fr-icon-arrow-left-line");
            enter(drafts, "a[href$='sens=rejet']");
            enter(drafts, "form[action$='/reponse'] button[type=submit]:not([name])");
            assertThat(drafts.reads()).contains("Écrivez les raisons");
            drafts.page().focus("a[href='#reason']");
            drafts.page().keyboard().press("Enter");
            assertThat(focused(drafts)).as("the error leads to its field").isEqualTo("reason");
            drafts.page().keyboard().type("La première année n’est pas achevée.");
            drafts.page().keyboard().press("Tab");
            assertThat(focused(drafts)).as("then come the buttons").isEqualTo("submit");
            drafts.page().keyboard().press("Tab");
            assertThat(focused(drafts)).as("the second sends it").isEqualTo("submit");
            enter(drafts);
            assertThat(drafts.reads()).contains("Une réponse attend sa signature");

            signs.open("/instruction/recours");
            signs.signIn();
            signs.open("/instruction/recours");
            enter(signs, "a[href*='/instruction/recours/']:text('" + reference + "')");
            enter(signs, "main a[href^='/signature/dossiers/']");
            assertThat(signs.reads()).contains("Rejet d’un recours");
            enter(signs, "form[action$='/signature'] button[type=submit]");
            signs.page().focus("#confirmed");
            signs.page().keyboard().press("Space");
            enter(signs, "form[action$='/signature'] button[type=submit]");
            assertThat(signs.page().url()).contains("/instruction/recours/");
            assertThat(signs.reads()).contains("Rejeté").doesNotContain("Voir la demande");
            queue.runDue();

            asked.open("/dossiers/" + reference);
            asked.signIn();
            asked.open("/dossiers/" + reference + "/recours");
            assertThat(asked.reads()).contains("Rejeté", "jusqu’au 23 janvier 2027 sans risque");
        }
    }

    /// Goes to it and presses Enter, as one does without a mouse; looks at the page that comes.
    private static void enter(Person person, String selector) {
        person.page().locator(selector).first().focus();
        enter(person);
    }

    private static void enter(Person person) {
        person.page().evaluate("document.documentElement.classList.add('left')");
        person.page().keyboard().press("Enter");
        person.page().locator("html:not(.left) body").waitFor();
        person.page().waitForLoadState();
        person.tab().isSound();
    }

    /// What the keyboard is on: its id, or its type when it has none.
    private static String focused(Person person) {
        return String.valueOf(
                person.page()
                        .evaluate(
                                "document.activeElement.id || document.activeElement.type || ''"));
    }
}
