package fr.gouv.workinfrance.demo.past;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.demo.past.Step.Verb;
import fr.gouv.workinfrance.demo.past.Story.Moment;
import fr.gouv.workinfrance.reference.Siret;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class StoryFileTest {

    /// A Wednesday morning.
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final List<Story> stories = StoryFile.stories();

    @Test
    void there_are_a_few_dozen_requests_in_which_everything_that_can_be_done_is_done() {
        assertThat(stories).hasSizeBetween(36, 60);
        Set<Verb> done =
                stories.stream()
                        .flatMap(story -> story.steps().stream())
                        .map(Step::verb)
                        .collect(Collectors.toSet());
        assertThat(done).isEqualTo(EnumSet.allOf(Verb.class));
    }

    @Test
    void nobody_in_them_exists() {
        for (Story story : stories) {
            assertThat(story.people().values())
                    .allMatch(email -> email.isEmpty() || email.endsWith("@exemple.fr"));
            assertThat(Siret.parse(story.answers().get("employer_siret")).orElseThrow().siren())
                    .as("no number of a company begins with 0")
                    .startsWith("0");
        }
    }

    @Test
    void everything_happens_in_order_before_now_and_offices_rest_at_the_week_end() {
        for (Story story : stories) {
            List<Moment> moments = story.moments(NOW);
            assertThat(moments).extracting(Moment::at).isSorted();
            assertThat(moments).extracting(Moment::at).allMatch(at -> !at.isAfter(NOW));
            assertThat(moments)
                    .filteredOn(moment -> moment.step().who().rests())
                    .extracting(moment -> moment.at().atZone(PARIS).getDayOfWeek())
                    .doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        }
    }

    @Test
    void a_day_is_told_from_the_one_on_which_the_story_is_told() {
        Story story =
                stories.stream()
                        .filter(each -> each.id().equals("ndiaye-gestion"))
                        .findFirst()
                        .orElseThrow();

        assertThat(story.typed("contract_start", NOW)).isEqualTo("06/10/2026");
        assertThat(story.typed("school_year", NOW)).isEqualTo("2026-2027");
        assertThat(story.typed("birth_date", NOW)).isEqualTo("12/03/2002");
        assertThat(story.typed("previous_authorization", NOW)).isEmpty();
    }
}
