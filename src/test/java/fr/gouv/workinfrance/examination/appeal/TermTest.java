package fr.gouv.workinfrance.examination.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.calendar.LegalPeriod;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.examination.appeal.Court.Why;
import fr.gouv.workinfrance.examination.appeal.Recourse.Answer;
import fr.gouv.workinfrance.examination.appeal.Term.Timeliness;
import fr.gouv.workinfrance.procedure.Appeal.Silence;
import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// How long a party has to contest a refusal, and what its appeals do to the time of the court.
class TermTest {

    private static final LegalDays DAYS = LegalDays.in(HolidayZone.METROPOLE);
    private static final LegalPeriod TWO_MONTHS = LegalPeriod.parse("2 months");
    private static final LegalPeriod MONTH = LegalPeriod.parse("1 month");
    private static final Refusal SILENCE = new Refusal("SILENCE/2026-09-10");
    private static final Term TERM = Term.ofSilence(SILENCE.day().orElseThrow(), TWO_MONTHS, DAYS);

    @Test
    void the_day_shown_is_counted_from_when_the_decision_was_there_even_if_it_is_opened_later() {
        Term term = decided("2026-09-01", "2026-09-20");

        assertThat(term.earliest()).isEqualTo("2026-11-01");
        assertThat(term.latest()).as("the 21st is a Saturday").isEqualTo("2026-11-23");
    }

    @ParameterizedTest(name = "available on {0}, opened on {1}, appeal on {2}: {3}")
    @CsvSource({
        "2026-09-01, 2026-09-01, 2026-11-01, IN_TIME",
        "2026-09-01, 2026-09-01, 2026-11-02, DOUBTFUL",
        "2026-09-01, 2026-09-01, 2026-11-03, LATE",
        "2026-09-01, 2026-09-20, 2026-11-23, DOUBTFUL",
        "2026-09-01, 2026-09-20, 2026-11-24, LATE",
        "2026-09-01,           , 2027-08-01, DOUBTFUL",
        // the last day of a month that is too short
        "2026-12-31, 2026-12-31, 2027-02-28, IN_TIME",
    })
    void what_is_late_by_one_reading_alone_is_doubtful(
            String available, @Nullable String opened, LocalDate day, Timeliness judged) {
        assertThat(decided(available, opened).judge(day)).isEqualTo(judged);
    }

    @Test
    void without_an_appeal_the_court_s_time_is_that_of_the_refusal() {
        assertThat(court()).isEqualTo(new Court(LocalDate.parse("2026-11-10"), Why.REFUSAL));
    }

    @Test
    void an_appeal_in_time_gives_two_months_more_from_the_day_silence_rejects_it() {
        assertThat(court(appeal("2026-10-05", null)))
                .isEqualTo(new Court(LocalDate.parse("2027-02-05"), Why.SILENCE));
    }

    @Test
    void a_rejection_gives_two_months_more_unless_silence_had_rejected_before() {
        assertThat(court(appeal("2026-10-05", "2026-10-20")))
                .isEqualTo(new Court(LocalDate.parse("2026-12-20"), Why.REJECTION));
        assertThat(court(appeal("2026-10-05", "2026-12-24")))
                .isEqualTo(new Court(LocalDate.parse("2027-02-05"), Why.SILENCE));
    }

    @Test
    void of_two_appeals_in_time_the_last_rejected_counts() {
        assertThat(court(appeal("2026-10-05", "2026-10-20"), appeal("2026-11-09", null)))
                .isEqualTo(new Court(LocalDate.parse("2027-03-09"), Why.SILENCE));
    }

    @Test
    void an_appeal_that_may_be_late_moves_nothing() {
        assertThat(court(appeal("2026-11-11", null)).why()).isEqualTo(Why.REFUSAL);
    }

    @Test
    void reasons_asked_for_in_time_give_two_months_more_once_they_are_given() {
        assertThat(court(reasons("2026-10-05", null)).why()).isEqualTo(Why.REFUSAL);
        assertThat(court(reasons("2026-10-05", "2026-11-20")))
                .isEqualTo(new Court(LocalDate.parse("2027-01-20"), Why.REASONS));
    }

    private static Term decided(String available, @Nullable String opened) {
        return Term.ofDecision(
                LocalDate.parse(available),
                opened == null ? null : LocalDate.parse(opened),
                TWO_MONTHS,
                DAYS);
    }

    private static Court court(Recourse... made) {
        return Court.of(TERM, List.of(made), TWO_MONTHS, DAYS);
    }

    private static Recourse appeal(String day, @Nullable String answered) {
        return made(day, TWO_MONTHS, Silence.REJECTED, Answer.Kind.REJECTED, answered);
    }

    private static Recourse reasons(String day, @Nullable String answered) {
        return made(day, MONTH, Silence.UNREASONED, Answer.Kind.REASONS, answered);
    }

    private static Recourse made(
            String day,
            LegalPeriod period,
            Silence silence,
            Answer.Kind kind,
            @Nullable String answered) {
        LocalDate received = LocalDate.parse(day);
        return new Recourse(
                UUID.randomUUID(),
                new DossierId(UUID.randomUUID()),
                SILENCE,
                "gracieux",
                Part.EMPLOYER,
                UUID.randomUUID(),
                Instant.EPOCH,
                received,
                "prefecture-75",
                "Revoyez ceci.",
                List.of(),
                DAYS.plus(received, period),
                silence,
                null,
                null,
                null,
                null,
                answered == null
                        ? null
                        : new Answer(kind, Instant.EPOCH, LocalDate.parse(answered)));
    }
}
