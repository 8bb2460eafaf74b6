package fr.gouv.workinfrance.reference;

import static java.util.stream.Collectors.toUnmodifiableMap;

import org.springframework.stereotype.Component;

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
        return new Country(row[0], row[1], row[2], row[3], row[4], row[5], european, exempt);
    }
}
