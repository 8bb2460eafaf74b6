package fr.gouv.workinfrance.examination.appeal;

import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.calendar.LegalPeriod;
import fr.gouv.workinfrance.examination.appeal.Term.Timeliness;
import fr.gouv.workinfrance.procedure.Appeal.Silence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The earliest day on which the time to go to court may end for a party, and why that day.
public record Court(LocalDate day, Why why) {

    /// What that day is counted from.
    public enum Why {
        /// The refusal itself.
        REFUSAL,
        /// The day on which silence will reject an appeal that came in time (L411-2 and L411-7
        /// CRPA).
        SILENCE,
        /// The day on which silence did.
        SILENT,
        /// The rejection of an appeal that came in time (L411-2 CRPA).
        REJECTION,
        /// The day on which the reasons that were asked for in time were given (L232-4 CRPA).
        REASONS
    }

    /// Only what came in time by every reading moves the day: no more is promised than is certain.
    /// Of two appeals, the time runs again once both are rejected (L411-2 CRPA).
    ///
    /// @param made what this party deposited against this refusal
    public static Court of(
            Term term, Collection<Recourse> made, LegalPeriod within, LegalDays days) {
        List<Recourse> timely =
                made.stream().filter(one -> term.judge(one.day()) == Timeliness.IN_TIME).toList();
        Optional<Court> rejected =
                timely.stream()
                        .filter(one -> one.silence() == Silence.REJECTED)
                        .map(one -> rejected(one, within, days))
                        .max(Comparator.comparing(Court::day));
        Optional<Court> explained =
                timely.stream()
                        .filter(one -> one.silence() == Silence.UNREASONED)
                        .flatMap(one -> one.answeredOn().stream())
                        .map(day -> new Court(days.plus(day, within), Why.REASONS))
                        .max(Comparator.comparing(Court::day));
        return Stream.of(Optional.of(new Court(term.earliest(), Why.REFUSAL)), rejected, explained)
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Court::day))
                .orElseThrow();
    }

    /// A rejection that comes after silence has rejected is one more, and the day stays.
    private static Court rejected(Recourse one, LegalPeriod within, LegalDays days) {
        return one.answeredOn()
                .filter(day -> day.isBefore(one.limit()))
                .map(day -> new Court(days.plus(day, within), Why.REJECTION))
                .orElseGet(
                        () ->
                                new Court(
                                        days.plus(one.limit(), within),
                                        one.silent() ? Why.SILENT : Why.SILENCE));
    }
}
