package fr.gouv.workinfrance.examination.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.Statements;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.neighbour.Neighbourhood.Near;
import fr.gouv.workinfrance.examination.neighbour.Neighbourhood.Why;
import fr.gouv.workinfrance.permit.Permits;
import fr.gouv.workinfrance.permit.Terms;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// What else is known of the person and of the employer, of people that no other test names.
@WifTest
class NeighboursTest {

    private static final Set<String> PARIS = Set.of("prefecture-75");

    @Autowired Requests requests;
    @Autowired Neighbours neighbours;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Permits permits;
    @Autowired Queue queue;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;

    private Account employer;
    private Account caseworker;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
    }

    @Test
    void one_person_whose_names_were_swapped_is_found_in_one_statement_and_told_why() {
        Dossier one = deposited("Orsini-Lebrun", "Maëlys", "7710000001", "01/02/1997");
        Dossier swapped = deposited("MAELYS", "Orsini Lebrun", "7710000002", "01/02/1997");
        Dossier numbered = deposited("Autre", "Personne", "7710000001", "03/04/1998");
        Dossier nobody = deposited("Orsini-Lebrun", "Maëlys", "7710000003", "02/02/1997");

        List<Near> near = of(one, PARIS).duplicates();
        assertThat(near)
                .filteredOn(other -> other.why().contains(Why.SWAPPED))
                .extracting(other -> other.neighbour().reference())
                .containsExactly(swapped.reference().value());
        assertThat(near)
                .filteredOn(other -> other.why().contains(Why.NUMBER))
                .extracting(other -> other.neighbour().reference())
                .containsExactly(numbered.reference().value());
        assertThat(near)
                .filteredOn(other -> other.why().contains(Why.NAMES))
                .extracting(other -> other.neighbour().reference())
                .doesNotContain(nobody.reference().value());
        Seen seen = dossiers.see(one.id(), caseworker).orElseThrow();
        assertThat(Statements.of(() -> neighbours.of(seen, PARIS))).hasSize(1);
    }

    @Test
    void of_what_another_office_has_nothing_is_told_but_how_many_there_are() {
        Dossier one = deposited("Quemeneur", "Gwenn", "7720000001", "05/06/1996");
        deposited("Quemeneur", "Gwenn", "7720000001", "05/06/1996");

        Neighbourhood elsewhere = of(one, Set.of("prefecture-13"));
        assertThat(elsewhere.duplicates()).isEmpty();
        assertThat(elsewhere.person()).isEmpty();
        assertThat(elsewhere.employer()).isEmpty();
        assertThat(elsewhere.duplicatesElsewhere()).isPositive();
        assertThat(elsewhere.employerElsewhere()).isEqualTo(elsewhere.employerAll());
    }

    @Test
    void the_last_five_of_an_employer_are_named_and_all_are_counted() {
        Dossier one = deposited("Tanguy", "Loïc", "7730000001", "07/08/1995");
        for (int i = 0; i < 6; i++) {
            deposited("Tanguy" + (char) ('a' + i), "Luc", "773000001" + i, "07/08/1994");
        }
        Neighbourhood found = of(one, PARIS);
        assertThat(found.employer()).hasSize(5);
        assertThat(found.employerAll()).isGreaterThanOrEqualTo(6);
        assertThat(found.empty()).isFalse();
    }

    @Test
    void an_earlier_authorization_is_told_as_it_was_mended_and_as_it_was_taken_back() {
        Dossier earlier = granted("Kerbrat", "Nolwenn", "7740000001", "09/10/1997");
        Dossier one = deposited("Kerbrat", "Nolwenn", "7740000001", "09/10/1997");
        LocalDate today = LocalDate.parse("2027-09-15");
        assertThat(told(one, earlier).worth(today)).contains("VALID");

        Terms printed = permits.terms(earlier.id()).orElseThrow();
        permits.rectify(
                earlier.id(),
                new Terms(
                        "Nolwenn Kerbrat-Le Goff",
                        printed.birth(),
                        printed.employer(),
                        printed.job(),
                        printed.hours(),
                        printed.from(),
                        LocalDate.parse("2027-09-10")),
                caseworker.actor());
        assertThat(told(one, earlier))
                .satisfies(
                        mended -> {
                            assertThat(mended.worth(today)).contains("EXPIRED");
                            assertThat(mended.until()).isEqualTo("2027-09-10");
                            assertThat(mended.worker()).isEqualTo("Nolwenn Kerbrat-Le Goff");
                        });

        permits.withdraw(earlier.id(), "fraud", caseworker.actor());
        assertThat(told(one, earlier).worth(today)).contains("WITHDRAWN");
    }

    @Test
    void those_of_an_employer_are_found_by_an_index_whatever_plan_the_database_keeps() {
        transaction.executeWithoutResult(
                _ -> {
                    // few rows are here: an index that can serve must be the only way left
                    jdbc.sql("set local enable_seqscan = off").update();
                    assertThat(
                                    jdbc.sql("explain " + NeighbourTable.READ)
                                            .param("dossier", new UUID(0, 0))
                                            .param("numbers", new String[0])
                                            .param("birth", null)
                                            .param("names", new String[0])
                                            .param("siret", "73282932000074")
                                            .param("job", null)
                                            .param("offices", new String[0])
                                            .query(String.class)
                                            .list())
                            .anyMatch(line -> line.contains("dossier_of_siren"))
                            .noneMatch(line -> line.contains("Seq Scan on dossier"));
                });
    }

    private Neighbour told(Dossier one, Dossier other) {
        Neighbourhood found = of(one, PARIS);
        return Stream.concat(found.duplicates().stream(), found.person().stream())
                .map(Near::neighbour)
                .filter(near -> near.reference().equals(other.reference().value()))
                .findFirst()
                .orElseThrow();
    }

    private Dossier granted(String surname, String given, String title, String birth) {
        Dossier dossier = deposited(surname, given, title, birth);
        decisions.certify(dossier.id(), caseworker);
        decisions.assign(dossier.id(), caseworker.id(), caseworker);
        decisions.begin(dossier.id(), caseworker);
        requests.prepare(dossier.id(), caseworker);
        Account signatory = requests.staff("signatory", Requests.PREFECTURE);
        requests.sign(dossier.id(), signatory);
        queue.runDue();
        clock.advance(Duration.ofMinutes(1));
        return dossier;
    }

    private Neighbourhood of(Dossier dossier, Set<String> offices) {
        return neighbours.of(dossiers.see(dossier.id(), caseworker).orElseThrow(), offices);
    }

    private Dossier deposited(String surname, String given, String title, String birth) {
        Dossier draft = requests.filled(employer);
        requests.answer(
                draft.id(),
                employer,
                "surname",
                surname,
                "given_names",
                given,
                "title_number",
                title,
                "birth_date",
                birth);
        return requests.deposit(dossiers.dossier(draft.id()), employer);
    }
}
