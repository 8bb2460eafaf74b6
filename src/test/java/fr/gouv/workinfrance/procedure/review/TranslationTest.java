package fr.gouv.workinfrance.procedure.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.Words;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where to look when a sentence may not say the same in both languages.
class TranslationTest {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1 485,50 euros par mois            | 1,485.50 euros a month
                    964 heures par an                  | 964 hours a year
                    décret du 1er avril 2021           | decree of 1 April 2021
                    version en vigueur au 27 mars 2026 | version in force on March 27, 2026
                    de mai 2021                        | of May 2021
                    le demandeur peut en choisir 2     | the applicant may choose 2
                    1° de l’article R. 5221-7           | article R. 5221-7, 1°
                    le titre de R. 5221-3 peut         | the document of R. 5221-3 may
                    SIRET                              | SIRET
                    {0} sur {1}                        | {1}, of which {0}
                    """)
    void what_says_the_same_raises_no_doubt(String fr, String en) {
        assertThat(Translation.doubts(new Words(fr, en))).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Passeport biométrique              | Passeport biométrique              | IDENTICAL
                    pendant {0} mois                   | for months                         | PLACEHOLDERS
                    dans les 2 mois                    | within 3 months                    | FIGURES
                    1 485,50 euros                     | 1,485 euros                        | FIGURES
                    deux fois 20 heures                | twice                              | FIGURES
                    arrêté du 3 janvier 2025           | order of 3 February 2025           | MONTHS
                    """)
    void what_may_not_say_the_same_raises_the_doubt_that_it_should(
            String fr, String en, Translation doubt) {
        assertThat(Translation.doubts(new Words(fr, en))).contains(doubt);
    }
}
