package fr.gouv.workinfrance.procedure;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;

import fr.gouv.workinfrance.reference.PartialDate;
import fr.gouv.workinfrance.reference.Per;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// The functions that CEL lacks and the law needs. Days are texts in ISO form, so that `<` and `<=`
/// compare them.
///
/// - `days_between(a, b)`: days from a to b, negative when b comes first
/// - `months_after(day, n)`: the same day n months later, the end of a shorter month otherwise
/// - `aged(birth, years, day)`: has reached that age on that day, whatever part of the birth date
///   is unknown
/// - `born_after(birth, day)`: born after that day, whatever part of the birth date is unknown
/// - `minutes_per_year(minutes, per)`: over 52 weeks or 12 months
/// - `minutes_within_a_year(minutes, per, start, end)`: those that fall within a year, which are
///   fewer when the contract from start to end is shorter
/// - `cents_per_hour(money, money_per, minutes, minutes_per)`: pay by the hour worked, rounded half
///   up; the hours do not matter when the pay is by the hour
/// - `european(country)`: nationals need no authorization (R5221-1 I 1°)
/// - `department_of(postcode)`: the code of its département
/// - `amount(name, day)`: a figure of the law on that day, in cents or minutes; see [Tariff]
/// - `metropolitan(department)`: in metropolitan France
final class ConditionFunctions {
    static final String AMOUNT = "amount";
    private static final CelType TEXT = SimpleType.STRING;
    private static final BigDecimal MINUTES_IN_AN_HOUR = BigDecimal.valueOf(60);
    private static final int DAYS_OF_A_YEAR = 365;

    private ConditionFunctions() {}

    static List<CelFunctionDecl> declarations() {
        return List.of(
                declare(AMOUNT, SimpleType.INT, TEXT, TEXT),
                declare("days_between", SimpleType.INT, TEXT, TEXT),
                declare("months_after", TEXT, TEXT, SimpleType.INT),
                declare("aged", SimpleType.BOOL, TEXT, SimpleType.INT, TEXT),
                declare("born_after", SimpleType.BOOL, TEXT, TEXT),
                declare("minutes_per_year", SimpleType.INT, SimpleType.INT, TEXT),
                declare(
                        "cents_per_hour",
                        SimpleType.INT,
                        SimpleType.INT,
                        TEXT,
                        SimpleType.INT,
                        TEXT),
                declare("minutes_within_a_year", SimpleType.INT, SimpleType.INT, TEXT, TEXT, TEXT),
                declare("european", SimpleType.BOOL, TEXT),
                declare("department_of", TEXT, TEXT),
                declare("metropolitan", SimpleType.BOOL, TEXT));
    }

    private static CelFunctionDecl declare(String name, CelType result, CelType... arguments) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(name, result, List.of(arguments)));
    }

    /// A gazetteer and a tariff never change once made, which the compiler cannot know.
    @SuppressWarnings("Immutable")
    static List<CelFunctionBinding> bindings(Gazetteer gazetteer, Tariff tariff) {
        return List.of(
                CelFunctionBinding.from(
                        AMOUNT,
                        String.class,
                        String.class,
                        (name, on) -> known(tariff.amount(name, day(on)))),
                CelFunctionBinding.from(
                        "days_between",
                        String.class,
                        String.class,
                        (from, to) -> ChronoUnit.DAYS.between(day(from), day(to))),
                CelFunctionBinding.from(
                        "months_after",
                        String.class,
                        Long.class,
                        (from, months) -> day(from).plusMonths(months).toString()),
                CelFunctionBinding.from(
                        "aged",
                        List.of(String.class, Long.class, String.class),
                        arguments ->
                                aged(
                                        (String) arguments[0],
                                        (Long) arguments[1],
                                        (String) arguments[2])),
                CelFunctionBinding.from(
                        "born_after",
                        String.class,
                        String.class,
                        (birth, on) -> bornAfter(birth, day(on))),
                CelFunctionBinding.from(
                        "minutes_per_year",
                        Long.class,
                        String.class,
                        ConditionFunctions::minutesPerYear),
                CelFunctionBinding.from(
                        "cents_per_hour",
                        List.of(Long.class, String.class, Long.class, String.class),
                        arguments ->
                                centsPerHour(
                                        (Long) arguments[0],
                                        Per.valueOf((String) arguments[1]),
                                        (Long) arguments[2],
                                        Per.valueOf((String) arguments[3]))),
                CelFunctionBinding.from(
                        "minutes_within_a_year",
                        List.of(Long.class, String.class, String.class, String.class),
                        arguments ->
                                minutesWithinAYear(
                                        (Long) arguments[0],
                                        Per.valueOf((String) arguments[1]),
                                        day((String) arguments[2]),
                                        day((String) arguments[3]))),
                CelFunctionBinding.from("european", String.class, gazetteer.european()::contains),
                CelFunctionBinding.from(
                        "department_of",
                        String.class,
                        postcode -> known(gazetteer.departmentOfPostcode().apply(postcode))),
                CelFunctionBinding.from(
                        "metropolitan", String.class, department -> department.length() == 2));
    }

    private static LocalDate day(String iso) {
        try {
            return LocalDate.parse(iso);
        } catch (DateTimeParseException _) {
            throw new Condition.NotKnown();
        }
    }

    private static boolean aged(String birth, long years, String on) {
        LocalDate day = day(on);
        return settled(
                !birth(birth, true).plusYears(years).isAfter(day),
                !birth(birth, false).plusYears(years).isAfter(day));
    }

    private static boolean bornAfter(String birth, LocalDate on) {
        return settled(birth(birth, true).isAfter(on), birth(birth, false).isAfter(on));
    }

    /// What holds for the first and the last day that a birth may have been holds for the birth.
    private static boolean settled(boolean ofFirst, boolean ofLast) {
        if (ofFirst != ofLast) {
            throw new Condition.NotKnown();
        }
        return ofFirst;
    }

    /// The first, or the last, day that a birth may have been.
    private static LocalDate birth(String iso, boolean first) {
        PartialDate birth = known(PartialDate.parse(iso));
        return first ? birth.earliest() : birth.latest();
    }

    static long minutesPerYear(long minutes, String period) {
        return perYear(minutes, Per.valueOf(period)).longValueExact();
    }

    private static long centsPerHour(long cents, Per per, long minutes, Per minutesPer) {
        if (per == Per.HOUR) {
            return cents;
        }
        BigDecimal worked = perYear(minutes, minutesPer);
        if (worked.signum() <= 0) {
            throw new Condition.NotKnown();
        }
        return perYear(cents, per)
                .multiply(MINUTES_IN_AN_HOUR)
                .divide(worked, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static BigDecimal perYear(long amount, Per per) {
        if (!per.fixed()) {
            throw new Condition.NotKnown();
        }
        return per.inAYear().multiply(BigDecimal.valueOf(amount));
    }

    /// A student's hours are counted over twelve months, so three months at full time are a quarter
    /// of a year's. Hours said by the year already are those of the twelve months.
    private static long minutesWithinAYear(long minutes, Per per, LocalDate start, LocalDate end) {
        long days = ChronoUnit.DAYS.between(start, end) + 1;
        if (days < 1) {
            throw new Condition.NotKnown();
        }
        long ofAYear = perYear(minutes, per).longValueExact();
        return per == Per.YEAR || days >= DAYS_OF_A_YEAR
                ? ofAYear
                : ofAYear * days / DAYS_OF_A_YEAR;
    }

    private static <T> T known(Optional<T> value) {
        return value.orElseThrow(Condition.NotKnown::new);
    }
}
