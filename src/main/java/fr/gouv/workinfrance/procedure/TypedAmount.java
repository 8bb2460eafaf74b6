package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.reference.Amount;
import fr.gouv.workinfrance.reference.Per;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads numbers, and amounts with their period: "1 485 euros / mois", "17h30 par semaine", "35
/// WEEK".
final class TypedAmount {
    static final String CENTS = "cents";
    static final String MINUTES = "minutes";
    private static final String PER = "per";

    /// Possessive: what follows a figure may be long, and is read once.
    private static final Pattern AMOUNT = Pattern.compile("(\\d[\\d .,']*+)([^\\d]*+)");

    private static final Pattern HOURS_AND_MINUTES =
            Pattern.compile(
                    "(\\d{1,5}) ?(?:h|heures?|hours?|horas?) ?([0-5]\\d)(?:"
                            + " ?(?:min|mn|m)\\b)?([^\\d]*)");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern PERCENT =
            Pattern.compile("(?i) ?(?:%|pour ?cents?|per ?cent|por ?ciento)$");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}([.,']\\d{3})+");

    private static final Set<String> EUROS = Set.of("euro", "euros", "eur", "e");
    private static final Set<String> HOUR_UNITS =
            Set.of("h", "heure", "heures", "hour", "hours", "hora", "horas");
    private static final Set<String> NOISE =
            Set.of(
                    "par", "per", "por", "a", "an", "al", "l", "la", "the", "au", "in", "en",
                    "brut", "bruts", "bruto", "brutos", "gross");

    private static final BigDecimal MOST_EUROS = new BigDecimal("10000000");
    private static final BigDecimal SIXTY = new BigDecimal(60);

    private TypedAmount() {}

    static List<Option> options(Set<Per> periods) {
        return periods.stream().sorted().map(per -> new Option(per.name(), label(per))).toList();
    }

    private static Words label(Per per) {
        return switch (per) {
            case HOUR -> label("par heure", "per hour", "por hora");
            case DAY -> label("par jour", "per day", "por día");
            case WEEK -> label("par semaine", "per week", "por semana");
            case MONTH -> label("par mois", "per month", "por mes");
            case YEAR -> label("par an", "per year", "por año");
            case TOTAL -> label("au total", "in total", "en total");
        };
    }

    private static Words label(String fr, String en, String es) {
        return new Words(fr, en, Map.of(Language.SPANISH, es));
    }

    private static Set<String> spoken(Per per) {
        return switch (per) {
            case HOUR -> Set.of("hour", "heure", "hora", "h");
            case DAY -> Set.of("day", "jour", "día", "dia", "j");
            case WEEK -> Set.of("week", "semaine", "semana", "sem");
            case MONTH -> Set.of("month", "mois", "mes");
            case YEAR -> Set.of("year", "an", "année", "año");
            case TOTAL -> Set.of("total");
        };
    }

    /// The hours that a period holds.
    private static int hoursIn(Per per) {
        return switch (per) {
            case HOUR -> 1;
            case DAY -> 24;
            case WEEK -> 7 * 24;
            case MONTH -> 31 * 24;
            case YEAR -> 366 * 24;
            case TOTAL -> 10 * 366 * 24;
        };
    }

    static Parsed whole(String typed, long min, long max) {
        String text = TypedText.clean(typed).replace(" ", "");
        if (text.isEmpty()) {
            return Parsed.BLANK;
        }
        if (!text.matches("-?\\d{1,18}")) {
            return Parsed.Wrong.of("whole");
        }
        long number = Long.parseLong(text);
        return number < min || number > max
                ? Parsed.Wrong.of("range", min, max)
                : new Parsed.Value(number, String.valueOf(number));
    }

    static Parsed percentage(String typed, long min, long max, Locale locale) {
        String text = TypedText.clean(typed);
        if (text.isEmpty()) {
            return Parsed.BLANK;
        }
        // no thousands here: 0.125 is an eighth
        String plain = PERCENT.matcher(text).replaceFirst("").replace(',', '.');
        if (!plain.matches("\\d{1,6}(\\.\\d{1,2})?")) {
            return Parsed.Wrong.of("percentage");
        }
        BigDecimal value = new BigDecimal(plain);
        if (value.compareTo(BigDecimal.valueOf(min)) < 0
                || value.compareTo(BigDecimal.valueOf(max)) > 0) {
            return Parsed.Wrong.of("range", min, max);
        }
        long hundredths = value.movePointRight(2).longValueExact();
        return new Parsed.Value(hundredths, displayPercentage(hundredths, locale));
    }

    static String displayPercentage(long hundredths, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        String space = Language.of(locale) == Language.ENGLISH ? "" : "\u00a0";
        return format.format(BigDecimal.valueOf(hundredths, 2)) + space + "%";
    }

    static Parsed money(String typed, Set<Per> periods, Locale locale) {
        String text = TypedText.clean(typed).toLowerCase(Locale.ROOT).replace("€", " euro ");
        if (text.isEmpty()) {
            return Parsed.BLANK;
        }
        Matcher matcher = AMOUNT.matcher(text);
        Optional<BigDecimal> euros =
                matcher.matches() ? number(matcher.group(1)) : Optional.empty();
        if (euros.isEmpty() || euros.get().scale() > 2 || euros.get().compareTo(MOST_EUROS) > 0) {
            return Parsed.Wrong.of("money");
        }
        Optional<Per> per = period(matcher.group(2), EUROS, periods);
        if (per.isEmpty()) {
            return Parsed.Wrong.of("moneyPeriod");
        }
        var canonical = kept(CENTS, euros.get().movePointRight(2).longValueExact(), per.get());
        return new Parsed.Value(canonical, displayMoney(canonical, locale));
    }

    static Parsed hours(String typed, Set<Per> periods, Locale locale) {
        String text = TypedText.clean(typed).toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return Parsed.BLANK;
        }
        Optional<BigDecimal> minutes = Optional.empty();
        String unit = "";
        Matcher both = HOURS_AND_MINUTES.matcher(text);
        Matcher decimal = AMOUNT.matcher(text);
        if (both.matches()) {
            minutes =
                    Optional.of(
                            new BigDecimal(both.group(1))
                                    .multiply(SIXTY)
                                    .add(new BigDecimal(both.group(2))));
            unit = both.group(3);
        } else if (decimal.matches()) {
            minutes =
                    number(decimal.group(1))
                            .map(hours -> hours.multiply(SIXTY).stripTrailingZeros());
            unit = decimal.group(2);
        }
        if (minutes.isEmpty() || minutes.get().scale() > 0) {
            return Parsed.Wrong.of("hours");
        }
        Optional<Per> per = period(unit, HOUR_UNITS, periods);
        if (per.isEmpty()) {
            return Parsed.Wrong.of("hoursPeriod");
        }
        int most = hoursIn(per.get());
        if (minutes.get().compareTo(SIXTY.multiply(new BigDecimal(most))) > 0) {
            return Parsed.Wrong.of("hoursTooMany", most);
        }
        var canonical = kept(MINUTES, minutes.get().longValueExact(), per.get());
        return new Parsed.Value(canonical, displayHours(canonical, locale));
    }

    /// The period said after the amount; when a single one is offered, saying nothing means it.
    private static Optional<Per> period(String said, Set<String> units, Set<Per> periods) {
        List<String> words =
                Arrays.stream(NOT_LETTERS.split(said)).filter(word -> !word.isEmpty()).toList();
        List<String> after =
                !words.isEmpty() && units.contains(words.getFirst())
                        ? words.subList(1, words.size())
                        : words;
        if (after.stream().allMatch(NOISE::contains) && !after.contains("an")) {
            return periods.size() == 1 ? periods.stream().findFirst() : Optional.empty();
        }
        // the period may be said in words and chosen in a list beside them as well
        boolean twice =
                said(after.getLast()).isPresent()
                        && said(after.getLast()).equals(saidBefore(after));
        List<String> once = twice ? after.subList(0, after.size() - 1) : after;
        boolean understood = once.subList(0, once.size() - 1).stream().allMatch(NOISE::contains);
        return said(once.getLast()).filter(per -> understood && periods.contains(per));
    }

    private static Optional<Per> said(String word) {
        return Arrays.stream(Per.values()).filter(per -> spoken(per).contains(word)).findFirst();
    }

    private static Optional<Per> saidBefore(List<String> words) {
        return words.size() < 2 ? Optional.empty() : said(words.get(words.size() - 2));
    }

    /// Reads "1 485,50", "1,485.50", "1.485" (thousands) and "17,5".
    private static Optional<BigDecimal> number(String typed) {
        String text = typed.replace(" ", "").replaceAll("[.,']$", "");
        int decimalMark = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        String plain;
        if (THOUSANDS.matcher(text).matches()) {
            plain = text.replaceAll("[.,']", "");
        } else if (decimalMark < 0) {
            plain = text.replace("'", "");
        } else {
            String whole = text.substring(0, decimalMark);
            boolean grouped = whole.matches("\\d+") || THOUSANDS.matcher(whole).matches();
            plain =
                    grouped
                            ? whole.replaceAll("[.,']", "") + "." + text.substring(decimalMark + 1)
                            : "";
        }
        return plain.matches("\\d{1,12}(\\.\\d{1,6})?")
                ? Optional.of(new BigDecimal(plain))
                : Optional.empty();
    }

    private static Map<String, Object> kept(String unit, long amount, Per per) {
        return Map.of(unit, amount, PER, per.name());
    }

    private static long amount(Object canonical, String unit) {
        return canonical instanceof Map<?, ?> map && map.get(unit) instanceof Number number
                ? number.longValue()
                : 0;
    }

    private static Per per(Object canonical) {
        return canonical instanceof Map<?, ?> map
                ? Per.valueOf(String.valueOf(map.get(PER)))
                : Per.TOTAL;
    }

    static String displayMoney(Object canonical, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        BigDecimal euros = BigDecimal.valueOf(amount(canonical, CENTS), 2);
        boolean round = euros.stripTrailingZeros().scale() <= 0;
        format.setMinimumFractionDigits(round ? 0 : 2);
        format.setMaximumFractionDigits(round ? 0 : 2);
        return format.format(euros) + "\u00a0€ " + label(per(canonical)).in(locale);
    }

    static String displayHours(Object canonical, Locale locale) {
        long minutes = amount(canonical, MINUTES);
        String rest = minutes % 60 == 0 ? "" : "\u00a0%02d".formatted(minutes % 60);
        return minutes / 60 + "\u00a0h" + rest + " " + label(per(canonical)).in(locale);
    }

    static Amount hours(Object canonical) {
        return Amount.ofMinutes(amount(canonical, MINUTES), per(canonical));
    }

    static Amount money(Object canonical) {
        return new Amount(BigDecimal.valueOf(amount(canonical, CENTS), 2), per(canonical));
    }

    static Map<String, Object> kept(Amount euros) {
        return kept(CENTS, euros.value().movePointRight(2).longValueExact(), euros.per());
    }

    static Map<String, Object> bind(String id, Object canonical, String unit) {
        return Map.of(id, amount(canonical, unit), id + "_per", per(canonical).name());
    }
}
