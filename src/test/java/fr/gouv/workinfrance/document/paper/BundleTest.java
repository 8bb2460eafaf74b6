package fr.gouv.workinfrance.document.paper;

import static fr.gouv.workinfrance.document.paper.Advice.Code.BLURRED;
import static fr.gouv.workinfrance.document.paper.Advice.Code.ELSEWHERE;
import static fr.gouv.workinfrance.document.paper.Advice.Code.NAME;
import static fr.gouv.workinfrance.document.paper.Advice.Code.SIDES;
import static fr.gouv.workinfrance.document.paper.Advice.Code.SMALL;
import static fr.gouv.workinfrance.document.paper.Advice.Code.TWICE;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.document.paper.Bundle.Enclosure;
import fr.gouv.workinfrance.document.paper.Bundle.Expected;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What the documents of a request tell together.
class BundleTest {

    private static final Fingerprint BY = new Fingerprint(new byte[32]);
    private static final Expected TITLE = new Expected("title", 2, true, List.of("Ndiaye"));
    private static final Expected CONTRACT = new Expected("contract", 1, false, List.of("Ndiaye"));

    @Test
    void a_file_joined_twice_is_told_of_the_second_time_and_where_the_first_is() {
        Enclosure first = enclosure(TITLE, "a", 1, null);
        Enclosure again = enclosure(TITLE, "a", 1, null);
        Enclosure elsewhere = enclosure(CONTRACT, "a", 1, null);
        Enclosure other = enclosure(CONTRACT, "b", 1, null);
        Bundle bundle = new Bundle(List.of(first, again, elsewhere, other));

        assertThat(bundle.about(first)).isEmpty();
        assertThat(bundle.about(again)).containsExactly(new Advice(TWICE, 0, ""));
        assertThat(bundle.about(elsewhere)).containsExactly(new Advice(ELSEWHERE, 0, "title"));
        assertThat(bundle.about(other)).isEmpty();
    }

    @Test
    void a_card_has_two_sides_in_one_file_or_in_two() {
        Enclosure recto = enclosure(TITLE, "a", 1, null);
        Enclosure verso = enclosure(TITLE, "b", 1, null);
        Enclosure both = enclosure(TITLE, "c", 2, null);
        Enclosure contract = enclosure(CONTRACT, "d", 1, null);

        assertThat(new Bundle(List.of(recto, contract)).about(TITLE))
                .containsExactly(new Advice(SIDES, 2, ""));
        assertThat(new Bundle(List.of(recto, verso)).about(TITLE)).isEmpty();
        assertThat(new Bundle(List.of(both)).about(TITLE)).isEmpty();
        assertThat(new Bundle(List.of()).about(TITLE)).as("nothing is said of nothing").isEmpty();
        assertThat(new Bundle(List.of(contract)).about(CONTRACT)).isEmpty();
    }

    @Test
    void a_card_may_be_smaller_than_a_page() {
        assertThat(about(TITLE, image(500))).isEmpty();
        assertThat(about(CONTRACT, image(899))).containsExactly(new Advice(SMALL, 0, ""));
        assertThat(about(CONTRACT, image(900))).isEmpty();
        assertThat(about(CONTRACT, image(499))).as("told already when it was received").isEmpty();
    }

    @Test
    void a_name_that_is_not_read_is_named_and_nothing_else_is_said() {
        Paper hers = new Paper(List.of(), 0, 0, Set.of(BY.word("ndiaye")), true, BY);
        Paper another = new Paper(List.of(), 0, 0, Set.of(BY.word("diop")), true, BY);

        assertThat(about(CONTRACT, hers)).isEmpty();
        assertThat(about(CONTRACT, another)).containsExactly(new Advice(NAME, 0, "Ndiaye"));
    }

    @Test
    void what_was_told_when_it_was_received_is_told_again() {
        Advice blurred = new Advice(BLURRED, 2, "");

        assertThat(about(CONTRACT, new Paper(List.of(blurred), 0, 0, Set.of(), false, BY)))
                .containsExactly(blurred);
    }

    private static List<Advice> about(Expected expected, Paper paper) {
        Enclosure one = enclosure(expected, "a", 1, paper);
        return new Bundle(List.of(one)).about(one);
    }

    private static Paper image(int longest) {
        return new Paper(List.of(), longest / 2, longest, Set.of(), false, BY);
    }

    private static Enclosure enclosure(
            Expected expected, String sha256, int pages, @Nullable Paper paper) {
        return new Enclosure(UUID.randomUUID(), expected, sha256, pages, paper);
    }
}
