package fr.gouv.workinfrance.employer.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.employer.mandate.Mandate.Giver;
import fr.gouv.workinfrance.employer.mandate.Mandate.Holder;
import fr.gouv.workinfrance.employer.mandate.Mandate.State;
import fr.gouv.workinfrance.employer.mandate.Standing.Asked;
import fr.gouv.workinfrance.employer.mandate.Standing.Ended;
import fr.gouv.workinfrance.employer.mandate.Standing.Given;
import fr.gouv.workinfrance.employer.mandate.Standing.Refused;
import fr.gouv.workinfrance.employer.mandate.Standing.Side;
import fr.gouv.workinfrance.employer.mandate.Standing.Way;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What a mandate lets its holder do, and when it no longer does.
class MandateTest {

    private static final String SIREN = "732829320";
    private static final String LICES = "73282932000074";
    private static final String OTHER = "73282932000082";
    private static final UUID EMPLOYER = UUID.randomUUID();
    private static final UUID STUDENT = UUID.randomUUID();

    /// In Paris, the 23rd of November 2026, 10 o'clock.
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private static final Request REQUEST = request("1", "etudiant-emploi", LICES);
    private static final Reach THIS =
            new Reach.OneRequest(new Scope("dossier", "1"), "WIF-1", "cette demande");

    // ---- time

    @Test
    void a_mandate_that_ended_yesterday_does_not_allow_a_deposit() {
        Mandate ended = given("2026-10-01", "2026-11-22");

        assertThat(ended.covers(REQUEST, Power.DEPOSIT, NOW)).isFalse();
        assertThat(ended.limit(REQUEST, Power.DEPOSIT, NOW)).contains(Limit.EXPIRED);
        assertThat(ended.stateAt(NOW)).isEqualTo(State.EXPIRED);
    }

    @Test
    void a_mandate_holds_until_midnight_in_paris_of_its_last_day() {
        Mandate mandate = given("2026-10-01", "2026-11-23");

        assertThat(mandate.inForceAt(Instant.parse("2026-11-23T22:59:59Z"))).isTrue();
        assertThat(mandate.inForceAt(Instant.parse("2026-11-23T23:00:00Z"))).isFalse();
        assertThat(mandate.end()).isEqualTo("2026-11-23T23:00:00Z");
    }

    @Test
    void a_mandate_that_begins_tomorrow_allows_nothing_today() {
        assertThat(given("2026-11-24", "2027-11-23").limit(REQUEST, Power.FILL, NOW))
                .contains(Limit.NOT_YET);
    }

    @Test
    void what_was_asked_for_is_not_given() {
        assertThat(mandate(new Asked(NOW)).limit(REQUEST, Power.DEPOSIT, NOW))
                .contains(Limit.NOT_GIVEN);
    }

    @Test
    void a_mandate_accepted_at_ten_covers_nothing_of_half_past_nine() {
        Mandate mandate = mandate(online(NOW));

        assertThat(mandate.stateAt(NOW.minusSeconds(1800))).isEqualTo(State.AWAITING);
        assertThat(mandate.stateAt(NOW)).isEqualTo(State.IN_FORCE);
    }

    @Test
    void a_paper_signed_before_the_deposit_and_sent_after_it_was_in_force_on_that_day() {
        Mandate mandate = mandate(paper(NOW.plusSeconds(86_400 * 3), "2026-11-20"));

        assertThat(mandate.inForceAt(NOW)).isTrue();
        assertThat(mandate.inForceAt(Instant.parse("2026-11-19T12:00:00Z"))).isFalse();
    }

    @Test
    void withdrawing_takes_effect_at_that_very_instant_and_not_before() {
        Mandate mandate =
                mandate(new Ended(online(NOW), NOW.plusSeconds(60), EMPLOYER, Side.GIVER));

        assertThat(mandate.covers(REQUEST, Power.DEPOSIT, NOW.plusSeconds(59))).isTrue();
        assertThat(mandate.limit(REQUEST, Power.DEPOSIT, NOW.plusSeconds(60)))
                .contains(Limit.WITHDRAWN);
    }

    @Test
    void the_end_is_told_two_weeks_before_or_on_the_first_day_of_a_shorter_mandate() {
        assertThat(given("2026-10-01", "2027-01-31").announcedOn()).isEqualTo("2027-01-17");
        assertThat(given("2026-11-20", "2026-11-25").announcedOn()).isEqualTo("2026-11-20");
    }

    // ---- reach

    @Test
    void a_mandate_for_one_request_covers_no_other() {
        assertThat(given("2026-10-01", "2027-10-01").covers(REQUEST, Power.DEPOSIT, NOW)).isTrue();
        assertThat(
                        given("2026-10-01", "2027-10-01")
                                .limit(request("2", "etudiant-emploi", LICES), Power.DEPOSIT, NOW))
                .contains(Limit.OTHER_REQUEST);
    }

    @Test
    void a_mandate_for_one_establishment_does_not_cover_another() {
        Mandate mandate = wide(null, Set.of(LICES), online(NOW));

        assertThat(mandate.covers(REQUEST, Power.DEPOSIT, NOW)).isTrue();
        assertThat(mandate.limit(request("2", "etudiant-emploi", OTHER), Power.DEPOSIT, NOW))
                .contains(Limit.OTHER_ESTABLISHMENT);
    }

    @Test
    void a_mandate_for_all_establishments_covers_none_of_another_employer() {
        Mandate mandate = wide(null, Set.of(), online(NOW));

        assertThat(mandate.covers(request("2", "etudiant-emploi", OTHER), Power.FILL, NOW))
                .isTrue();
        assertThat(
                        mandate.limit(
                                request("3", "etudiant-emploi", "55208131766522"), Power.FILL, NOW))
                .contains(Limit.OTHER_REQUEST);
        assertThat(mandate.limit(request("3", "etudiant-emploi", null), Power.FILL, NOW))
                .contains(Limit.OTHER_REQUEST);
    }

    @Test
    void a_mandate_for_one_kind_of_request_covers_no_other_kind() {
        Mandate mandate = wide("etudiant-emploi", Set.of(), online(NOW));

        assertThat(mandate.covers(REQUEST, Power.DEPOSIT, NOW)).isTrue();
        assertThat(mandate.limit(request("1", "etudiant-cursus", LICES), Power.DEPOSIT, NOW))
                .contains(Limit.OTHER_PROCEDURE);
    }

    @Test
    void an_employer_without_a_number_mandates_for_one_request_alone() {
        assertThatThrownBy(
                        () ->
                                new Mandate(
                                        new MandateId(UUID.randomUUID()),
                                        new Giver("Madame Le Goff", null, EMPLOYER),
                                        new Holder("Awa Ndiaye", "", STUDENT),
                                        new Reach.Requests(null, Set.of(), "toutes"),
                                        EnumSet.allOf(Power.class),
                                        LocalDate.parse("2026-10-01"),
                                        LocalDate.parse("2027-10-01"),
                                        online(NOW),
                                        NOW,
                                        null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // ---- powers

    @Test
    void the_holder_does_nothing_that_the_mandate_does_not_say() {
        Mandate fill = mandate(THIS, EnumSet.of(Power.FILL, Power.FOLLOW), online(NOW));

        assertThat(fill.covers(REQUEST, Power.FILL, NOW)).isTrue();
        assertThat(fill.limit(REQUEST, Power.DEPOSIT, NOW)).contains(Limit.OTHER_POWER);
        assertThat(fill.limit(REQUEST, Power.TAKE_BACK, NOW)).contains(Limit.OTHER_POWER);
    }

    // ---- several mandates of one holder

    @Test
    void who_was_never_answered_may_go_on_with_a_paper() {
        assertThat(limit()).isEmpty();
        assertThat(limit(mandate(new Asked(NOW)))).isEmpty();
    }

    @Test
    void who_was_refused_or_withdrawn_may_not() {
        assertThat(limit(mandate(new Refused(NOW, EMPLOYER)))).contains(Limit.REFUSED);
        assertThat(limit(mandate(ended(Side.GIVER)))).contains(Limit.WITHDRAWN);
        assertThat(limit(mandate(ended(Side.HOLDER)))).contains(Limit.WITHDRAWN);
    }

    @Test
    void asking_again_gives_nothing_back_until_the_employer_answers() {
        assertThat(limit(mandate(new Asked(NOW)), mandate(ended(Side.GIVER))))
                .contains(Limit.WITHDRAWN);
        assertThat(limit(mandate(online(NOW)), mandate(ended(Side.GIVER)))).isEmpty();
    }

    @Test
    void a_paper_sent_after_the_employer_withdrew_here_gives_nothing_back() {
        Mandate paper = mandate(paper(NOW, "2026-11-01"));

        assertThat(limit(paper, mandate(ended(Side.GIVER)))).contains(Limit.WITHDRAWN);
        assertThat(limit(paper, mandate(new Refused(NOW.minusSeconds(9), EMPLOYER))))
                .contains(Limit.REFUSED);
        assertThat(limit(paper, mandate(ended(Side.HOLDER)))).isEmpty();
        assertThat(limit(paper)).isEmpty();
    }

    @Test
    void an_answer_that_leads_out_of_the_mandate_can_be_corrected_and_is_not_deposited() {
        Portfolio held = new Portfolio(List.of(wide(null, Set.of(OTHER), online(NOW))));

        assertThat(held.limit(REQUEST, Power.FILL, NOW)).isEmpty();
        assertThat(held.limit(REQUEST, Power.DEPOSIT, NOW)).contains(Limit.OTHER_ESTABLISHMENT);
    }

    @Test
    void a_paper_or_a_mere_address_opens_no_request_of_the_employer() {
        assertThat(opens(new Given(NOW, Way.ONLINE, EMPLOYER, "A", "gérante", day(), true)))
                .isTrue();
        assertThat(opens(online(NOW))).isFalse();
        assertThat(opens(paper(NOW, "2026-11-20"))).isFalse();
    }

    private static boolean opens(Given given) {
        return new Portfolio(List.of(wide(null, Set.of(), given)))
                .opening(REQUEST, Power.FOLLOW, NOW)
                .isPresent();
    }

    private static Optional<Limit> limit(Mandate... held) {
        return new Portfolio(List.of(held)).limit(REQUEST, Power.DEPOSIT, NOW);
    }

    // ---- made

    private static Ended ended(Side side) {
        return new Ended(online(NOW.minusSeconds(60)), NOW.minusSeconds(30), EMPLOYER, side);
    }

    private static LocalDate day() {
        return LocalDate.parse("2026-11-20");
    }

    private static Given online(Instant at) {
        return new Given(at, Way.ONLINE, EMPLOYER, "Anne Le Goff", "gérante", day(), false);
    }

    private static Given paper(Instant at, String signedOn) {
        return new Given(
                at,
                Way.PAPER,
                STUDENT,
                "Anne Le Goff",
                "gérante",
                LocalDate.parse(signedOn),
                false);
    }

    private static Request request(String id, String procedure, @Nullable String siret) {
        return new Request(new Scope("dossier", id), procedure, siret);
    }

    private static Mandate given(String from, String until) {
        return made(
                THIS,
                EnumSet.allOf(Power.class),
                paper(NOW.minusSeconds(86_400), "2026-10-01"),
                from,
                until);
    }

    private static Mandate mandate(Standing standing) {
        return mandate(THIS, EnumSet.allOf(Power.class), standing);
    }

    private static Mandate mandate(Reach reach, Set<Power> powers, Standing standing) {
        return made(reach, powers, standing, "2026-10-01", "2027-10-01");
    }

    private static Mandate wide(@Nullable String procedure, Set<String> sirets, Standing standing) {
        return mandate(
                new Reach.Requests(procedure, sirets, "les demandes"),
                EnumSet.allOf(Power.class),
                standing);
    }

    private static Mandate made(
            Reach reach, Set<Power> powers, Standing standing, String from, String until) {
        return new Mandate(
                new MandateId(UUID.randomUUID()),
                new Giver("Boulangerie des Lices", SIREN, EMPLOYER),
                new Holder("Awa Ndiaye", "", STUDENT),
                reach,
                powers,
                LocalDate.parse(from),
                LocalDate.parse(until),
                standing,
                NOW.minusSeconds(86_400),
                null);
    }
}
