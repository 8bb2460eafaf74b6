package fr.gouv.workinfrance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.language.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

class CountriesTest {

    private final Countries countries = new Countries();

    @Test
    void every_country_of_iso_3166_is_there_and_kosovo() {
        Set<String> expected =
                Set.of(Locale.getISOCountries()).stream().collect(Collectors.toSet());
        expected.add("XK");

        assertThat(countries.all()).extracting(Country::iso2).hasSameElementsAs(expected);
        assertThat(countries.all())
                .hasSize(expected.size())
                .allSatisfy(
                        one -> {
                            assertThat(one.nameFr()).isNotBlank();
                            assertThat(one.nameEn()).isNotBlank();
                            assertThat(one.insee()).matches("(99[1-6][0-9]{2})?");
                            assertThat(one.nationalityFr().isEmpty())
                                    .isEqualTo(one.nationalityEn().isEmpty());
                        });
    }

    @Test
    void no_two_have_the_same_name_number_or_nationality() {
        assertThat(countries.all()).extracting(Country::nameFr).doesNotHaveDuplicates();
        assertThat(countries.all()).extracting(Country::nameEn).doesNotHaveDuplicates();
        assertThat(countries.all())
                .extracting(Country::insee)
                .filteredOn(insee -> !insee.isEmpty())
                .doesNotHaveDuplicates();
        assertThat(countries.nationalities())
                .extracting(Country::nationalityFr)
                .doesNotHaveDuplicates();
        assertThat(countries.nationalities())
                .extracting(Country::nationalityEn)
                .doesNotHaveDuplicates();
    }

    @Test
    void the_members_of_the_united_nations_have_a_nationality_and_territories_have_none() {
        // 193 members, the Vatican, Palestine, Kosovo, Taiwan and Western Sahara
        assertThat(countries.nationalities()).hasSize(198);
        assertThat(countries.country("GU").orElseThrow().hasNationality()).isFalse();
        assertThat(countries.country("GP").orElseThrow().hasNationality()).isFalse();
    }

    @Test
    void thirty_one_countries_need_no_authorization_as_europeans_and_three_by_agreement() {
        assertThat(countries.all().stream().filter(Country::european).map(Country::iso2))
                .containsExactlyInAnyOrder(
                        "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR",
                        "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK",
                        "SI", "ES", "SE", "IS", "LI", "NO", "CH");
        assertThat(countries.all().stream().filter(Country::exempt).map(Country::iso2))
                .containsExactlyInAnyOrder("MC", "AD", "SM");
        assertThat(countries.country("GB").orElseThrow().european()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DZ, 99352, Algérie,       Algeria,  algérienne,   Algerian, Argelia, argelina",
        "sn, 99341, Sénégal,       Senegal,  sénégalaise,  Senegalese, Senegal, senegalesa",
        "VN, 99243, Viêt Nam,      Vietnam,  vietnamienne, Vietnamese, Vietnam, vietnamita",
        "CI, 99326, Côte d’Ivoire, Ivory Coast, ivoirienne, Ivorian, Costa de Marfil, marfileña",
        "MA, 99350, Maroc,         Morocco,  marocaine,    Moroccan, Marruecos, marroquí",
        "NE, 99337, Niger,         Niger,    nigérienne,   Nigerien (Niger), Níger, nigerina",
        "NG, 99338, Nigéria,       Nigeria,  nigériane,    Nigerian (Nigeria), Nigeria, nigeriana",
    })
    void a_country_is_told_in_every_language(
            String code,
            String insee,
            String fr,
            String en,
            String nationalFr,
            String nationalEn,
            String es,
            String nationalEs) {
        assertThat(countries.country(code))
                .contains(
                        new Country(
                                code.toUpperCase(Locale.ROOT),
                                insee,
                                fr,
                                en,
                                nationalFr,
                                nationalEn,
                                false,
                                false,
                                Map.of(Language.SPANISH, new CountryName(es, nationalEs))));
    }
}
