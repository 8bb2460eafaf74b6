package fr.gouv.workinfrance.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiretTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "73282932000074",
                "732 829 320 00074",
                " 732829320 00074 ",
                "732\u00a0829\u202f320\u00a000074",
                "732.829.320.00074",
            })
    void a_number_is_read_however_it_is_spaced(String typed) {
        assertThat(Siret.parse(typed)).contains(new Siret("73282932000074"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "35600000000048", // the head office passes the common check
                "35600000009075", // another establishment: digits that add up to a multiple of five
            })
    void la_poste_has_a_check_of_its_own(String typed) {
        assertThat(Siret.parse(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "732829320",
                "7328293200007",
                "732829320000744",
                "73282932000075", // the whole fails
                "73282932100073", // the company fails
                "35600000009076", // La Poste, neither check
                "00000000000000",
                "7328293200007A",
                "٧٣٢٨٢٩٣٢٠٠٠٠٧٤", // digits of another script
            })
    void a_number_that_cannot_be_is_refused(String typed) {
        assertThat(Siret.parse(typed)).isEmpty();
    }

    @Test
    void two_digits_swapped_do_not_pass() {
        assertThat(Siret.parse("73282932000704")).isEmpty();
    }

    @Test
    void it_shows_in_groups_and_knows_its_company() {
        Siret siret = new Siret("73282932000074");

        assertThat(siret.siren()).isEqualTo("732829320");
        assertThat(siret.pretty()).isEqualTo("732\u00a0829\u00a0320\u00a000074");
        assertThat(Siret.parse(siret.pretty())).contains(siret);
    }

    @Test
    void none_can_be_made_that_does_not_pass() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Siret("12345678901234"));
    }
}
