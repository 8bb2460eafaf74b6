package fr.gouv.workinfrance.reference;

import static java.util.stream.Collectors.toUnmodifiableMap;

import fr.gouv.workinfrance.calendar.HolidayZone;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The 101 départements, where the rules on work authorizations apply (R5221-1 and following of the
/// labour code).
@Component
public class Territories {

    private static final Listing LISTING =
            new Listing(
                    "departments.csv", List.of("code", "name", "region_code", "region", "zone"));
    private static final Pattern POSTCODE = Pattern.compile("\\d{5}");

    private final List<Department> departments;
    private final Map<String, Department> byCode;

    /// Reads the list of the classpath.
    public Territories() {
        departments =
                LISTING.read(
                        row ->
                                new Department(
                                        row[0],
                                        row[1],
                                        row[2],
                                        row[3],
                                        HolidayZone.valueOf(row[4])));
        byCode =
                departments.stream()
                        .collect(toUnmodifiableMap(Department::code, Function.identity()));
    }

    /// The département that bears a code.
    ///
    /// @param code `75`, `2A` or `2a`, `974`
    public Optional<Department> department(String code) {
        return Optional.ofNullable(byCode.get(code.strip().toUpperCase(Locale.ROOT)));
    }

    /// All of them, in the order of the Code officiel géographique.
    public List<Department> departments() {
        return departments;
    }

    /// Where an authorization may hold, as [Zone#land] says it.
    public List<String> lands() {
        return departments.stream()
                .map(department -> Zone.of(department.code()).land())
                .distinct()
                .toList();
    }

    /// The département that a postcode belongs to; none for Saint-Martin, Saint-Barthélemy, the
    /// other collectivities and Monaco.
    ///
    /// It is that of the post office, which for a few dozen municipalities lies in the next
    /// département: a proposal for the applicant to confirm, never the ground of a decision.
    ///
    /// @param typed five digits, with or without spaces
    public Optional<Department> ofPostcode(String typed) {
        String postcode = typed.replaceAll("[\\s\\u00a0\\u202f]", "");
        if (!POSTCODE.matcher(postcode).matches()) {
            return Optional.empty();
        }
        String code =
                switch (postcode.substring(0, 2)) {
                    case "20" -> postcode.charAt(2) <= '1' ? "2A" : "2B";
                    case "97" ->
                            switch (postcode) {
                                // Saint-Barthélemy and Saint-Martin kept the postcodes of
                                // Guadeloupe
                                case "97133", "97150" -> "";
                                default -> postcode.substring(0, 3);
                            };
                    case String two -> two;
                };
        return department(code);
    }
}
