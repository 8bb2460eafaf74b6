package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.clock.ClockLine;
import fr.gouv.workinfrance.dossier.clock.ClockLine.Kind;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.office.Office;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// A request that an office which is not competent forwards to the one that is (L114-2 CRPA).
@WifTest
class ReferralsTest {

    private static final String OTHER = "prefecture-93";
    private static final Scope THERE = new Scope("office", OTHER);
    private static final String REASON = "L’établissement est à Saint-Denis.";

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Referrals referrals;
    @Autowired Journal journal;
    @Autowired JdbcClient jdbc;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    Account there;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        there = requests.staff("caseworker", THERE);
    }

    @Test
    void the_other_office_has_it_in_nobody_s_charge_and_this_one_has_it_no_more() {
        Dossier deposited = requests.deposited(employer);
        decisions.assign(deposited.id(), caseworker.id(), caseworker);
        Dossier forwarded = forward(deposited, OTHER);

        assertThat(forwarded.office()).contains(OTHER);
        assertThat(forwarded.assignee()).isNull();
        assertThat(dossiers.see(forwarded.id(), caseworker)).isEmpty();
        assertThat(dossiers.see(forwarded.id(), there)).isPresent();
        decisions.assign(forwarded.id(), there.id(), there);
        assertThat(dossiers.dossier(forwarded.id()).assignee()).isEqualTo(there.id());
    }

    @Test
    void those_who_are_put_in_charge_at_the_same_instant_are_told_one_after_the_other() {
        Account colleague = requests.staff("caseworker", Requests.PREFECTURE);
        Dossier deposited = requests.deposited(employer);
        decisions.assign(deposited.id(), caseworker.id(), caseworker);
        Dossier assigned = decisions.assign(deposited.id(), colleague.id(), caseworker);

        assertThat(assigned.assignee()).isEqualTo(colleague.id());
        assertThat(
                        jdbc.sql(
                                        "select account from dossier.assignment"
                                                + " where dossier = :dossier order by number")
                                .param("dossier", deposited.id().value())
                                .query(UUID.class)
                                .list())
                .containsExactly(caseworker.id(), colleague.id());
    }

    @Test
    void the_limit_of_a_refusal_runs_from_the_office_first_seized_and_a_line_says_so() {
        Dossier deposited = requests.deposited(employer);
        clock.advance(Duration.ofDays(5));
        Dossier forwarded = forward(deposited, OTHER);

        assertThat(forwarded.clock().limit()).isEqualTo(deposited.clock().limit());
        assertThat(forwarded.clock().started()).isEqualTo(deposited.clock().started());
        ClockLine line = forwarded.clock().lines().getLast();
        assertThat(line.kind()).isEqualTo(Kind.FORWARDED);
        assertThat(line.article()).isEqualTo("L114-2, L114-3 CRPA");
        assertThat(line.day()).isEqualTo(deposited.clock().started().orElseThrow().plusDays(5));
    }

    @Test
    void the_journal_says_from_where_to_where_and_the_reason_can_be_erased() {
        Entry entry =
                journal.of(forward(requests.deposited(employer), OTHER).id().subject()).stream()
                        .filter(each -> each.act().equals("FORWARD"))
                        .findFirst()
                        .orElseThrow();
        assertThat(entry.facts())
                .containsEntry("from", "prefecture-75")
                .containsEntry("office", OTHER);
        assertThat(entry.facts().get("clock").lines().map(ClockLine::read))
                .extracting(ClockLine::kind)
                .containsExactly(Kind.FORWARDED);
        assertThat(entry.personal()).containsEntry("reason", REASON);
    }

    @Test
    void what_waits_to_be_signed_is_examined_again_there() {
        Dossier prepared = requests.prepared(employer, caseworker);
        Dossier forwarded = forward(prepared, OTHER);

        assertThat(forwarded.stage()).isInstanceOf(Stage.InExamination.class);
        assertThat(forwarded.prepared()).isEmpty();
        assertThat(forwarded.certified()).isEqualTo(prepared.certified());
        decisions.assign(forwarded.id(), there.id(), there);
        assertThat(requests.prepare(forwarded.id(), there).stage())
                .isInstanceOf(Stage.AwaitingSignature.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prefecture-75", "prefecture-99", "drac-ile-de-france", "urssaf-corse"})
    void it_goes_neither_to_its_own_office_nor_to_one_that_handles_no_request(String office) {
        Dossier deposited = requests.deposited(employer);
        assertThat(referrals.offices(deposited)).extracting(Office::id).doesNotContain(office);
        assertThatThrownBy(() -> forward(deposited, office)).isInstanceOf(IllegalMove.class);
        assertThat(dossiers.dossier(deposited.id()).office()).contains("prefecture-75");
    }

    @Test
    void it_takes_a_reason_and_whoever_is_elsewhere_cannot() {
        Dossier deposited = requests.deposited(employer);
        assertThatThrownBy(() -> referrals.forward(deposited.id(), OTHER, "  ", caseworker))
                .isInstanceOf(IllegalMove.class);
        for (Account nobody : List.of(there, employer)) {
            assertThatThrownBy(() -> referrals.forward(deposited.id(), OTHER, REASON, nobody))
                    .isInstanceOf(IllegalMove.class);
        }
    }

    private Dossier forward(Dossier dossier, String office) {
        clock.advance(Duration.ofMinutes(5));
        return referrals.forward(dossier.id(), office, REASON, caseworker);
    }
}
