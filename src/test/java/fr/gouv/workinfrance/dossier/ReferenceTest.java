package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

class ReferenceTest {

    @Test
    void a_reference_has_three_groups_of_four_characters_that_nobody_mishears() {
        assertThat(Reference.draw().value())
                .matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}");
    }

    @Test
    void it_is_read_whatever_the_case_the_spaces_and_the_dashes() {
        Reference reference = Reference.draw();
        String typed = " " + reference.value().toLowerCase(Locale.ROOT).replace("-", " – ") + " ";

        assertThat(Reference.read(typed)).contains(reference);
    }

    @Test
    void one_mistyped_character_is_always_noticed() {
        String right = Reference.draw().value();
        for (int i = 0; i < right.length(); i++) {
            if (right.charAt(i) == '-') {
                continue;
            }
            for (char other : "23456789ABCDEFGHJKLMNPQRSTUVWXYZ".toCharArray()) {
                if (other != right.charAt(i)) {
                    String wrong = right.substring(0, i) + other + right.substring(i + 1);
                    assertThat(Reference.read(wrong)).as(wrong).isEmpty();
                }
            }
        }
    }

    @Test
    void what_is_not_a_reference_is_not_read() {
        for (String typed :
                new String[] {"", "-", "0000-0000-0000", "K7QM", "<script>", "é".repeat(12)}) {
            assertThat(Reference.read(typed)).as(typed).isEqualTo(Optional.empty());
        }
        assertThatThrownBy(() -> new Reference("k7qm"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ten_thousand_draws_are_all_different() {
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            drawn.add(Reference.draw().value());
        }
        assertThat(drawn).hasSize(10_000);
    }
}
