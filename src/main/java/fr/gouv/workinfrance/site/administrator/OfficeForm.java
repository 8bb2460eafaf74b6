package fr.gouv.workinfrance.site.administrator;

import fr.gouv.workinfrance.access.EmailAddress;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.OfficeKind;
import fr.gouv.workinfrance.office.Territory;
import fr.gouv.workinfrance.reference.Department;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A service as it is typed. Days are ISO, as a browser sends them.
///
/// @param id of a new one
/// @param departments by code
/// @param regions by code, each for all its départements
/// @param countries codes in two letters, with blanks between
/// @param procedures by id; all when none is ticked
/// @param closed days on which it is closed, with blanks between
/// @param revision that was read; 0 of a new one
public record OfficeForm(
        String id,
        String kind,
        String name,
        String address,
        String email,
        String phone,
        String hours,
        String seat,
        List<String> departments,
        List<String> regions,
        String countries,
        boolean everywhere,
        List<String> procedures,
        String closed,
        String from,
        String parent,
        int revision) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern BLANKS = Pattern.compile("[\\s,;]+");
    private static final int LONGEST = 200;
    private static final int LONGEST_ID = 60;

    public static final OfficeForm NONE =
            new OfficeForm(
                    "", "", "", "", "", "", "", "", List.of(), List.of(), "", false, List.of(), "",
                    "", "", 0);

    public OfficeForm {
        departments = List.copyOf(departments);
        regions = List.copyOf(regions);
        procedures = List.copyOf(procedures);
    }

    static OfficeForm of(Office office) {
        return new OfficeForm(
                office.id(),
                office.kind().name(),
                office.name(),
                office.address(),
                office.email(),
                office.phone(),
                office.openingHours(),
                office.seat(),
                office.territory().departments().stream().sorted().toList(),
                List.of(),
                office.territory().countries().stream().sorted().collect(Collectors.joining(" ")),
                office.territory().everywhere(),
                office.procedures().stream().sorted().toList(),
                office.closedDays().stream()
                        .map(LocalDate::toString)
                        .collect(Collectors.joining(" ")),
                office.from().toString(),
                office.parent() == null ? "" : office.parent(),
                office.revision());
    }

    /// What there is to choose from.
    ///
    /// @param countries their codes
    record Known(
            List<Department> departments,
            Set<String> countries,
            Set<String> procedures,
            Set<String> offices) {

        Known {
            departments = List.copyOf(departments);
            countries = Set.copyOf(countries);
            procedures = Set.copyOf(procedures);
            offices = Set.copyOf(offices);
        }

        private boolean department(String code) {
            return departments.stream().anyMatch(known -> known.code().equals(code));
        }
    }

    /// Which fields are wrong, in the order of the page; what is said of each is known by its name.
    List<String> wrong(Known known) {
        Map<String, Boolean> right = new LinkedHashMap<>();
        right.put("identifiant", ID.matcher(id).matches() && id.length() <= LONGEST_ID);
        right.put(
                "nature",
                Arrays.stream(OfficeKind.values()).anyMatch(one -> one.name().equals(kind)));
        right.put("nom", said(name));
        right.put("adresse", said(address));
        right.put("courriel", EmailAddress.parse(email).isPresent());
        right.put("telephone", said(phone));
        right.put("horaires", said(hours));
        right.put("siege", known.department(seat));
        Set<String> covered = covered(known.departments());
        right.put(
                "territoire",
                covered.stream().allMatch(known::department)
                        && (everywhere || !covered.isEmpty() || !countries.isBlank()));
        right.put("pays", known.countries().containsAll(words(countries.toUpperCase(Locale.ROOT))));
        right.put("demarches", known.procedures().containsAll(procedures));
        right.put("fermes", words(closed).stream().allMatch(day -> day(day) != null));
        right.put("du", day(from) != null);
        right.put(
                "rattachement",
                parent.isEmpty() || (known.offices().contains(parent) && !parent.equals(id)));
        return right.entrySet().stream()
                .filter(field -> !field.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The départements that are ticked, and all those of the regions that are.
    Set<String> covered(Collection<Department> all) {
        Set<String> covered = new TreeSet<>(departments);
        all.stream()
                .filter(department -> regions.contains(department.regionCode()))
                .map(Department::code)
                .forEach(covered::add);
        return covered;
    }

    /// The service, of a form in which nothing is wrong.
    ///
    /// @param like the one that is changed, or any for what the form does not say
    /// @param until its last day, which closing it alone changes
    Office office(Collection<Department> all, Office like, @Nullable LocalDate until) {
        return new Office(
                id,
                OfficeKind.valueOf(kind),
                name.strip(),
                address.strip(),
                email.strip(),
                phone.strip(),
                hours.strip(),
                seat,
                new Territory(
                        covered(all),
                        Set.copyOf(words(countries.toUpperCase(Locale.ROOT))),
                        everywhere),
                Set.copyOf(procedures),
                words(closed).stream()
                        .map(LocalDate::parse)
                        .collect(Collectors.toCollection(TreeSet::new)),
                LocalDate.parse(from.strip()),
                until,
                parent.isEmpty() ? null : parent,
                revision,
                like.thresholds());
    }

    private static boolean said(String text) {
        return !text.isBlank() && text.strip().length() <= LONGEST;
    }

    private static List<String> words(String text) {
        return BLANKS.splitAsStream(text).filter(word -> !word.isEmpty()).distinct().toList();
    }

    static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
