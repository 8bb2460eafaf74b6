package fr.gouv.workinfrance.dossier.clock;

import static fr.gouv.workinfrance.dossier.clock.ClockLine.Kind.FORWARDED;
import static fr.gouv.workinfrance.dossier.clock.ClockLine.Kind.NO_EFFECT;
import static fr.gouv.workinfrance.dossier.clock.ClockLine.Kind.REACHED;
import static fr.gouv.workinfrance.dossier.clock.ClockLine.Kind.RESUME;
import static fr.gouv.workinfrance.dossier.clock.ClockLine.Kind.START;
import static fr.gouv.workinfrance.dossier.clock.ClockLine.Kind.STOP;
import static fr.gouv.workinfrance.dossier.clock.ClockLine.Kind.SUSPEND;

import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.calendar.LegalPeriod;
import fr.gouv.workinfrance.dossier.clock.ClockLine.Cause;
import fr.gouv.workinfrance.procedure.TimeLimit.Silence;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The legal time limit of one request, as a ledger that is only ever added to.
///
/// Two algorithms, after the meaning of silence:
///
/// - *refusal* (L114-3 first paragraph, L114-5 third paragraph CRPA): runs from receipt by the
///   administration first seized; asking for a missing piece suspends it for the time given to
///   answer and no longer, and the days already counted stay counted;
/// - *acceptance* (L114-3 second paragraph, L114-5 second paragraph CRPA): runs from receipt by the
///   competent administration; when pieces required by a text are missing, it runs only from their
///   receipt.
///
/// A date never moves without a line that says why.
public record LegalClock(LegalPeriod period, Silence silence, List<ClockLine> lines) {

    public enum State {
        NOT_STARTED,
        RUNNING,
        SUSPENDED,
        STOPPED
    }

    public LegalClock {
        lines = List.copyOf(lines);
    }

    /// A clock that nothing has started yet.
    public static LegalClock of(LegalPeriod period, Silence silence) {
        return new LegalClock(period, silence, List.of());
    }

    public State state() {
        State state = State.NOT_STARTED;
        for (ClockLine line : lines) {
            state =
                    switch (line.kind()) {
                        case START, RESUME -> State.RUNNING;
                        case SUSPEND -> State.SUSPENDED;
                        case STOP -> State.STOPPED;
                        case NO_EFFECT, FORWARDED, REACHED -> state;
                    };
        }
        return state;
    }

    /// The legal day of receipt; empty before the start.
    public Optional<LocalDate> started() {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getFirst().day());
    }

    /// The day on which silence takes its meaning; empty before the start, after the stop, and
    /// while a clock of acceptance waits for pieces.
    public Optional<LocalDate> limit() {
        return lines.isEmpty() ? Optional.empty() : Optional.ofNullable(lines.getLast().limit());
    }

    /// Whether the limit has passed without an express decision, and this was recorded, since the
    /// clock last began.
    public boolean reached() {
        return lines.reversed().stream()
                .takeWhile(line -> line.kind() != START)
                .anyMatch(line -> line.kind() == REACHED);
    }

    /// The request was received on `day` (L114-3 CRPA).
    public LegalClock start(LocalDate day, LegalDays days) {
        require(State.NOT_STARTED);
        return with(START, day, "L114-3 CRPA", Cause.APPLICANT, null, days.plus(day, period));
    }

    /// Pieces required by a text are missing and were asked for on `day`, to be sent at the latest
    /// on `answerBy` (L114-5 CRPA).
    public LegalClock suspend(LocalDate day, LocalDate answerBy) {
        require(State.RUNNING);
        if (answerBy.isBefore(day)) {
            throw new IllegalArgumentException("a due date before the request itself");
        }
        LocalDate limit =
                switch (silence) {
                    case REFUSAL -> current().plusDays(ChronoUnit.DAYS.between(day, answerBy));
                    case ACCEPTANCE -> null;
                };
        return with(SUSPEND, day, "L114-5 CRPA", Cause.SERVICE, answerBy, limit);
    }

    /// The pieces asked for came on `day` (L114-5 CRPA).
    public LegalClock resume(LocalDate day, LegalDays days) {
        require(State.SUSPENDED);
        ClockLine suspension = suspension();
        LocalDate answerBy = suspension.answerBy();
        if (day.isBefore(suspension.day()) || answerBy == null) {
            throw new IllegalArgumentException("an answer before the request for it");
        }
        LocalDate limit =
                switch (silence) {
                    case REFUSAL ->
                            current()
                                    .minusDays(Math.max(0, ChronoUnit.DAYS.between(day, answerBy)));
                    case ACCEPTANCE -> days.plus(day, period);
                };
        return with(RESUME, day, "L114-5 CRPA", Cause.APPLICANT, null, limit);
    }

    /// The day given to send the pieces has passed without them. A clock of refusal runs again; a
    /// clock of acceptance goes on waiting (L114-5 CRPA), and is given back unchanged.
    public LegalClock answerDayPassed(LocalDate today) {
        if (state() != State.SUSPENDED || silence == Silence.ACCEPTANCE) {
            return this;
        }
        LocalDate answerBy = suspension().answerBy();
        if (answerBy == null || !today.isAfter(answerBy)) {
            return this;
        }
        return with(RESUME, answerBy, "L114-5 CRPA", Cause.TIME, null, current());
    }

    /// Something was asked that does not suspend: a piece that is not indispensable (L114-5-1
    /// CRPA), or a clarification that no text requires.
    ///
    /// @param article absent where no text speaks of it
    public LegalClock askedWithoutEffect(LocalDate day, @Nullable String article) {
        return with(NO_EFFECT, day, article, Cause.SERVICE, null, limit().orElse(null));
    }

    /// An administration that was not competent forwarded the request to the one that is (L114-2
    /// CRPA). A clock of refusal runs from receipt by the one first seized: nothing moves. A clock
    /// of acceptance runs only from receipt by the competent one, which is that day (L114-3 CRPA).
    public LegalClock forwarded(LocalDate day, LegalDays days) {
        boolean again = silence == Silence.ACCEPTANCE && state() == State.RUNNING && !reached();
        return with(
                FORWARDED,
                day,
                "L114-2, L114-3 CRPA",
                Cause.SERVICE,
                null,
                again ? days.plus(day, period) : limit().orElse(null));
    }

    /// Records that the limit has passed in silence; unchanged when it has not, or when it was
    /// recorded already. The request stays on the desk: this is an event, not an end.
    ///
    /// @param today the current day where the service sits; the limit is reached on its own day
    public LegalClock look(LocalDate today) {
        if (state() != State.RUNNING || reached() || today.isBefore(current())) {
            return this;
        }
        return with(REACHED, current(), "L114-3 CRPA", Cause.TIME, null, current());
    }

    /// An express decision was taken, or the request withdrawn (which no text needs to provide for:
    /// no article).
    public LegalClock stop(LocalDate day, @Nullable String article, Cause cause) {
        if (state() == State.NOT_STARTED || state() == State.STOPPED) {
            throw new IllegalStateException("clock is " + state());
        }
        return with(STOP, day, article, cause, null, null);
    }

    /// The decision that stopped it is withdrawn: the service has the whole time again. No text
    /// says it; the request is there again, and silence on it has to mean something.
    public LegalClock again(LocalDate day, LegalDays days) {
        require(State.STOPPED);
        return with(START, day, null, Cause.SERVICE, null, days.plus(day, period));
    }

    private LocalDate current() {
        return limit().orElseThrow();
    }

    private ClockLine suspension() {
        return lines.reversed().stream()
                .filter(line -> line.kind() == SUSPEND)
                .findFirst()
                .orElseThrow();
    }

    private void require(State wanted) {
        if (state() != wanted) {
            throw new IllegalStateException("clock is " + state() + ", not " + wanted);
        }
    }

    private LegalClock with(
            ClockLine.Kind kind,
            LocalDate day,
            @Nullable String article,
            Cause cause,
            @Nullable LocalDate answerBy,
            @Nullable LocalDate limit) {
        List<ClockLine> longer = new ArrayList<>(lines);
        longer.add(new ClockLine(lines.size() + 1, kind, day, article, cause, answerBy, limit));
        return new LegalClock(period, silence, longer);
    }
}
