package fr.gouv.workinfrance.examination.revision;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.permit.Terms;
import fr.gouv.workinfrance.permit.Terms.Term;
import fr.gouv.workinfrance.reference.Amount;
import fr.gouv.workinfrance.reference.Per;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;

class RectificationTest {

    private static final Terms PRINTED = terms("Assistante de gestion", "2028-08-31");

    @Test
    void it_mends_what_differs_and_nothing_else() {
        assertThat(mending(terms("Assistante de gestion", "2028-06-30")).mended())
                .containsExactly(Term.UNTIL);
        assertThat(mending(terms("Assistante de gestion", "2028-06-30")).faults()).isEmpty();
    }

    @Test
    void one_that_changes_nothing_is_none() {
        assertThat(mending(PRINTED).faults()).containsExactly("nothing");
    }

    @Test
    void it_says_what_the_error_was_and_leaves_nothing_empty_or_upside_down() {
        assertThat(new Rectification(PRINTED, terms(" ", "2027-08-31"), false, " ").faults())
                .containsExactly("job", "reason", "until");
    }

    @Test
    void a_misprinted_date_of_birth_is_mended_but_not_with_all_the_names() {
        Terms born = person("Amina Naciri", "1999-12-03");
        assertThat(mending(born).mended()).containsExactly(Term.BIRTH);
        assertThat(mending(born).faults()).isEmpty();
        assertThat(mending(person("NACIRI Amine", "1999-12-03")).faults()).isEmpty();
        assertThat(mending(person("Salma Bennani", "1999-12-03")).faults())
                .containsExactly("birth.other");
        assertThat(mending(person("Amina Naciri", " ")).faults()).containsExactly("birth");
    }

    private static Terms person(String holder, String birth) {
        return new Terms(
                holder,
                birth,
                PRINTED.employer(),
                PRINTED.job(),
                PRINTED.hours(),
                PRINTED.from(),
                PRINTED.until());
    }

    private static Rectification mending(Terms after) {
        return new Rectification(PRINTED, after, false, "Erreur de frappe.");
    }

    private static Terms terms(String job, String until) {
        return new Terms(
                "Amina Naciri",
                "1999-03-12",
                "Boulangerie des Lices",
                job,
                new Amount(BigDecimal.valueOf(35), Per.WEEK),
                LocalDate.parse("2027-09-01"),
                LocalDate.parse(until));
    }
}
