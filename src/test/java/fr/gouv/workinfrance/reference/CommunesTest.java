package fr.gouv.workinfrance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class CommunesTest {

    private final Communes communes = new Communes();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Saint-Denis (93) | 93066",
                "saint denis 93 | 93066",
                "St Denis (974) | 97411",
                "SAINT DENIS 93200 | 93066",
                "93200 Saint-Denis | 93066",
                "93200, Saint-Denis | 93066",
                "93205 Saint-Denis Cedex | 93066",
                "93066 | 93066",
                "L'Haÿ-les-Roses | 94038",
                "l hay les roses | 94038",
                "Bœrsch | 67052",
                "Boersch | 67052",
                "75011 | 75056",
                "Paris | 75056",
                "Paris 11e | 75056",
                "Paris 11e arrondissement | 75056",
                "75111 | 75056",
                "Lyon 3 | 69123",
                "Marseille (13) | 13055",
                "Ajaccio (2a) | 2A004",
                "2a004 | 2A004",
                "Ajaccio 20000 | 2A004",
                "Saint-Pierre (975) | 97502",
            })
    void a_commune_is_understood_by_name_with_its_place_or_by_code(String typed, String code) {
        assertThat(communes.meant(typed)).extracting(Commune::code).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Saint-Denis | 11339 30247 93066 97411",
                "01400 | 01001 01093",
                // an INSEE code of Aix-en-Provence, a postcode of Marseille
                "13001 | 13001 13055",
            })
    void what_several_may_be_gives_them_all(String typed, String codes) {
        assertThat(communes.meant(typed))
                .extracting(Commune::code)
                .contains(codes.split(" "))
                .hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Saint-Denis (92)",
                "92000 Saint-Denis",
                "99999",
                "75121",
                "Atlantis",
                "93",
                "(93)",
                "Paris (93)",
                "Paris (11)",
                "٩٣٠٦٦",
            })
    void what_is_none_gives_nothing(String typed) {
        assertThat(communes.meant(typed)).isEmpty();
    }

    @Test
    void every_commune_has_a_name_of_its_own_in_its_departement_which_is_read_again() {
        Set<String> departments =
                new Territories()
                        .departments().stream().map(Department::code).collect(Collectors.toSet());
        departments.addAll(List.of("975", "977", "978"));
        List<Commune> all = communes.all();

        assertThat(all).hasSizeBetween(34_000, 35_500);
        assertThat(all.stream().map(Commune::department).collect(Collectors.toSet()))
                .isEqualTo(departments);
        assertThat(all)
                .allSatisfy(
                        one -> {
                            assertThat(one.postcodes()).allMatch(code -> code.matches("[0-9]{5}"));
                            assertThat(communes.meant(one.label())).containsExactly(one);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "75011, Paris, 75",
        "35000, '', 35",
        "20000, Ajaccio, 2A",
        "20200, Bastia, 2B",
        "97410, Saint-Pierre, 974",
        // the post office is in the next département
        "48250, Luc, 48",
        "48250, '', ''",
        "48250, Nulle-Part, ''",
        // companies have postcodes of their own
        "75381, Paris Cedex 08, 75",
        "99999, Paris, ''",
        "Paris, Paris, ''",
    })
    void a_postcode_and_a_town_say_the_department_where_they_leave_no_doubt(
            String postcode, String town, String department) {
        assertThat(communes.departmentOf(postcode, town).orElse("")).isEqualTo(department);
    }

    @Test
    void a_town_begun_is_completed_and_cities_come_first() {
        assertThat(communes.begun("renn", 3)).extracting(Commune::label).contains("Rennes (35)");
        assertThat(communes.begun("29930", 8)).extracting(Commune::name).contains("Pont-Aven");
        assertThat(communes.begun("x".repeat(1000), 8)).isEmpty();
        assertThat(communes.begun("", 8)).isEmpty();
    }
}
