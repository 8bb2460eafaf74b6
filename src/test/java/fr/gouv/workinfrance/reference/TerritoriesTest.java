package fr.gouv.workinfrance.reference;

import static fr.gouv.workinfrance.calendar.HolidayZone.ALSACE_MOSELLE;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.calendar.HolidayZone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerritoriesTest {

    private final Territories territories = new Territories();

    @Test
    void there_are_101_departements_in_18_regions() {
        assertThat(territories.departments()).hasSize(101).doesNotHaveDuplicates();
        assertThat(territories.departments().stream().map(Department::regionCode).distinct())
                .hasSize(18);
        assertThat(territories.departments().stream().map(Department::region).distinct())
                .hasSize(18);
        assertThat(territories.departments().stream().filter(Department::metropolitan)).hasSize(96);
        assertThat(territories.departments())
                .allSatisfy(one -> assertThat(one.code()).matches("[0-9]{2}|2[AB]|97[12346]"));
    }

    @Test
    void alsace_and_moselle_are_three_departements() {
        assertThat(
                        territories.departments().stream()
                                .filter(one -> one.zone() == ALSACE_MOSELLE)
                                .map(Department::name))
                .containsExactly("Moselle", "Bas-Rhin", "Haut-Rhin");
    }

    @ParameterizedTest
    @CsvSource({
        "971, GUADELOUPE, America/Guadeloupe",
        "972, MARTINIQUE, America/Martinique",
        "973, GUYANE,     America/Cayenne",
        "974, REUNION,    Indian/Reunion",
        "976, MAYOTTE,    Indian/Mayotte",
        "29,  METROPOLE,  Europe/Paris",
    })
    void each_has_its_holidays_and_its_time(String code, HolidayZone zone, String time) {
        Department department = territories.department(code).orElseThrow();

        assertThat(department.zone()).isEqualTo(zone);
        assertThat(department.zone().id()).hasToString(time);
    }

    @ParameterizedTest
    @CsvSource({
        "75011,  75",
        "01000,  01",
        "20000,  2A",
        "20137,  2A",
        "20200,  2B",
        "20600,  2B",
        "97110,  971",
        "97400,  974",
        "97600,  976",
        "67 000, 67",
        "98000,  ", // Monaco
        "97133,  ", // Saint-Barthélemy
        "97150,  ", // Saint-Martin
        "97500,  ", // Saint-Pierre-et-Miquelon
        "99999,  ",
        "7501,   ",
        "SW1A 1AA, ",
    })
    void a_postcode_proposes_a_departement(String postcode, String code) {
        assertThat(territories.ofPostcode(postcode).map(Department::code).orElse(null))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2a", " 2A ", "2A"})
    void a_code_is_known_however_it_is_typed(String code) {
        assertThat(territories.department(code).map(Department::name)).contains("Corse-du-Sud");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "96", "975", "1"})
    void there_is_no_departement_of_another_code(String code) {
        assertThat(territories.department(code)).isEmpty();
    }
}
