package fr.gouv.workinfrance.examination.revision;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.calendar.LegalPeriod;
import fr.gouv.workinfrance.procedure.Ground;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Retraction;
import fr.gouv.workinfrance.procedure.Words;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

class WithdrawalTest {

    private static final LegalDays DAYS = LegalDays.in(HolidayZone.METROPOLE);
    private static final LocalDate DECIDED = LocalDate.parse("2026-11-23");
    private static final Set<Part> BOTH = Set.of(Part.EMPLOYER, Part.WORKER);
    private static final LocalDate BY = LocalDate.parse("2027-01-15");

    private static final Retraction LAW =
            new Retraction(
                    LegalPeriod.parse("15 calendar_days"),
                    Retraction.NONE.hearing(),
                    List.of(
                            ground("illegal", null, "4 months"),
                            ground("fraud", null, null),
                            ground("certificate", "3 months", null)));

    @Test
    void an_illegal_decision_is_taken_back_within_four_months_of_its_day_and_a_fraud_at_any_time() {
        LocalDate last = LocalDate.parse("2027-03-23");

        assertThat(faults("illegal", last, last)).doesNotContain("ground.late");
        assertThat(faults("illegal", last.plusDays(1), last)).contains("ground.late");
        assertThat(faults("fraud", last.plusYears(2), last.plusYears(2).plusDays(15))).isEmpty();
    }

    @Test
    void the_certificate_is_not_missed_before_its_three_months_are_over() {
        assertThat(faults("certificate", LocalDate.parse("2027-02-23"), "2027-03-31"))
                .containsExactly("ground.early");
        assertThat(faults("certificate", LocalDate.parse("2027-02-24"), "2027-03-31")).isEmpty();
    }

    @Test
    void there_is_time_to_answer_and_time_to_sign_after_it() {
        LocalDate today = LocalDate.parse("2027-03-01");

        assertThat(faults("illegal", today, "2027-03-15")).containsExactly("by.early");
        assertThat(faults("illegal", today, "2027-03-16")).isEmpty();
        assertThat(faults("illegal", today, "2027-03-22")).isEmpty();
        assertThat(faults("illegal", today, "2027-03-23")).containsExactly("by.late");
    }

    @Test
    void nothing_is_signed_before_all_have_answered_or_the_last_day_has_passed() {
        assertThat(Hearing.NONE.over(BY, BY, BOTH)).isFalse();
        assertThat(Hearing.NONE.over(BY, BY.plusDays(1), BOTH)).isTrue();
        assertThat(heard(said(Part.WORKER, false)).over(BY, BY, BOTH)).isFalse();
        assertThat(heard(said(Part.WORKER, false), said(Part.EMPLOYER, false)).over(BY, BY, BOTH))
                .isTrue();
    }

    @Test
    void who_asks_to_be_heard_is_whatever_the_day() {
        Hearing asked = heard(said(Part.WORKER, true));

        assertThat(asked.over(BY, BY.plusDays(30), BOTH)).isFalse();
        assertThat(
                        new Hearing(
                                        asked.observations(),
                                        new Hearing.Interview(
                                                "Reçu le 4.", UUID.randomUUID(), Instant.EPOCH))
                                .over(BY, BY.plusDays(1), BOTH))
                .isTrue();
    }

    private static Hearing heard(Observation... said) {
        return new Hearing(List.of(said), null);
    }

    private static Observation said(Part part, boolean oral) {
        return new Observation(part, UUID.randomUUID(), "", List.of(), oral, Instant.EPOCH);
    }

    private static Set<String> faults(String ground, LocalDate today, String by) {
        return faults(ground, today, LocalDate.parse(by));
    }

    private static Set<String> faults(String ground, LocalDate today, LocalDate by) {
        return new Withdrawal(ground, "Le contrat n’existait pas.", by)
                .faults(LAW, DECIDED, today, DAYS);
    }

    private static Ground ground(String id, @Nullable String after, @Nullable String until) {
        return new Ground(
                id,
                new Words(id, id),
                new Words(id, id),
                Ground.Effect.TAKEN_BACK,
                after == null ? null : LegalPeriod.parse(after),
                until == null ? null : LegalPeriod.parse(until),
                List.of());
    }
}
