package fr.gouv.workinfrance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashSet;
import java.util.List;

class NomenclaturesTest {

    private final Nomenclatures lists = new Nomenclatures();

    @Test
    void the_activities_are_the_732_of_the_decree() {
        assertThat(lists.activities().codes())
                .hasSize(732)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[0-9]{2}\\.[0-9]{2}[A-Z]"));
        assertThat(lists.activities().label("56.10C")).contains("Restauration de type rapide");
    }

    @Test
    void the_occupations_are_the_1584_of_the_rome_numbered_without_a_gap() {
        List<String> codes = lists.occupations().codes();
        assertThat(codes).hasSize(1584).isSorted().doesNotHaveDuplicates();
        for (int at = 1; at < codes.size(); at++) {
            String code = codes.get(at);
            boolean follows =
                    codes.get(at - 1).substring(0, 3).equals(code.substring(0, 3))
                            && number(codes.get(at - 1)) + 1 == number(code);
            assertThat(follows || code.endsWith("01")).as(code).isTrue();
        }
        assertThat(lists.occupations().label("D1102")).contains("Boulanger / Boulangère");
    }

    @ParameterizedTest
    @CsvSource({
        "boulanger, D1102",
        "BOULANGERE, D1102",
        "chef boulanger, D1108",
        "Serveuse en restauration, G1803",
        "serveur restauration, G1803",
        "facteur, M1603",
        "développeur web, M1855",
    })
    void an_occupation_is_found_by_its_name_in_either_gender(String typed, String code) {
        assertThat(lists.occupations().meant(typed)).containsExactly(code);
    }

    private static int number(String code) {
        return Integer.parseInt(code.substring(1));
    }

    @Test
    void the_agreements_have_four_digits_each_its_own() {
        assertThat(lists.agreements().codes())
                .hasSizeGreaterThan(380)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[0-9]{4}"));
        assertThat(lists.agreements().label("1501")).contains("Restauration rapide");
    }

    @Test
    void what_is_shown_of_any_code_is_read_again() {
        for (Nomenclature list :
                new Nomenclature[] {lists.occupations(), lists.activities(), lists.agreements()}) {
            assertThat(list.codes())
                    .allSatisfy(code -> assertThat(list.code(list.shown(code))).contains(code));
        }
    }

    @Test
    void words_of_an_activity_find_it_unless_two_have_the_same() {
        for (String code : lists.activities().codes()) {
            String label = lists.activities().label(code).orElseThrow();
            assertThat(lists.activities().meant(label)).contains(code);
        }
        assertThat(new HashSet<>(lists.agreements().meant("Industrie de carrières ouvriers")))
                .contains("0087");
        assertThat(lists.activities().meant("xyzzy")).isEmpty();
        assertThat(lists.activities().meant("de la")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5610C, 56.10C",
        "56.10c, 56.10C",
        "56 10 C, 56.10C",
        "56.10C - Restauration de type rapide, 56.10C",
        "Restauration de type rapide (56.10C), 56.10C",
        "99.99X, 99.99X",
        "5610, ",
        "56.10CD, ",
        "C5610, ",
    })
    void the_code_of_an_activity_is_read_however_it_is_written(String typed, String code) {
        assertThat(lists.activities().code(typed).orElse(null)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "16, 0016",
        "IDCC 1501, 1501",
        "idcc1501, 1501",
        "IDCC n° 1501, 1501",
        "1501 : restauration rapide, 1501",
        "15010, ",
        "3 branches, ",
    })
    void the_number_of_an_agreement_is_read_however_it_is_written(String typed, String code) {
        assertThat(lists.agreements().code(typed).orElse(null)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"m1805, M1805", "M 1805, M1805", "O1805, ", "M18055, ", "M180, "})
    void the_code_of_an_occupation_is_read_however_it_is_written(String typed, String code) {
        assertThat(lists.occupations().code(typed).orElse(null)).isEqualTo(code);
    }
}
