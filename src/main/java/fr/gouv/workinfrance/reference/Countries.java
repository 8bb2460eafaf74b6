package fr.gouv.workinfrance.reference;

import static java.util.stream.Collectors.toUnmodifiableMap;

import fr.gouv.workinfrance.language.Language;

import org.springframework.stereotype.Component;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The countries and territories of the world, where people were born and whose nationals they are.
@Component
public class Countries {

    private static final Listing LISTING =
            new Listing(
                    "countries.csv",
                    List.of(
                            "iso2",
                            "insee",
                            "name_fr",
                            "name_en",
                            "nationality_fr",
                            "nationality_en",
                            "standing"));

    /// One list for each language further than those of the list itself.
    private static final Map<Language, Map<String, CountryName>> OTHERS = others();

    private final List<Country> all;
    private final Map<String, Country> byCode;

    /// Reads the list of the classpath.
    public Countries() {
        all = LISTING.read(Countries::country);
        byCode = all.stream().collect(toUnmodifiableMap(Country::iso2, Function.identity()));
    }

    /// The country that bears a code.
    ///
    /// @param iso2 `SN` or `sn`
    public Optional<Country> country(String iso2) {
        return Optional.ofNullable(byCode.get(iso2.strip().toUpperCase(Locale.ROOT)));
    }

    /// All of them, in the order of their codes: where someone can be born.
    public List<Country> all() {
        return all;
    }

    /// Those one can be a national of.
    public List<Country> nationalities() {
        return all.stream().filter(Country::hasNationality).toList();
    }

    private static Country country(String[] row) {
        boolean european = row[6].equals("european");
        boolean exempt = row[6].equals("exempt");
        if (!european && !exempt && !row[6].equals("other")) {
            throw new IllegalArgumentException("unknown standing " + row[6]);
        }
        return new Country(
                row[0], row[1], row[2], row[3], row[4], row[5], european, exempt, named(row[0]));
    }

    private static Map<Language, CountryName> named(String iso2) {
        Map<Language, CountryName> named = new EnumMap<>(Language.class);
        OTHERS.forEach(
                (language, names) -> {
                    if (!names.containsKey(iso2)) {
                        throw new IllegalArgumentException(iso2 + " has no name in " + language);
                    }
                    named.put(language, names.get(iso2));
                });
        return named;
    }

    private static Map<Language, Map<String, CountryName>> others() {
        Map<Language, Map<String, CountryName>> others = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            if (language != Language.FRENCH && language != Language.ENGLISH) {
                var listing =
                        new Listing(
                                "countries_" + language.code() + ".csv",
                                List.of("iso2", "name", "nationality"));
                others.put(
                        language,
                        listing.read(Arrays::asList).stream()
                                .collect(
                                        toUnmodifiableMap(
                                                List::getFirst,
                                                row -> new CountryName(row.get(1), row.get(2)))));
            }
        }
        return others;
    }
}
