package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.OfficeKind;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.office.Territory;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// A request at the wrong office is forwarded; the office that has it closes, and its successor
/// sees it; the employer reads which one has it. Each page is looked at by axe.
@WifTest
class OfficesJourney {

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Requests requests;
    @Autowired Offices offices;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    Account employer;
    Account caseworker;
    Account successor;
    Account administrator;
    Office closing;
    String reference;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        successor = requests.staff("caseworker", new Scope("office", "prefecture-971"));
        administrator = requests.staff("administrator", Scope.HOUSE);
        reference = requests.deposited(employer).reference().value();
        closing = opened();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 320})
    void a_request_goes_to_the_right_office_then_to_its_successor(int width) {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab desk = browser.tab(port, width);
                Tab house = browser.tab(port, width);
                Tab other = browser.tab(port, width);
                Tab home = browser.tab(port, width)) {
            Person examines = new Person(desk, caseworker.email(), mailbox, queue);
            examines.open("/instruction/dossiers/" + reference);
            examines.signIn();
            examines.open("/instruction/dossiers/" + reference);
            examines.follow("a[href$='/transmission']");
            examines.follow("form[action$='/transmission'] button[type=submit]");
            assertThat(examines.reads()).contains("Choisissez un service de la liste");
            examines.page().selectOption("#service", closing.id());
            examines.page().fill("#motif", "L’établissement est ailleurs.");
            examines.follow("form[action$='/transmission'] button[type=submit]");

            Person keeps = new Person(house, administrator.email(), mailbox, queue);
            keeps.open("/administration/services");
            keeps.signIn();
            keeps.open("/administration/services");
            keeps.open("/administration/services/nouveau");
            keeps.follow("form[action$='/services'] button[type=submit]");
            assertThat(keeps.reads()).contains("Écrivez le nom");
            keeps.open("/administration/services/" + closing.id());
            keeps.follow("a[href$='/fermeture']");
            keeps.page().fill("#dernier", "2026-11-22");
            keeps.page().selectOption("#successeur", "prefecture-971");
            keeps.page().uncheck("#equipe", forced());
            keeps.follow("form[action$='/fermeture'] button[type=submit]");
            assertThat(keeps.reads())
                    .contains("Pour : Préfecture de la Guadeloupe", "Demande déposée : 1");
            keeps.follow("button[value=confirmer]");
            assertThat(keeps.reads()).contains("Dossiers remis : une demande");

            Person takes = new Person(other, successor.email(), mailbox, queue);
            takes.open("/instruction/dossiers/" + reference);
            takes.signIn();
            takes.open("/instruction/dossiers/" + reference);
            assertThat(takes.reads())
                    .contains("L’établissement est ailleurs.", "Préfecture de la Guadeloupe");

            Person asks = new Person(home, employer.email(), mailbox, queue);
            asks.open("/dossiers/" + reference);
            asks.signIn();
            asks.open("/dossiers/" + reference);
            assertThat(asks.reads())
                    .contains(
                            "Demande déposée, reçue par : Préfecture de Paris",
                            "Demande transmise au service compétent : " + closing.name(),
                            "la demande est désormais suivie par : Préfecture de la Guadeloupe");
        }
    }

    private static com.microsoft.playwright.Page.UncheckOptions forced() {
        return new com.microsoft.playwright.Page.UncheckOptions().setForce(true);
    }

    private Office opened() {
        Office like = offices.office("prefecture-75").orElseThrow();
        String id = "zz-parcours-" + UUID.randomUUID();
        Office office =
                new Office(
                        id,
                        OfficeKind.PREFECTURE,
                        "Préfecture d’essai " + id,
                        like.address(),
                        like.email(),
                        like.phone(),
                        like.openingHours(),
                        "75",
                        new Territory(Set.of("X" + UUID.randomUUID()), Set.of(), false),
                        Set.of(),
                        new TreeSet<>(),
                        LocalDate.of(2021, 4, 1),
                        null,
                        null,
                        0,
                        like.thresholds());
        assertThat(offices.open(office, administrator)).isTrue();
        return office;
    }
}
