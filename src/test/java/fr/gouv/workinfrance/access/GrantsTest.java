package fr.gouv.workinfrance.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.UUID;

@WifTest
class GrantsTest {

    private static final Actor BY = Actor.system("test");

    @Autowired Accounts accounts;
    @Autowired Grants grants;
    @Autowired Journal journal;
    @Autowired SettableClock clock;

    private final Scope office = new Scope("office", UUID.randomUUID().toString());
    private Account account;

    @BeforeEach
    void account() {
        account = accounts.create(UUID.randomUUID() + "@example.org", "fr");
    }

    @Test
    void a_grant_holds_for_its_scope_alone() {
        var grant = grants.give(account.id(), "caseworker", office, clock.instant(), null, BY);

        assertThat(grants.holds(account.id(), "caseworker", office)).isTrue();
        assertThat(grants.holds(account.id(), "signatory", office)).isFalse();
        assertThat(grants.holds(account.id(), "caseworker", new Scope("office", "x"))).isFalse();
        assertThat(grants.holds(UUID.randomUUID(), "caseworker", office)).isFalse();
        assertThat(grants.of(account.id())).containsExactly(grant);
        assertThat(grants.on(office)).containsExactly(grant);
    }

    @Test
    void it_holds_from_its_first_instant_until_the_last_before_its_end() {
        var from = clock.instant().plus(Duration.ofDays(1));
        var until = from.plus(Duration.ofDays(1));
        grants.give(account.id(), "caseworker", office, from, until, BY);

        assertThat(grants.holds(account.id(), "caseworker", office)).isFalse();
        clock.set(from);
        assertThat(grants.holds(account.id(), "caseworker", office)).isTrue();
        clock.set(until.minusMillis(1));
        assertThat(grants.holds(account.id(), "caseworker", office)).isTrue();
        clock.set(until);
        assertThat(grants.holds(account.id(), "caseworker", office)).isFalse();
        assertThat(grants.on(office)).isEmpty();
        assertThat(grants.history(office)).hasSize(1);
    }

    @Test
    void one_that_is_ended_stays_in_the_history() {
        var grant = grants.give(account.id(), "caseworker", office, clock.instant(), null, BY);
        clock.advance(Duration.ofHours(1));
        grants.end(grant.id(), clock.instant(), BY);
        grants.end(grant.id(), clock.instant().plusSeconds(9), BY);
        grants.end(UUID.randomUUID(), clock.instant(), BY);

        assertThat(grants.of(account.id())).isEmpty();
        assertThat(grants.history(office))
                .singleElement()
                .satisfies(ended -> assertThat(ended.until()).isEqualTo(clock.instant()));
        assertThat(journal.of(new Subject("account", account.id().toString())))
                .extracting(Entry::act)
                .containsExactly("account.opened", "grant.given", "grant.ended");
    }

    @Test
    void one_that_is_given_twice_is_one() {
        var first = grants.give(account.id(), "head", office, clock.instant(), null, BY);
        clock.advance(Duration.ofHours(1));
        assertThat(grants.give(account.id(), "head", office, clock.instant(), null, BY))
                .isEqualTo(first);
        assertThat(grants.history(office)).containsExactly(first);
    }

    @Test
    void one_that_is_ended_before_it_began_never_holds() {
        var from = clock.instant().plus(Duration.ofDays(1));
        var grant = grants.give(account.id(), "head", office, from, null, BY);
        grants.end(grant.id(), clock.instant(), BY);
        clock.set(from);
        assertThat(grants.holds(account.id(), "head", office)).isFalse();
    }
}
