package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.reference.Commune;
import fr.gouv.workinfrance.reference.Communes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads communes, and addresses in three parts or in one.
final class TypedPlace {
    private static final String STREET = "street";
    private static final String POSTCODE = "postcode";
    private static final String CITY = "city";
    private static final int LONGEST = 200;

    /// Three fields come as three lines; a city has no line end, nor has a postcode.
    private static final Pattern THREE_LINES = Pattern.compile("(?s)(.*)\\n([^\\n]*)\\n([^\\n]*)");

    private static final Pattern ONE_LINE =
            Pattern.compile("(.*[^ ,])[ ,]+(\\d{5}|\\d{2} \\d{3})[ ,]+(\\D.*)");
    private static final Pattern POSTCODE_THEN_CITY =
            Pattern.compile("\\s*\\d{2} ?\\d{3}[ ,]+\\D.*");

    private TypedPlace() {}

    static Parsed commune(String typed, Communes communes) {
        String text = TypedText.clean(typed);
        if (text.isEmpty()) {
            return Parsed.BLANK;
        }
        // what is longer names no commune, and would be searched for long
        List<Commune> meant = text.length() > LONGEST ? List.of() : communes.meant(text);
        return switch (meant.size()) {
            case 0 -> Parsed.Wrong.of("commune");
            case 1 -> new Parsed.Value(meant.getFirst().code(), meant.getFirst().label());
            default ->
                    Parsed.Wrong.of("several", TypedCode.told(meant.stream().map(Commune::label)));
        };
    }

    static String displayCommune(String code, Communes communes) {
        return communes.commune(code).map(Commune::label).orElse(code);
    }

    static Map<String, Object> bindCommune(String id, String code, Communes communes) {
        return communes.commune(code)
                .<Map<String, Object>>map(
                        one -> Map.of(id, code, id + "_department", one.department()))
                .orElseGet(() -> Map.of(id, code));
    }

    static String typedAddress(String street, String postcode, String city) {
        return (street + postcode + city).isBlank()
                ? ""
                : String.join("\n", street, oneLine(postcode), oneLine(city));
    }

    private static String oneLine(String typed) {
        return typed.replaceAll("\\R", " ");
    }

    static List<String> parts(String typed) {
        Matcher three = THREE_LINES.matcher(typed.replace("\r\n", "\n"));
        if (three.matches() && !POSTCODE_THEN_CITY.matcher(three.group(3)).matches()) {
            return List.of(
                    lines(three.group(1)),
                    TypedText.clean(three.group(2)),
                    TypedText.clean(three.group(3)));
        }
        String line = lines(typed);
        Matcher one = ONE_LINE.matcher(line);
        return one.matches()
                ? List.of(one.group(1), one.group(2), one.group(3))
                : List.of(line, "", "");
    }

    /// The lines of a street, in one.
    private static String lines(String typed) {
        return String.join(
                ", ",
                Arrays.stream(typed.split("\\R"))
                        .map(TypedText::clean)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    static Parsed address(String typed) {
        List<String> parts = parts(typed);
        String street = parts.get(0);
        String city = parts.get(2);
        if (parts.stream().allMatch(String::isEmpty)) {
            return Parsed.BLANK;
        }
        if (street.isEmpty() || city.isEmpty()) {
            return Parsed.Wrong.of("address");
        }
        int length = street.length() + city.length();
        if (length > LONGEST) {
            return Parsed.Wrong.of("tooLong", LONGEST, length);
        }
        return switch (TypedContact.postcode(parts.get(1))) {
            case Parsed.Value(Object postcode, _) -> {
                var kept = Map.of(STREET, street, POSTCODE, postcode.toString(), CITY, city);
                yield new Parsed.Value(kept, displayAddress(kept));
            }
            case Parsed.Blank _ -> Parsed.Wrong.of("address");
            case Parsed.Wrong wrong -> wrong;
        };
    }

    static String displayAddress(Object canonical) {
        return part(canonical, STREET)
                + ", "
                + part(canonical, POSTCODE)
                + " "
                + part(canonical, CITY);
    }

    static Map<String, Object> bindAddress(String id, Object canonical) {
        return Map.of(id, displayAddress(canonical), id + "_postcode", part(canonical, POSTCODE));
    }

    private static String part(Object canonical, String name) {
        return canonical instanceof Map<?, ?> map && map.get(name) instanceof String text
                ? text
                : "";
    }
}
