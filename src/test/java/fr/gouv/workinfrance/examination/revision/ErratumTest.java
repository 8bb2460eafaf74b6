package fr.gouv.workinfrance.examination.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class ErratumTest {

    private static final String LAW = "Le titre de séjour ne permet pas de travailler.";
    private static final String FACTS =
            """
            Le titre présenté est « visiteur » et expire le 3 janvier 2027.
            Le contrat prévoit vingt-cinq heures par semaine.\
            """;

    private static final Wording PRINTED =
            new Wording("Awa Ndaiye", "Boulangerie des Lices", Map.of("title", LAW), FACTS);

    @Test
    void it_mends_a_name_or_a_few_letters_and_tells_the_lines_that_change() {
        Erratum erratum =
                mending("Awa Ndiaye", LAW, FACTS.replace("3 janvier 2027", "31 janvier 2027"));

        assertThat(erratum.faults()).isEmpty();
        assertThat(erratum.changes())
                .extracting(Erratum.Change::field)
                .containsExactly(Erratum.Field.WORKER, Erratum.Field.FACTS);
        assertThat(erratum.changes().getLast().before())
                .isEqualTo("Le titre présenté est « visiteur » et expire le 3 janvier 2027.");
    }

    @Test
    void facts_that_are_written_anew_are_no_clerical_error() {
        assertThat(mending("Awa Ndaiye", LAW, "L’employeur doit des cotisations.").faults())
                .containsExactly("facts.rewritten");
    }

    @Test
    void nor_is_another_ground() {
        assertThat(
                        mending(
                                        "Awa Ndaiye",
                                        "Le salaire est inférieur au minimum de la convention.",
                                        FACTS)
                                .faults())
                .containsExactly("wording-title.rewritten");
    }

    @Test
    void one_that_changes_nothing_or_leaves_something_empty_is_none() {
        assertThat(mending("Awa Ndaiye", LAW, FACTS).faults()).containsExactly("nothing");
        assertThat(
                        new Erratum(PRINTED, new Wording(" ", "", Map.of("title", " "), ""), " ")
                                .faults())
                .containsExactly("employer", "facts", "reason", "wording-title", "worker");
    }

    private static Erratum mending(String worker, String law, String facts) {
        return new Erratum(
                PRINTED,
                new Wording(worker, PRINTED.employer(), Map.of("title", law), facts),
                "Erreur de frappe.");
    }
}
