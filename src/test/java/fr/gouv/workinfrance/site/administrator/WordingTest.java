package fr.gouv.workinfrance.site.administrator;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.site.administrator.Wording.Run;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Collectors;

/// Two texts, word against word: what is between brackets is not in the other.
class WordingTest {

    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    dans les deux mois   | dans les trois mois  | dans les [deux ]mois    | dans les [trois ]mois
                    l’employeur demande  | l’employeur          | l’employeur [demande]   | l’employeur
                    il faut              | il faut aussi        | il faut                 | il faut [aussi]
                    rien de commun       | tout autre chose     | [rien de commun]        | [tout autre chose]
                    un mot, puis l’autre | un mot puis l’autre  | un [mot, ]puis l’autre  | un [mot ]puis l’autre
                    tout de suite fini   | rien de plus fini    | [tout de suite ]fini    | [rien de plus ]fini
                    le même              | le même              | le même                 | le même
                    """)
    void what_one_has_and_the_other_has_not_is_marked_on_its_side(
            String before, String after, String left, String right) {
        Wording wording = Wording.of(before, after);

        assertThat(marked(wording.before())).isEqualTo(left);
        assertThat(marked(wording.after())).isEqualTo(right);
    }

    private static String marked(List<Run> runs) {
        return runs.stream()
                .map(run -> run.kept() ? run.words() : "[" + run.words() + "]")
                .collect(Collectors.joining());
    }
}
