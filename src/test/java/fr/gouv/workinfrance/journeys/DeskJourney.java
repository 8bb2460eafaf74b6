package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.mail.Mailbox;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The lists of a desk, in an office that no other test deposits for. Each page is looked at by
/// axe.
@WifTest
class DeskJourney {

    private static final String OFFICE = "prefecture-15";

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    Account employer;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
    }

    @Test
    void a_list_is_narrowed_down_kept_acted_on_at_once_and_taken_out() {
        Dossier first = deposited("surname", "Zouari");
        Dossier second = deposited("surname", "Zouari");
        Account caseworker = requests.staff("caseworker", new Scope("office", OFFICE));
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab desk = browser.tab(port, 1440);
                Tab narrow = browser.tab(port, 320)) {
            Person officer = new Person(desk, caseworker.email(), mailbox, queue);
            officer.open("/instruction");
            officer.signIn();
            officer.follow("text=Filtrer");
            officer.page().selectOption("[id='c.nationality']", "SN");
            officer.page().fill("[id='recue.du']", "2026-11-01");
            officer.follow("text=Afficher les demandes");
            assertThat(officer.reads())
                    .contains("Nationalité : sénégalaise", "1er novembre 2026")
                    .contains(first.reference().value(), second.reference().value());

            officer.follow("text=Enregistrer cette liste");
            officer.page().fill("#nom", "Sénégal, depuis novembre");
            officer.follow("form[action$='/vues'] button");
            assertThat(officer.reads()).contains("Sénégal, depuis novembre");

            officer.page().locator("#d-" + first.reference()).press("Space");
            officer.page().locator("#d-" + second.reference()).press("Space");
            officer.follow("text=Agir sur les demandes cochées");
            officer.page().click("label[for=acte-ASSIGN]");
            officer.page().selectOption("#agent", caseworker.id().toString());
            officer.follow("text=Lancer");
            queue.runDue();
            officer.open(officer.page().url().replaceAll("^https?://[^/]+", ""));
            assertThat(officer.reads()).contains("Terminé : 2 sur 2 traitées");

            officer.open("/instruction?vue=les-miennes");
            assertThat(officer.page().locator("tbody tr").count()).isEqualTo(2);
            officer.follow("text=Télécharger cette liste");
            officer.follow("text=Préparer le fichier");
            queue.runDue();
            officer.open(officer.page().url().replaceAll("^https?://[^/]+", ""));
            assertThat(officer.reads()).contains("demandes-2026-11-23.xlsx");

            Person phone = new Person(narrow, caseworker.email(), mailbox, queue);
            phone.open("/instruction?vue=les-miennes");
            phone.signIn();
            phone.open("/instruction/filtres");
            phone.open("/instruction/absences");
        }
    }

    @Test
    void a_legal_date_rises_day_by_day_until_silence_takes_its_meaning() {
        Dossier dossier = deposited();
        DossierId id = dossier.id();
        LocalDate limit = dossier.clock().limit().orElseThrow();
        Account caseworker = requests.staff("caseworker", new Scope("office", OFFICE));
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab desk = browser.tab(port, 1440)) {
            Person officer = new Person(desk, caseworker.email(), mailbox, queue);
            comes(officer, limit.minusDays(40));
            assertThat(officer.reads()).doesNotContain(dossier.reference().value());

            comes(officer, limit.minusDays(19));
            assertThat(badge(officer, dossier)).isEqualTo("fr-badge--warning DANS 19 JOURS");
            comes(officer, limit.minusDays(5));
            assertThat(badge(officer, dossier)).isEqualTo("fr-badge--error DANS 5 JOURS");
            comes(officer, limit.minusDays(1));
            assertThat(badge(officer, dossier)).isEqualTo("fr-badge--error DEMAIN");

            dossiersAreLookedAt(limit.plusDays(1), id);
            comes(officer, limit.plusDays(1));
            assertThat(badge(officer, dossier)).isEqualTo("fr-badge--error DATE LÉGALE ATTEINTE");
            officer.follow("td a:has-text('" + dossier.reference() + "')");
            assertThat(officer.reads()).contains("Prendre en charge");
        }
    }

    /// A colour and its words.
    private static String badge(Person officer, Dossier dossier) {
        var badge =
                officer.page()
                        .locator("tr:has-text('" + dossier.reference() + "') td .fr-badge")
                        .last();
        String colour =
                badge.getAttribute("class").replaceAll(".*(fr-badge--(?:warning|error)).*", "$1");
        return colour + " " + badge.innerText();
    }

    /// Whoever comes back another day signs in again.
    private void comes(Person officer, LocalDate day) {
        clock.set(day.atTime(9, 0).toInstant(ZoneOffset.UTC));
        officer.open("/instruction?vue=a-risque");
        officer.signIn();
    }

    private void dossiersAreLookedAt(LocalDate day, DossierId id) {
        clock.set(day.atTime(8, 0).toInstant(ZoneOffset.UTC));
        dossiers.look(id);
    }

    private Dossier deposited(String... fieldsAndTexts) {
        Dossier draft = requests.filledAt(employer, "15000", "Aurillac", "15");
        requests.answer(draft.id(), employer, fieldsAndTexts);
        Dossier deposited = requests.deposit(draft, employer);
        clock.advance(Duration.ofMinutes(1));
        return deposited;
    }
}
