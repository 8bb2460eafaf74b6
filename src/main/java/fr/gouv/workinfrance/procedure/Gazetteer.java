package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.reference.Communes;
import fr.gouv.workinfrance.reference.Countries;
import fr.gouv.workinfrance.reference.Country;
import fr.gouv.workinfrance.reference.CountryName;
import fr.gouv.workinfrance.reference.Department;
import fr.gouv.workinfrance.reference.Nomenclatures;
import fr.gouv.workinfrance.reference.Territories;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The places, nationalities and lists of codes that answers and conditions are read against.
///
/// @param departments the départements, by code
/// @param countries the countries, by ISO code
/// @param nationalities the nationalities, by ISO code of their country
/// @param european the ISO codes of the countries whose nationals need no authorization (R5221-1 I
///   1°)
/// @param departmentOfPostcode the code of the département a postcode belongs to
/// @param communes the communes
/// @param codes the occupations, the activities, the collective agreements
public record Gazetteer(
        List<Option> departments,
        List<Option> countries,
        List<Option> nationalities,
        Set<String> european,
        Function<String, Optional<String>> departmentOfPostcode,
        Communes communes,
        Nomenclatures codes) {
    /// Keeps its own copies.
    public Gazetteer {
        departments = List.copyOf(departments);
        countries = List.copyOf(countries);
        nationalities = List.copyOf(nationalities);
        european = Set.copyOf(european);
    }

    /// Drawn from what the State publishes.
    public static Gazetteer of(Territories territories, Countries countries) {
        return new Gazetteer(
                territories.departments().stream()
                        .map(d -> new Option(d.code(), both(d.name() + " (" + d.code() + ")")))
                        .toList(),
                countries.all().stream()
                        .map(
                                c ->
                                        new Option(
                                                c.iso2(),
                                                words(
                                                        c.nameFr(),
                                                        c.nameEn(),
                                                        c,
                                                        CountryName::name)))
                        .toList(),
                countries.nationalities().stream()
                        .map(
                                c ->
                                        new Option(
                                                c.iso2(),
                                                words(
                                                        c.nationalityFr(),
                                                        c.nationalityEn(),
                                                        c,
                                                        CountryName::nationality)))
                        .toList(),
                countries.all().stream()
                        .filter(Country::european)
                        .map(Country::iso2)
                        .collect(Collectors.toUnmodifiableSet()),
                postcode -> territories.ofPostcode(postcode).map(Department::code),
                new Communes(),
                new Nomenclatures());
    }

    private static Words words(
            String fr, String en, Country country, Function<CountryName, String> said) {
        Words words = new Words(fr, en);
        for (Map.Entry<Language, CountryName> other : country.others().entrySet()) {
            words = words.with(other.getKey(), said.apply(other.getValue()));
        }
        return words;
    }

    private static Words both(String name) {
        return new Words(name, name);
    }
}
