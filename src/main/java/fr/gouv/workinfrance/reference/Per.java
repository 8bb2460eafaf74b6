package fr.gouv.workinfrance.reference;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/// The period that an amount of money or of hours is for.
public enum Per {
    HOUR(null),
    DAY(null),
    WEEK("52"),
    MONTH("12"),
    YEAR("1"),
    /// For the whole of a contract, however long.
    TOTAL(null);

    private final @Nullable String inAYear;

    Per(@Nullable String inAYear) {
        this.inAYear = inAYear;
    }

    /// How many there are in a year: 52 weeks, 12 months. This is the rule of the labour code for
    /// the monthly wage of 35 hours a week (L3242-1: 52/12 of the weekly hours); it is written
    /// nowhere else in the house.
    ///
    /// @throws IllegalArgumentException for an hour or a day, whose number depends on the contract,
    ///   and for a total
    public BigDecimal inAYear() {
        if (inAYear == null) {
            throw new IllegalArgumentException("no fixed number of " + this + " in a year");
        }
        return new BigDecimal(inAYear);
    }

    /// Whether [#inAYear] knows how many there are.
    public boolean fixed() {
        return inAYear != null;
    }
}
