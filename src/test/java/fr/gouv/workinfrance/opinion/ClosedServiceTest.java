package fr.gouv.workinfrance.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Reorganisations;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.office.Closure;
import fr.gouv.workinfrance.office.Closures;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.office.Territory;
import fr.gouv.workinfrance.opinion.Consulting.Fault;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// A service that is consulted closes while it owes answers.
@WifTest
class ClosedServiceTest {

    private static final Scope URSSAF = office("urssaf-ile-de-france");

    @Autowired Requests requests;
    @Autowired Opinions opinions;
    @Autowired Inboxes inboxes;
    @Autowired Offices offices;
    @Autowired Closures closures;
    @Autowired Reorganisations reorganisations;
    @Autowired Journal journal;
    @Autowired SettableClock clock;

    private Account caseworker;
    private Account urssaf;
    private Dossier dossier;

    @BeforeEach
    void inExamination() {
        clock.set(SettableClock.START);
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        urssaf = requests.staff("member", URSSAF);
        dossier = requests.inExamination(requests.someone("employeur"), caseworker);
    }

    @Test
    void what_a_service_that_closes_was_asked_goes_to_the_one_that_is_competent() {
        Office known = offices.office(URSSAF.id()).orElseThrow();
        Office closing =
                new Office(
                        "urssaf-" + UUID.randomUUID(),
                        known.kind(),
                        "URSSAF qui ferme",
                        known.address(),
                        known.email(),
                        known.phone(),
                        known.openingHours(),
                        known.seat(),
                        new Territory(Set.of(), Set.of("ZZ"), false),
                        Set.of(),
                        new TreeSet<>(),
                        known.from(),
                        null,
                        null,
                        0,
                        known.thresholds());
        Account administrator = requests.staff("administrator", Scope.HOUSE);
        offices.open(closing, administrator);
        Ask there = new Ask("urssaf", "contributions", closing.id(), "", null);
        Consultation asked =
                ((Consulting.Asked) opinions.ask(dossier.id(), there, caseworker)).consultation();
        Account member = requests.staff("member", office(closing.id()));

        closures.plan(
                new Closure(
                        closing.id(),
                        LocalDate.parse("2026-11-23"),
                        "urssaf-corse",
                        new TreeMap<>(),
                        false,
                        null),
                administrator);
        clock.set(Instant.parse("2026-11-24T09:00:00Z"));
        assertThat(opinions.ask(dossier.id(), there, caseworker))
                .as("it is closed")
                .isEqualTo(new Consulting.Faulty(Set.of(Fault.NO_OFFICE)));
        reorganisations.carryOut(closing.id(), administrator.actor());

        assertThat(opinions.of(dossier.id()).getFirst().office()).isEqualTo(URSSAF.id());
        assertThat(inboxes.open(asked.id(), member)).as("it is another service’s now").isEmpty();
        assertThat(inboxes.open(asked.id(), urssaf)).isPresent();
        assertThat(journal.of(dossier.id().subject()))
                .extracting(Entry::act)
                .contains("MOVE_OPINION");
    }

    private static Scope office(String id) {
        return new Scope("office", id);
    }
}
