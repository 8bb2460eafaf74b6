package fr.gouv.workinfrance.dossier.clock;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One line of the ledger: what happened to the legal time limit, on which day, under which
/// article, because of whom, and the legal date that follows from it.
///
/// @param day the legal day of the fact, in the time zone of the deciding service
/// @param article the text that gives the fact its effect, as `L114-5 CRPA`; absent for a
///   withdrawal and for a clarification, of which no text speaks
/// @param cause who or what caused it
/// @param answerBy last day given to answer; only on a [Kind#SUSPEND] line
/// @param limit the day on which silence takes its meaning, as known after this line; absent once
///   the clock has stopped, and while a clock of acceptance waits for pieces
public record ClockLine(
        int number,
        Kind kind,
        LocalDate day,
        @Nullable String article,
        Cause cause,
        @Nullable LocalDate answerBy,
        @Nullable LocalDate limit) {

    /// The line as the journal keeps it: its parts in order, one blank for one that is absent.
    public String written() {
        return Stream.of(number, kind, day, article, cause, answerBy, limit)
                .map(part -> Objects.toString(part, ""))
                .collect(Collectors.joining("|"));
    }

    /// The line that was written so.
    ///
    /// @throws RuntimeException when none was
    public static ClockLine read(String written) {
        String[] parts = written.split("\\|", -1);
        return new ClockLine(
                Integer.parseInt(parts[0]),
                Kind.valueOf(parts[1]),
                LocalDate.parse(parts[2]),
                parts[3].isEmpty() ? null : parts[3],
                Cause.valueOf(parts[4]),
                day(parts[5]),
                day(parts[6]));
    }

    private static @Nullable LocalDate day(String written) {
        return written.isEmpty() ? null : LocalDate.parse(written);
    }

    public enum Kind {
        /// The request was received: the time limit runs.
        START,
        /// Pieces required by a text were asked for: the time limit waits.
        SUSPEND,
        /// The pieces came, or the day given to send them has passed: the time limit runs again.
        RESUME,
        /// Something was asked that the law does not let suspend the time limit.
        NO_EFFECT,
        /// The request was forwarded to the competent administration.
        FORWARDED,
        /// The limit passed without an express decision.
        REACHED,
        /// An express decision, or the withdrawal of the request: nothing runs any more.
        STOP
    }

    public enum Cause {
        APPLICANT,
        SERVICE,
        TIME
    }
}
