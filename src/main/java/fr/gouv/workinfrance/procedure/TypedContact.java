package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.reference.Siret;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads addresses and numbers: e-mail, telephone, postcode, SIRET.
final class TypedContact {
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[^\\s@<>\"(),:;\\[\\]\\\\]{1,64}@"
                        + "([\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}{2,63}");
    private static final int EMAIL_MAX = 254;
    private static final Pattern POSTCODE = Pattern.compile("(?:0[1-9]|[1-8]\\d|9[0-8])\\d{3}");
    private static final Pattern PHONE_SIGNS = Pattern.compile("[\\d +().\\-/]+");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{5,14}");
    private static final Pattern NATIONAL = Pattern.compile("0[1-9]\\d{8}");

    /// National prefixes of the overseas départements, with the country code that carries them.
    private static final Map<String, String> OVERSEAS =
            Map.ofEntries(
                    Map.entry("0590", "590"),
                    Map.entry("0690", "590"),
                    Map.entry("0691", "590"),
                    Map.entry("0594", "594"),
                    Map.entry("0694", "594"),
                    Map.entry("0596", "596"),
                    Map.entry("0696", "596"),
                    Map.entry("0697", "596"),
                    Map.entry("0262", "262"),
                    Map.entry("0263", "262"),
                    Map.entry("0692", "262"),
                    Map.entry("0693", "262"),
                    Map.entry("0269", "262"),
                    Map.entry("0639", "262"));

    private static final Pattern FRENCH =
            Pattern.compile("(\\+33|\\+262|\\+59[046])(\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)");

    private TypedContact() {}

    static Parsed email(String typed) {
        String text = TypedText.clean(typed);
        if (text.isEmpty()) {
            return Parsed.BLANK;
        }
        if (text.length() > EMAIL_MAX || !EMAIL.matcher(text).matches() || text.contains("..")) {
            return Parsed.Wrong.of("email");
        }
        int at = text.lastIndexOf('@');
        String email = text.substring(0, at) + text.substring(at).toLowerCase(Locale.ROOT);
        return new Parsed.Value(email, email);
    }

    static Parsed phone(String typed) {
        String text = TypedText.clean(typed);
        if (text.isEmpty()) {
            return Parsed.BLANK;
        }
        if (!PHONE_SIGNS.matcher(text).matches()) {
            return Parsed.Wrong.of("phone");
        }
        String digits = text.replace("(0)", "").replaceAll("[ ().\\-/]", "");
        String number = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
        if (NATIONAL.matcher(number).matches()) {
            number =
                    "+" + OVERSEAS.getOrDefault(number.substring(0, 4), "33") + number.substring(1);
        }
        return INTERNATIONAL.matcher(number).matches()
                ? new Parsed.Value(number, displayPhone(number))
                : Parsed.Wrong.of("phone");
    }

    static String displayPhone(String number) {
        Matcher french = FRENCH.matcher(number);
        return french.matches() ? french.replaceFirst("$1 $2 $3 $4 $5 $6") : number;
    }

    static Parsed postcode(String typed) {
        String text = TypedText.clean(typed).replace(" ", "");
        if (text.isEmpty()) {
            return Parsed.BLANK;
        }
        return POSTCODE.matcher(text).matches()
                ? new Parsed.Value(text, text)
                : Parsed.Wrong.of("postcode");
    }

    static Parsed siret(String typed) {
        String text = TypedText.clean(typed);
        if (text.isEmpty()) {
            return Parsed.BLANK;
        }
        return Siret.parse(text)
                .<Parsed>map(siret -> new Parsed.Value(siret.value(), siret.pretty()))
                .orElseGet(() -> Parsed.Wrong.of("siret"));
    }

    static String displaySiret(String canonical) {
        return Siret.parse(canonical).map(Siret::pretty).orElse(canonical);
    }
}
