package fr.gouv.workinfrance.employer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.reference.Siren;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

class MembershipTest {

    private static final EmployerId BAKERY = EmployerId.of(new Siren("732829320"));
    private static final EmployerId POST = EmployerId.of(new Siren("356000000"));
    private static final String HERE = "73282932000074";
    private static final String THERE = "73282932000082";
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    private final UUID anne = UUID.randomUUID();

    @Test
    void a_grant_on_the_whole_is_for_every_establishment_of_that_company_alone() {
        Membership member = only(grant("employer_deposits", BAKERY.scope()));

        assertThat(member.role()).isEqualTo(Role.DEPOSITS);
        assertThat(member.covers(BAKERY, HERE)).isTrue();
        assertThat(member.covers(POST, "35600000000048")).isFalse();
    }

    @Test
    void grants_on_establishments_are_for_those_and_no_others() {
        Membership member =
                only(
                        grant("employer_fills", new Scope("establishment", HERE)),
                        grant("employer_fills", new Scope("establishment", THERE)));

        assertThat(member.employer()).isEqualTo(BAKERY);
        assertThat(member.sirets()).containsExactly(HERE, THERE);
        assertThat(member.covers(BAKERY, "73282932000090")).isFalse();
        assertThat(member.grants()).hasSize(2);
    }

    @Test
    void the_grants_of_a_dossier_or_of_an_office_say_nothing_of_a_company() {
        assertThat(
                        Membership.of(
                                List.of(
                                        grant("employer", new Scope("dossier", "x")),
                                        grant("caseworker", new Scope("office", "x")),
                                        grant("employer_invited", BAKERY.scope()))))
                .isEmpty();
    }

    @Test
    void a_role_allows_what_those_before_it_allow() {
        assertThat(Role.ADMINISTERS.allows(Role.DEPOSITS)).isTrue();
        assertThat(Role.FILLS.allows(Role.FILLS)).isTrue();
        assertThat(Role.FILLS.allows(Role.DEPOSITS)).isFalse();
    }

    @Test
    void an_employer_has_a_siren_or_a_number_of_our_own() {
        assertThat(new EmployerId("siren:356000000").siren()).contains(new Siren("356000000"));
        assertThat(new EmployerId(UUID.randomUUID().toString()).siren()).isEmpty();
        for (String wrong : List.of("siren:356000001", "siren:", "356000000", "")) {
            assertThatThrownBy(() -> new EmployerId(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Membership only(Grant... grants) {
        List<Membership> found = Membership.of(List.of(grants));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private Grant grant(String relation, Scope scope) {
        return new Grant(UUID.randomUUID(), anne, relation, scope, NOW, null);
    }
}
