package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.reference.Amount;
import fr.gouv.workinfrance.reference.Per;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How an answer is read, kept and shown. Pages choose their control by type. Four families stand
/// in files of their own: [Coded], [Identifier], [Place] and [Rows].
///
/// What is kept is a `String` (dates in ISO form), a `Boolean`, a `Long`, for an amount with its
/// period and for an address a `Map` of those, for rows a `List` of such maps: it goes to JSON and
/// back unchanged in meaning.
public sealed interface FieldType
        permits Coded,
                Identifier,
                Place,
                Rows,
                FieldType.Text,
                FieldType.LongText,
                FieldType.PersonName,
                FieldType.Choice,
                FieldType.YesNo,
                FieldType.Day,
                FieldType.PartialDay,
                FieldType.Email,
                FieldType.Phone,
                FieldType.Postcode,
                FieldType.DepartmentCode,
                FieldType.CountryCode,
                FieldType.SiretNumber,
                FieldType.TitleNumber,
                FieldType.Whole,
                FieldType.Percentage,
                FieldType.Money,
                FieldType.Hours {
    /// Reads what was typed. Never throws, whatever is typed.
    Parsed parse(String typed, Locale locale);

    /// Shows what was kept.
    String display(Object canonical, Locale locale);

    /// The answers offered, empty for a free field.
    default List<Option> options() {
        return List.of();
    }

    /// The names under which conditions know the answer, with their kind.
    default Map<String, Variable> variables(String id) {
        return Map.of(id, Variable.TEXT);
    }

    /// The values of those names.
    default Map<String, Object> bind(String id, Object canonical) {
        return Map.of(id, canonical.toString());
    }

    /// What kind of thing a name in a condition stands for.
    enum Variable {
        /// A text; dates are texts in ISO form and compare as such.
        TEXT,
        /// A whole number; money is in cents, hours in minutes.
        NUMBER,
        /// True or false.
        YES_NO
    }

    /// A text on one line.
    ///
    /// @param max the greatest number of characters
    record Text(int max) implements FieldType {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedText.line(typed, max);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return canonical.toString();
        }
    }

    /// A text on several lines.
    ///
    /// @param max the greatest number of characters
    record LongText(int max) implements FieldType {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedText.lines(typed, max);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return canonical.toString();
        }
    }

    /// A name, in a script that official documents bear.
    record PersonName() implements FieldType {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedText.personName(typed);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return canonical.toString();
        }
    }

    /// One answer among a few, shown as radio buttons.
    record Choice(List<Option> options) implements FieldType {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedChoice.parse(typed, options, locale);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return TypedChoice.display(canonical, options, locale);
        }
    }

    /// Yes or no; kept as a `Boolean`.
    record YesNo() implements FieldType {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedChoice.yesNo(typed, locale);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return TypedChoice.yesNo(Boolean.parseBoolean(canonical.toString()), locale);
        }

        @Override
        public List<Option> options() {
            return TypedChoice.YES_NO;
        }

        @Override
        public Map<String, Variable> variables(String id) {
            return Map.of(id, Variable.YES_NO);
        }

        @Override
        public Map<String, Object> bind(String id, Object canonical) {
            return Map.of(id, Boolean.valueOf(canonical.toString()));
        }
    }

    /// A day, always day before month.
    record Day() implements FieldType {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedDate.day(typed, locale);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return TypedDate.display(canonical, locale);
        }
    }

    /// A day of which only the month, or only the year, may be known: a birth.
    record PartialDay() implements FieldType {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedDate.partial(typed, locale);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return TypedDate.displayPartial(canonical, locale);
        }
    }

    /// An e-mail address.
    record Email() implements FieldType {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedContact.email(typed);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return canonical.toString();
        }
    }

    /// A telephone number of any country; kept as `+` and digits.
    record Phone() implements FieldType {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedContact.phone(typed);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return TypedContact.displayPhone(canonical.toString());
        }
    }

    /// A French postcode.
    record Postcode() implements FieldType {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedContact.postcode(typed);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return canonical.toString();
        }
    }

    /// A French département, by code.
    record DepartmentCode(List<Option> options) implements FieldType {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedChoice.parse(typed, options, locale);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return TypedChoice.display(canonical, options, locale);
        }
    }

    /// A country or a nationality, by ISO code.
    record CountryCode(List<Option> options) implements FieldType {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedChoice.parse(typed, options, locale);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return TypedChoice.display(canonical, options, locale);
        }
    }

    /// The number of an establishment, its check digits verified.
    record SiretNumber() implements FieldType {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedContact.siret(typed);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return TypedContact.displaySiret(canonical.toString());
        }
    }

    /// The number of a residence title: letters and digits, for no public rule says more.
    record TitleNumber() implements FieldType {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedNumber.title(typed);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return canonical.toString();
        }
    }

    /// A whole number; kept as a `Long`.
    ///
    /// @param min the least
    /// @param max the greatest
    record Whole(long min, long max) implements FieldType {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedAmount.whole(typed, min, max);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return canonical.toString();
        }

        @Override
        public Map<String, Variable> variables(String id) {
            return Map.of(id, Variable.NUMBER);
        }

        @Override
        public Map<String, Object> bind(String id, Object canonical) {
            return Map.of(id, ((Number) canonical).longValue());
        }
    }

    /// A percentage; kept as a `Long`, in hundredths: 12.5 % is 1250, in conditions as well.
    ///
    /// @param min the least, in whole percents
    /// @param max the greatest, in whole percents
    record Percentage(long min, long max) implements FieldType {
        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedAmount.percentage(typed, min, max, locale);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return TypedAmount.displayPercentage(((Number) canonical).longValue(), locale);
        }

        @Override
        public Map<String, Variable> variables(String id) {
            return Map.of(id, Variable.NUMBER);
        }

        @Override
        public Map<String, Object> bind(String id, Object canonical) {
            return Map.of(id, ((Number) canonical).longValue());
        }
    }

    /// Euros for a period: "1 485 euros / mois". Kept as `{cents, per}`; conditions read the cents
    /// under the name of the field and the period under `<name>_per`.
    ///
    /// @param periods the periods offered
    record Money(Set<Per> periods) implements FieldType {
        /// A kept answer, as an amount of euros.
        public static Amount amount(Object canonical) {
            return TypedAmount.money(canonical);
        }

        /// An amount of euros, as people read it.
        public static String written(Amount euros, Locale locale) {
            return TypedAmount.displayMoney(TypedAmount.kept(euros), locale);
        }

        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedAmount.money(typed, periods, locale);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return TypedAmount.displayMoney(canonical, locale);
        }

        @Override
        public List<Option> options() {
            return TypedAmount.options(periods);
        }

        @Override
        public Map<String, Variable> variables(String id) {
            return Map.of(id, Variable.NUMBER, id + "_per", Variable.TEXT);
        }

        @Override
        public Map<String, Object> bind(String id, Object canonical) {
            return TypedAmount.bind(id, canonical, TypedAmount.CENTS);
        }
    }

    /// Working time for a period: "35 heures / semaine". Kept as `{minutes, per}`; conditions read
    /// the minutes under the name of the field and the period under `<name>_per`.
    ///
    /// @param periods the periods offered
    record Hours(Set<Per> periods) implements FieldType {
        /// A kept answer, as an amount of hours.
        public static Amount amount(Object canonical) {
            return TypedAmount.hours(canonical);
        }

        @Override
        public Parsed parse(String typed, Locale locale) {
            return TypedAmount.hours(typed, periods, locale);
        }

        @Override
        public String display(Object canonical, Locale locale) {
            return TypedAmount.displayHours(canonical, locale);
        }

        @Override
        public List<Option> options() {
            return TypedAmount.options(periods);
        }

        @Override
        public Map<String, Variable> variables(String id) {
            return Map.of(id, Variable.NUMBER, id + "_per", Variable.TEXT);
        }

        @Override
        public Map<String, Object> bind(String id, Object canonical) {
            return TypedAmount.bind(id, canonical, TypedAmount.MINUTES);
        }
    }
}
