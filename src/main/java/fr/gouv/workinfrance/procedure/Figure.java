package fr.gouv.workinfrance.procedure;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A figure of the law at its successive values: the hourly SMIC, the legal week. One that is
/// computed from others keeps its formula, and has a value for each day on which one of them
/// changed.
///
/// @param id its name in conditions
/// @param name what it is called
/// @param unit what it counts
/// @param values from the oldest to the newest; each holds until the next one
/// @param formula how it is computed, when it is
/// @param law the sources of the formula; a constant has its sources at each value
public record Figure(
        String id,
        Words name,
        Unit unit,
        List<Dated> values,
        @Nullable String formula,
        List<LegalSource> law) {

    /// What a figure counts, and how it is kept.
    public enum Unit {
        /// Euros, kept in cents.
        EURO(100),
        /// Hours, kept in minutes.
        HOURS(60),
        /// A plain number.
        NUMBER(1);

        private final int scale;

        Unit(int scale) {
            this.scale = scale;
        }

        /// How many of what is kept make one.
        public int scale() {
            return scale;
        }
    }

    /// A value, and since when it holds.
    ///
    /// @param from its first day
    /// @param value in cents, in minutes, or plain
    /// @param law its sources; none for a computed one
    public record Dated(LocalDate from, long value, List<LegalSource> law) {}

    /// Its value on a day. The last value known goes on: whoever asks about next year is told what
    /// holds today.
    public Optional<Long> on(LocalDate day) {
        return values.reversed().stream()
                .filter(dated -> !dated.from().isAfter(day))
                .findFirst()
                .map(Dated::value);
    }
}
