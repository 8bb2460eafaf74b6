package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Reorganisation.Share;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;
import fr.gouv.workinfrance.office.Closure;
import fr.gouv.workinfrance.office.Closures;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.OfficeKind;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.office.Place;
import fr.gouv.workinfrance.office.Territory;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// An office that closes hands over all that it has, on its day and in one act.
@WifTest
class ReorganisationsTest {

    private static final Actor HOUSE = Actor.system("test");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Referrals referrals;
    @Autowired Reorganisations reorganisations;
    @Autowired Closures closures;
    @Autowired Offices offices;
    @Autowired Grants grants;
    @Autowired Journal journal;
    @Autowired SettableClock clock;

    /// Départements that no other test has.
    private final String one = "X" + UUID.randomUUID();

    private final String two = "X" + UUID.randomUUID();
    private final String three = "X" + UUID.randomUUID();

    Account employer;
    Account administrator;
    Account caseworker;
    Office closing;
    Office next;

    @BeforeEach
    void twoOffices() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        administrator = requests.someone("administration");
        closing = opened(Set.of(one, two));
        next = opened(Set.of(three));
        caseworker = requests.staff("caseworker", scope(closing));
    }

    @Test
    void all_that_it_has_goes_to_its_successor_and_the_limits_stay() {
        Dossier mine = here(requests.deposited(employer));
        decisions.assign(mine.id(), caseworker.id(), caseworker);
        plan(TODAY.minusDays(1), Map.of(), false);
        assertThat(reorganisations.carryOut(closing.id(), HOUSE)).isEqualTo(1);

        Dossier moved = dossiers.dossier(mine.id());
        assertThat(moved.office()).contains(next.id());
        assertThat(moved.assignee()).isNull();
        assertThat(moved.clock()).isEqualTo(mine.clock());
        assertThat(dossiers.see(mine.id(), caseworker)).isEmpty();
        assertThat(entry(mine.id().subject(), "REORGANISE").facts())
                .containsEntry("from", closing.id())
                .containsEntry("office", next.id());
        assertThat(entry(new Subject("office", closing.id()), "HANDED_OVER").facts())
                .containsEntry("requests", "1");
    }

    @Test
    void what_waits_to_be_signed_is_examined_again() {
        Dossier deposited = here(requests.deposited(employer));
        clock.advance(Duration.ofMinutes(5));
        decisions.assign(deposited.id(), caseworker.id(), caseworker);
        decisions.certify(deposited.id(), caseworker);
        decisions.begin(deposited.id(), caseworker);
        requests.prepare(deposited.id(), caseworker);
        plan(TODAY.minusDays(1), Map.of(), false);
        reorganisations.carryOut(closing.id(), HOUSE);

        Dossier moved = dossiers.dossier(deposited.id());
        assertThat(moved.stage()).isInstanceOf(Stage.InExamination.class);
        assertThat(moved.prepared()).isEmpty();
    }

    @Test
    void those_who_work_there_go_with_their_requests_when_it_is_chosen() {
        Dossier mine = here(requests.deposited(employer));
        decisions.assign(mine.id(), caseworker.id(), caseworker);
        plan(TODAY.minusDays(1), Map.of(), true);
        reorganisations.carryOut(closing.id(), HOUSE);

        assertThat(dossiers.dossier(mine.id()).assignee()).isEqualTo(caseworker.id());
        assertThat(grants.holds(caseworker.id(), "caseworker", scope(next))).isTrue();
        assertThat(grants.holds(caseworker.id(), "caseworker", scope(closing))).isFalse();
    }

    @Test
    void it_is_done_on_the_day_after_its_last_and_the_successor_is_competent_from_that_day_on() {
        Dossier mine = here(requests.deposited(employer));
        plan(TODAY.plusDays(1), Map.of(), false);
        assertThat(reorganisations.due()).doesNotContain(closing.id());
        assertThat(reorganisations.carryOut(closing.id(), HOUSE)).isZero();
        assertThat(competent(one, TODAY.plusDays(1))).isEqualTo(closing.id());
        assertThat(competent(one, TODAY.plusDays(2)))
                .as("before it is handed over")
                .isEqualTo(next.id());

        clock.advance(Duration.ofDays(2));
        ReorganisationQueue.look(reorganisations);
        assertThat(dossiers.dossier(mine.id()).office()).contains(next.id());
        assertThat(competent(one, TODAY.plusDays(2))).isEqualTo(next.id());
        assertThat(offices.office(next.id()).orElseThrow().territory().departments())
                .containsExactlyInAnyOrder(one, two, three);
    }

    @Test
    void a_departement_can_go_to_another_successor() {
        String four = "X" + UUID.randomUUID();
        Office third = opened(Set.of(four));
        Dossier of75 = here(requests.deposited(employer));
        Office with75 = territory(closing, Set.of(one, "75"));
        offices.change(with75, administrator);
        Closure split = closure(TODAY.minusDays(1), new TreeMap<>(Map.of("75", third.id())), false);
        Reorganisation foreseen = reorganisations.foresee(with75, split);
        assertThat(foreseen.shares().get(third.id()).at(Stage.Name.SUBMITTED)).isEqualTo(1);
        assertThat(foreseen.shares().get(next.id())).isEqualTo(new Share(Map.of(), 0));
        closures.plan(split, administrator);
        reorganisations.carryOut(closing.id(), HOUSE);

        assertThat(dossiers.dossier(of75.id()).office()).contains(third.id());
        assertThat(offices.office(third.id()).orElseThrow().territory().departments())
                .containsExactlyInAnyOrder(four, "75");
        offices.change(
                territory(offices.office(third.id()).orElseThrow(), Set.of(four)), administrator);
    }

    @Test
    void what_came_by_an_act_that_was_under_way_is_handed_over_later() {
        plan(TODAY.minusDays(1), Map.of(), false);
        reorganisations.carryOut(closing.id(), HOUSE);
        assertThat(reorganisations.due()).doesNotContain(closing.id());
        assertThat(reorganisations.carryOut(closing.id(), HOUSE)).isZero();
        assertThat(journal.of(new Subject("office", closing.id())))
                .filteredOn(entry -> entry.act().equals("HANDED_OVER"))
                .hasSize(1);
    }

    @Test
    void two_administrators_at_once_close_it_once_and_lose_nothing() throws Exception {
        Dossier mine = here(requests.deposited(employer));
        Closure closure = closure(TODAY.minusDays(1), new TreeMap<>(), false);
        try (var two = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> close = () -> closures.plan(closure, administrator);
            assertThat(two.invokeAll(List.of(close, close)))
                    .extracting(Future::get)
                    .containsExactlyInAnyOrder(true, false);
            Callable<Long> carry = () -> reorganisations.carryOut(closing.id(), HOUSE);
            assertThat(two.invokeAll(List.of(carry, carry)))
                    .extracting(Future::get)
                    .containsExactlyInAnyOrder(1L, 0L);
        }
        assertThat(dossiers.dossier(mine.id()).office()).contains(next.id());
    }

    @Test
    void a_successor_is_another_office_of_its_kind_that_is_open_then() {
        for (String wrong : List.of(closing.id(), "plateforme-bethune", "prefecture-99")) {
            assertThatThrownBy(
                            () ->
                                    closures.plan(
                                            new Closure(
                                                    closing.id(),
                                                    TODAY,
                                                    wrong,
                                                    new TreeMap<>(),
                                                    false,
                                                    null),
                                            administrator))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void it_can_be_taken_back_until_it_is_handed_over() {
        Closure later = closure(TODAY.plusDays(9), new TreeMap<>(), false);
        assertThat(closures.plan(later, administrator)).isTrue();
        assertThat(closures.cancel(later, administrator)).isTrue();
        assertThat(offices.office(closing.id()).orElseThrow().until()).isNull();

        plan(TODAY.minusDays(1), Map.of(), false);
        reorganisations.carryOut(closing.id(), HOUSE);
        assertThat(closures.cancel(later, administrator)).isFalse();
    }

    private Dossier here(Dossier dossier) {
        Account paris = requests.staff("caseworker", Requests.PREFECTURE);
        return referrals.forward(dossier.id(), closing.id(), "Essai.", paris);
    }

    private Office opened(Set<String> departments) {
        Office like = offices.office("prefecture-75").orElseThrow();
        String id = "zz-essai-" + UUID.randomUUID();
        Office office =
                new Office(
                        id,
                        OfficeKind.PREFECTURE,
                        id,
                        like.address(),
                        like.email(),
                        like.phone(),
                        like.openingHours(),
                        "75",
                        new Territory(departments, Set.of(), false),
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

    private Office territory(Office office, Set<String> departments) {
        return new Office(
                office.id(),
                office.kind(),
                office.name(),
                office.address(),
                office.email(),
                office.phone(),
                office.openingHours(),
                office.seat(),
                new Territory(departments, Set.of(), false),
                office.procedures(),
                office.closedDays(),
                office.from(),
                office.until(),
                office.parent(),
                office.revision(),
                office.thresholds());
    }

    private Closure closure(LocalDate lastDay, SortedMap<String, String> parts, boolean members) {
        return new Closure(closing.id(), lastDay, next.id(), parts, members, null);
    }

    private void plan(LocalDate lastDay, Map<String, String> parts, boolean members) {
        assertThat(closures.plan(closure(lastDay, new TreeMap<>(parts), members), administrator))
                .isTrue();
    }

    private String competent(String department, LocalDate on) {
        return offices.covering(
                        OfficeKind.PREFECTURE,
                        new Place.InDepartment(department),
                        Requests.PROCEDURE,
                        on)
                .orElseThrow()
                .id();
    }

    private Entry entry(Subject subject, String act) {
        return journal.of(subject).stream()
                .filter(entry -> entry.act().equals(act))
                .findFirst()
                .orElseThrow();
    }

    private static Scope scope(Office office) {
        return new Scope("office", office.id());
    }
}
