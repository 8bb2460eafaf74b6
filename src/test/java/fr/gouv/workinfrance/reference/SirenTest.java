package fr.gouv.workinfrance.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SirenTest {

    @ParameterizedTest
    @ValueSource(strings = {"732829320", "732 829 320", "732.829.320", " 732\u00a0829\u202f320 "})
    void a_number_is_read_however_it_is_spaced(String typed) {
        assertThat(Siren.parse(typed)).contains(new Siren("732829320"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "732829321",
                "73282932",
                "7328293200",
                "73282932000074", // of an establishment
                "000000000",
                "٧٣٢٨٢٩٣٢٠",
            })
    void a_number_that_cannot_be_is_refused(String typed) {
        assertThat(Siren.parse(typed)).isEmpty();
    }

    @Test
    void la_poste_itself_passes_the_common_check() {
        assertThat(Siren.parse("356000000")).isPresent();
    }

    @Test
    void it_shows_in_groups_and_none_can_be_made_that_does_not_pass() {
        Siren siren = new Siren("732829320");

        assertThat(siren.pretty()).isEqualTo("732\u00a0829\u00a0320");
        assertThat(Siren.parse(siren.pretty())).contains(siren);
        assertThatIllegalArgumentException().isThrownBy(() -> new Siren("123456789"));
    }
}
