package fr.gouv.workinfrance.site.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.Coded;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Place;
import fr.gouv.workinfrance.procedure.Requirement;
import fr.gouv.workinfrance.procedure.Words;
import fr.gouv.workinfrance.reference.Communes;
import fr.gouv.workinfrance.reference.Nomenclatures;
import fr.gouv.workinfrance.reference.Per;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What is sent by several fields is one answer, and goes back to those fields.
class FieldViewTest {
    private static final Field HOME = field(new Place.Address());

    @Test
    void the_three_fields_of_an_address_are_one_answer_and_come_back_to_them() {
        var form = new MockHttpServletRequest();
        form.setParameter("asked", "3 allée des Tilleuls");
        form.setParameter("asked.postcode", "93200");
        form.setParameter("asked.city", "Saint-Denis");

        String typed = FieldView.typed(HOME, form);

        assertThat(typed).isNotNull();
        assertThat(HOME.type().parse(typed, Locale.FRENCH))
                .isInstanceOfSatisfying(
                        Parsed.Value.class,
                        value ->
                                assertThat(value.display())
                                        .isEqualTo("3 allée des Tilleuls, 93200 Saint-Denis"));
        FieldView shown = new FieldView(HOME, typed, "", 1, true);
        assertThat(shown.address()).isTrue();
        assertThat(shown.parts()).containsExactly("3 allée des Tilleuls", "93200", "Saint-Denis");
        assertThat(shown.autocompletes())
                .containsExactly("street-address", "postal-code", "address-level2");
    }

    @Test
    void an_address_without_its_postcode_is_kept_as_typed() {
        var form = new MockHttpServletRequest();
        form.setParameter("asked", "3 allée des Tilleuls");
        form.setParameter("asked.postcode", "");

        String typed = FieldView.typed(HOME, form);

        assertThat(typed).isNotNull();
        assertThat(new FieldView(HOME, typed, "", 1, true).parts())
                .containsExactly("3 allée des Tilleuls", "", "");
    }

    @Test
    void what_a_form_does_not_ask_is_no_answer_and_what_is_left_blank_is_blank() {
        var form = new MockHttpServletRequest();
        assertThat(FieldView.typed(HOME, form)).isNull();

        for (String name : List.of("asked", "asked.postcode", "asked.city")) {
            form.setParameter(name, " ");
        }
        assertThat(FieldView.typed(HOME, form)).isEmpty();
    }

    @Test
    void an_amount_goes_with_its_period_unless_one_is_missing() {
        Field hours = field(new FieldType.Hours(Set.of(Per.WEEK, Per.MONTH)));
        var form = new MockHttpServletRequest();
        form.setParameter("asked", "35");
        assertThat(FieldView.typed(hours, form)).isEqualTo("35");

        form.setParameter("asked.per", "WEEK");
        assertThat(FieldView.typed(hours, form)).isEqualTo("35 WEEK");

        form.setParameter("asked", "");
        assertThat(FieldView.typed(hours, form)).isEmpty();
    }

    @Test
    void what_a_code_was_understood_as_is_told_beside_it_and_of_a_text_nothing() {
        Field agreement = field(new Coded.Agreement(new Nomenclatures().agreements()));
        Field town = field(new Place.Town(new Communes()));

        assertThat(new FieldView(agreement, "1501", "", 1, true).understood(Locale.ENGLISH))
                .isEqualTo("Restauration rapide (IDCC\u00a01501)");
        assertThat(new FieldView(town, "93200 st denis", "", 1, true).understood(Locale.FRENCH))
                .isEqualTo("Saint-Denis (93)");
        assertThat(new FieldView(town, "Saint-Denis", "", 1, true).understood(Locale.FRENCH))
                .isEmpty();
        assertThat(FieldView.understood(field(new FieldType.Text(9)), "1501", Locale.FRENCH))
                .isEmpty();
    }

    private static Field field(FieldType type) {
        return new Field(
                "asked",
                "section",
                Part.WORKER,
                Set.of(),
                type,
                new Words("Question", "Question"),
                null,
                new Requirement.Always(),
                null,
                "street-address",
                null,
                null,
                null,
                null,
                false,
                false);
    }
}
