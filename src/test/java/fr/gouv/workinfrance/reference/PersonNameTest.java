package fr.gouv.workinfrance.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource({
        "Ɓinta,       Ɗiallo",
        "Thị Hồng,    Nguyễn",
        "عبد الله,    المغربي",
        "Jean-Noël,   d’Aubigné",
        "Мария,       Иванова",
        "می\u200cرا,  رضایی", // a zero-width non-joiner, as Persian needs
        "明,          李",
        "N'Golo,      Kanté 2nd",
    })
    void names_of_the_world_are_kept_as_they_are(String given, String family) {
        assertThat(PersonName.parse(given, family).map(PersonName::full))
                .contains(given + " " + family);
    }

    @Test
    void someone_may_have_a_single_name() {
        PersonName name = PersonName.parse(" ", "Sukarno").orElseThrow();

        assertThat(name).isEqualTo(new PersonName(null, "Sukarno"));
        assertThat(name.full()).isEqualTo("Sukarno");
    }

    @Test
    void two_ways_of_typing_one_name_are_one_name() {
        assertThat(PersonName.parse("  Zoe\u0308 \u00a0 Anne ", "Le\u3000Gall"))
                .isEqualTo(PersonName.parse("Zoë Anne", "Le Gall"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "12345",
                "---",
                "Diallo\u0000",
                "Dia\nllo",
                "Dia\tllo",
                "\u202eollaiD", // turned round
                "Diallo\u2066",
                "Dia\u200fllo",
                "Dia\u00adllo", // a hyphen that hides
                "Dia\ufeffllo",
                "Dia\ue000llo", // private use
                "Dia\ud800llo", // half a character
                "Dia\udb40\udc41llo", // a tag
                "Dia\u2028llo",
            })
    void what_is_no_name_or_could_make_one_read_as_another_is_refused(String family) {
        assertThat(PersonName.parse("Awa", family)).isEmpty();
        assertThat(PersonName.part(family)).isEmpty();
    }

    @Test
    void a_name_has_an_end() {
        assertThat(PersonName.part("a".repeat(200))).isPresent();
        assertThat(PersonName.part("a".repeat(201))).isEmpty();
    }

    @Test
    void markup_and_formulas_are_only_text_and_are_the_pages_to_escape() {
        assertThat(PersonName.part("<b>Awa</b>")).contains("<b>Awa</b>");
        assertThat(PersonName.part("=SUM(A1)")).contains("=SUM(A1)");
    }

    @Test
    void none_is_made_otherwise_than_as_it_is_kept() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName("Awa", " Diallo"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName("", "Diallo"));
    }
}
