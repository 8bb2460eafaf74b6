package fr.gouv.workinfrance.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.Parsed.Value;
import fr.gouv.workinfrance.procedure.Parsed.Wrong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Communes and addresses, as people type them.
class PlaceTest {
    private static final Place.Address ADDRESS = new Place.Address();
    private static final Place.Town TOWN = new Place.Town(Catalogue.GAZETTEER.communes());

    private static final Map<String, String> TILLEULS =
            Map.of("street", "3 allée des Tilleuls", "postcode", "93200", "city", "Saint-Denis");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 allée des Tilleuls, 93200 Saint-Denis",
                " 3 allée des Tilleuls , 93 200  Saint-Denis ",
                "3 allée des Tilleuls 93200, Saint-Denis",
                "3 allée des Tilleuls\n93200 Saint-Denis",
                "3 allée des Tilleuls\n93200\nSaint-Denis",
                "3 allée des Tilleuls\r\n93 200\r\nSaint-Denis",
            })
    void an_address_is_understood_in_one_field_or_in_three(String typed) {
        assertThat(ADDRESS.parse(typed, Locale.FRENCH))
                .isEqualTo(new Value(TILLEULS, "3 allée des Tilleuls, 93200 Saint-Denis"));
    }

    @Test
    void a_street_may_have_several_lines_and_a_number_like_a_postcode() {
        assertThat(ADDRESS.parse("Bât. B\n12 rue du 19 mars\n93200 Saint-Denis", Locale.FRENCH))
                .isInstanceOfSatisfying(
                        Value.class,
                        value ->
                                assertThat(value.display())
                                        .isEqualTo("Bât. B, 12 rue du 19 mars, 93200 Saint-Denis"));
        assertThat(ADDRESS.parse("BP 10200, 93201 Saint-Denis Cedex 2", Locale.FRENCH))
                .isInstanceOfSatisfying(
                        Value.class,
                        value ->
                                assertThat(value.canonical())
                                        .isEqualTo(
                                                Map.of(
                                                        "street", "BP 10200",
                                                        "postcode", "93201",
                                                        "city", "Saint-Denis Cedex 2")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 allée des Tilleuls | address",
                "93200 Saint-Denis | address",
                "3 allée des Tilleuls~~ | address",
                "~93200~Saint-Denis | address",
                "3 allée des Tilleuls~93200~ | address",
                "3 allée des Tilleuls~~Saint-Denis | address",
                "3 allée des Tilleuls~9320~Saint-Denis | postcode",
                "3 allée des Tilleuls~neuf-trois~Saint-Denis | postcode",
            })
    void what_an_address_lacks_is_told(String typed, String wrong) {
        assertThat(ADDRESS.parse(typed.replace('~', '\n'), Locale.FRENCH))
                .isInstanceOfSatisfying(
                        Wrong.class,
                        told -> assertThat(told.messageKey()).endsWith("wrong." + wrong));
    }

    @Test
    void what_was_typed_in_three_fields_goes_back_to_them_right_or_wrong() {
        for (List<String> typed :
                List.of(
                        List.of("3 allée des Tilleuls", "93200", "Saint-Denis"),
                        List.of("3 allée des Tilleuls", "neuf-trois", ""),
                        List.of("", "93200", ""),
                        List.of("", "", "Saint-Denis"))) {
            String one = Place.Address.typed(typed.get(0), typed.get(1), typed.get(2));
            assertThat(Place.Address.parts(one)).isEqualTo(typed);
        }
        assertThat(Place.Address.typed(" ", "", "")).isEmpty();
        assertThat(ADDRESS.parse(" \n \n", Locale.FRENCH)).isEqualTo(Parsed.BLANK);
    }

    @Test
    void conditions_know_the_postcode_of_an_address_and_the_departement_of_a_commune() {
        assertThat(ADDRESS.bind("home", TILLEULS))
                .isEqualTo(
                        Map.of(
                                "home", "3 allée des Tilleuls, 93200 Saint-Denis",
                                "home_postcode", "93200"));
        assertThat(TOWN.bind("town", "97411"))
                .isEqualTo(Map.of("town", "97411", "town_department", "974"));
    }

    @Test
    void a_commune_is_kept_as_its_code_and_told_with_its_departement() {
        assertThat(TOWN.parse("93200 saint denis", Locale.ENGLISH))
                .isEqualTo(new Value("93066", "Saint-Denis (93)"));
        assertThat(TOWN.display("93066", Locale.FRENCH)).isEqualTo("Saint-Denis (93)");
        assertThat(TOWN.display("00000", Locale.FRENCH)).isEqualTo("00000");
    }

    @Test
    void a_name_that_several_communes_bear_tells_them_and_each_can_be_typed_as_told() {
        assertThat(TOWN.parse("Saint-Denis", Locale.FRENCH))
                .isEqualTo(
                        new Wrong(
                                "procedure.wrong.several",
                                List.of(
                                        "Saint-Denis (11)\u00a0; Saint-Denis (30)\u00a0;"
                                                + " Saint-Denis (93)\u00a0; Saint-Denis (974)")));
        assertThat(TOWN.parse("Sainte-Colombe", Locale.FRENCH))
                .isInstanceOfSatisfying(
                        Wrong.class,
                        told -> assertThat(told.args().getFirst().toString()).endsWith("…"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atlantis", "Saint-Denis (92)", "99999", "12"})
    void a_commune_that_is_not_is_told(String typed) {
        assertThat(TOWN.parse(typed, Locale.FRENCH))
                .isEqualTo(new Wrong("procedure.wrong.commune", List.of()));
    }
}
