package fr.gouv.workinfrance.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class ZoneTest {

    @Test
    void what_is_issued_in_metropolitan_france_holds_in_all_of_it() {
        assertThat(Zone.of("2A")).isEqualTo(Zone.METROPOLITAN);
        assertThat(Zone.METROPOLITAN.land()).isEqualTo("METROPOLE");
        assertThat(Zone.METROPOLITAN.limited()).isFalse();
    }

    @Test
    void what_is_issued_overseas_holds_in_that_departement() {
        assertThat(Zone.of("974").land()).isEqualTo("974");
        assertThat(Zone.of("974").key()).isEqualTo("deed.zone.974");
    }

    @Test
    void it_may_be_limited_to_departements_of_one_land_and_no_other() {
        assertThat(Zone.of("METROPOLE", List.of("69", "38", "69")))
                .contains(new Zone(List.of("38", "69")));
        assertThat(Zone.of("METROPOLE", List.of("69", "974"))).isEmpty();
        assertThat(Zone.of("974", List.of("75"))).isEmpty();
        assertThat(Zone.of("974", List.of())).contains(Zone.of("974"));
        assertThatThrownBy(() -> new Zone(List.of("75", "974")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void there_are_six_lands() {
        assertThat(new Territories().lands())
                .containsExactly("METROPOLE", "971", "972", "973", "974", "976");
    }
}
