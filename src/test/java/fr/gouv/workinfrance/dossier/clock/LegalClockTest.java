package fr.gouv.workinfrance.dossier.clock;

import static fr.gouv.workinfrance.procedure.TimeLimit.Silence.ACCEPTANCE;
import static fr.gouv.workinfrance.procedure.TimeLimit.Silence.REFUSAL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.calendar.LegalPeriod;
import fr.gouv.workinfrance.dossier.clock.ClockLine.Cause;
import fr.gouv.workinfrance.dossier.clock.ClockLine.Kind;
import fr.gouv.workinfrance.dossier.clock.LegalClock.State;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;

class LegalClockTest {

    private static final LegalPeriod TWO_MONTHS = new LegalPeriod(2, LegalPeriod.Unit.MONTHS);
    private static final LegalDays DAYS = LegalDays.in(HolidayZone.METROPOLE);

    private final LegalClock refusal = LegalClock.of(TWO_MONTHS, REFUSAL);
    private final LegalClock acceptance = LegalClock.of(TWO_MONTHS, ACCEPTANCE);

    @Test
    void two_months_run_from_date_to_date_from_the_day_of_receipt() {
        assertThat(refusal.start(day("2026-11-23"), DAYS).limit()).contains(day("2027-01-23"));
        assertThat(refusal.start(day("2026-12-31"), DAYS).limit()).contains(day("2027-02-28"));
    }

    @Test
    void
            asking_for_a_missing_piece_suspends_the_clock_of_refusal_for_the_time_given_and_no_longer() {
        LegalClock asked =
                refusal.start(day("2026-11-23"), DAYS)
                        .suspend(day("2026-12-01"), day("2026-12-16"));

        assertThat(asked.state()).isEqualTo(State.SUSPENDED);
        assertThat(asked.limit()).contains(day("2027-02-07"));
        assertThat(asked.answerDayPassed(day("2026-12-16"))).isEqualTo(asked);

        LegalClock passed = asked.answerDayPassed(day("2026-12-17"));
        assertThat(passed.state()).isEqualTo(State.RUNNING);
        assertThat(passed.limit()).contains(day("2027-02-07"));
        assertThat(passed.lines().getLast().cause()).isEqualTo(Cause.TIME);
    }

    @Test
    void an_early_answer_ends_the_suspension_and_keeps_the_days_already_counted() {
        LegalClock answered =
                refusal.start(day("2026-11-23"), DAYS)
                        .suspend(day("2026-12-01"), day("2026-12-16"))
                        .resume(day("2026-12-04"), DAYS);

        // three days of waiting, and three days only
        assertThat(answered.limit()).contains(day("2027-01-26"));
    }

    @Test
    void an_answer_that_comes_after_its_day_does_not_push_the_limit_further() {
        LegalClock late =
                refusal.start(day("2026-11-23"), DAYS)
                        .suspend(day("2026-12-01"), day("2026-12-16"))
                        .resume(day("2026-12-20"), DAYS);

        assertThat(late.limit()).contains(day("2027-02-07"));
    }

    @Test
    void a_clock_of_acceptance_runs_only_from_the_receipt_of_the_missing_pieces() {
        LegalClock asked =
                acceptance
                        .start(day("2026-11-23"), DAYS)
                        .suspend(day("2026-12-01"), day("2026-12-16"));

        assertThat(asked.limit()).isEmpty();
        assertThat(asked.answerDayPassed(day("2027-03-01"))).isEqualTo(asked);
        assertThat(asked.resume(day("2026-12-10"), DAYS).limit()).contains(day("2027-02-10"));
    }

    @Test
    void what_no_text_requires_has_no_effect_and_says_so() {
        LegalClock asked =
                refusal.start(day("2026-11-23"), DAYS)
                        .askedWithoutEffect(day("2026-12-01"), "L114-5-1 CRPA");

        assertThat(asked.limit()).contains(day("2027-01-23"));
        assertThat(asked.lines().getLast().kind()).isEqualTo(Kind.NO_EFFECT);
    }

    @Test
    void a_request_that_is_forwarded_keeps_its_limit_of_refusal_suspended_or_not() {
        LegalClock started = refusal.start(day("2026-11-23"), DAYS);
        LegalClock forwarded = started.forwarded(day("2026-12-01"), DAYS);
        assertThat(forwarded.limit()).isEqualTo(started.limit());
        assertThat(forwarded.state()).isEqualTo(State.RUNNING);

        LegalClock asked = started.suspend(day("2026-12-01"), day("2026-12-16"));
        LegalClock waiting = asked.forwarded(day("2026-12-03"), DAYS);
        assertThat(waiting.state()).isEqualTo(State.SUSPENDED);
        assertThat(waiting.resume(day("2026-12-04"), DAYS).limit()).contains(day("2027-01-26"));
    }

    @Test
    void a_clock_of_acceptance_runs_only_from_receipt_by_the_competent_administration() {
        LegalClock started = acceptance.start(day("2026-11-23"), DAYS);
        assertThat(started.forwarded(day("2026-12-01"), DAYS).limit()).contains(day("2027-02-01"));

        LegalClock reached = started.look(day("2027-01-23"));
        assertThat(reached.forwarded(day("2027-01-25"), DAYS).limit()).isEqualTo(reached.limit());
    }

    @Test
    void the_limit_is_reached_on_its_own_day_and_told_once() {
        LegalClock started = refusal.start(day("2026-11-23"), DAYS);

        assertThat(started.look(day("2027-01-22"))).isEqualTo(started);
        LegalClock reached = started.look(day("2027-01-24"));
        assertThat(reached.reached()).isTrue();
        assertThat(reached.lines().getLast().day()).isEqualTo(day("2027-01-23"));
        assertThat(reached.look(day("2027-02-24"))).isEqualTo(reached);
    }

    @Test
    void an_express_decision_may_still_be_taken_after_the_limit() {
        LegalClock decided =
                refusal.start(day("2026-11-23"), DAYS)
                        .look(day("2027-01-24"))
                        .stop(day("2027-02-01"), "R5221-17 Code du travail", Cause.SERVICE);

        assertThat(decided.state()).isEqualTo(State.STOPPED);
        assertThat(decided.limit()).isEmpty();
        assertThatThrownBy(() -> decided.suspend(day("2027-02-02"), day("2027-02-03")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatever_happens_the_date_shown_is_the_one_of_the_last_line_and_never_moves_without_one() {
        Random random = new Random(20261123);
        for (int life = 0; life < 2_000; life++) {
            LocalDate today = day("2026-01-01").plusDays(random.nextInt(365));
            LegalClock clock =
                    LegalClock.of(TWO_MONTHS, random.nextBoolean() ? REFUSAL : ACCEPTANCE)
                            .start(today, DAYS);
            LocalDate first = clock.limit().orElseThrow();
            for (int step = 0; step < 8; step++) {
                today = today.plusDays(random.nextInt(12));
                LegalClock before = clock;
                clock = step(clock, today, random);
                assertThat(clock.lines()).startsWith(before.lines().toArray(ClockLine[]::new));
                if (clock.lines().size() == before.lines().size()) {
                    assertThat(clock.limit()).isEqualTo(before.limit());
                }
                if (clock.silence() == REFUSAL && clock.limit().isPresent()) {
                    assertThat(clock.limit().get())
                            .as("two months from receipt, and each day of waiting once")
                            .isEqualTo(first.plusDays(waited(clock)));
                }
            }
            assertThat(clock.lines()).extracting(ClockLine::number).doesNotHaveDuplicates();
        }
    }

    /// The days during which pieces were waited for: the time given to answer, or less when they
    /// came before.
    private static long waited(LegalClock clock) {
        long days = 0;
        ClockLine asked = null;
        for (ClockLine line : clock.lines()) {
            if (line.kind() == Kind.SUSPEND) {
                asked = line;
                days += ChronoUnit.DAYS.between(line.day(), line.answerBy());
            } else if (line.kind() == Kind.RESUME && line.day().isBefore(asked.answerBy())) {
                days -= ChronoUnit.DAYS.between(line.day(), asked.answerBy());
            }
        }
        return days;
    }

    @Test
    void a_line_is_the_same_once_written_and_read_again() {
        LegalClock clock =
                refusal.start(day("2026-11-23"), DAYS)
                        .suspend(day("2026-12-01"), day("2026-12-16"))
                        .askedWithoutEffect(day("2026-12-01"), null)
                        .resume(day("2026-12-04"), DAYS)
                        .stop(day("2026-12-05"), null, Cause.APPLICANT);

        assertThat(clock.lines())
                .allSatisfy(line -> assertThat(ClockLine.read(line.written())).isEqualTo(line));
    }

    private static LegalClock step(LegalClock clock, LocalDate today, Random random) {
        return switch (clock.state()) {
            case RUNNING ->
                    switch (random.nextInt(3)) {
                        case 0 -> clock.suspend(today, today.plusDays(random.nextInt(20)));
                        case 1 -> clock.askedWithoutEffect(today, "L114-5-1 CRPA");
                        default -> clock.look(today);
                    };
            case SUSPENDED ->
                    random.nextBoolean() ? clock.resume(today, DAYS) : clock.answerDayPassed(today);
            case NOT_STARTED, STOPPED -> clock;
        };
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
