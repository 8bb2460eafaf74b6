package fr.gouv.workinfrance.examination.margin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.Gap;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Whether a doubt is open.
class DoubtTest {

    private static final Doubt.About ABOUT =
            new Doubt.About.Broken(
                    new Gap(
                            Gap.Kind.RULE,
                            "hours",
                            null,
                            null,
                            "procedure.gap.RULE",
                            List.of(),
                            false));

    @Test
    void a_tick_holds_as_long_as_what_it_was_about_stays_as_it_was() {
        Tick tick = new Tick("rule.hours", "35", "Vu", new UUID(0, 1), Instant.EPOCH);

        assertThat(new Doubt("rule.hours", "35", ABOUT, null).open()).isTrue();
        assertThat(new Doubt("rule.hours", "35", ABOUT, null).changed()).isFalse();
        assertThat(new Doubt("rule.hours", "35", ABOUT, tick).open()).isFalse();
        assertThat(new Doubt("rule.hours", "40", ABOUT, tick).open()).isTrue();
        assertThat(new Doubt("rule.hours", "40", ABOUT, tick).changed()).isTrue();
    }
}
