package fr.gouv.workinfrance.deed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.WifTest;

import gg.jte.Content;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The press and the seal as the whole house puts them together.
@WifTest
class DemoSealTest {

    @Autowired Deeds deeds;
    @Autowired SealHealth health;

    @Test
    void the_seal_of_the_demonstration_seals_and_says_that_it_is_worth_nothing() {
        Content nothing = _ -> {};
        Rendered rendered =
                deeds.render(
                        "layout",
                        Map.of("issuer", List.of("Service"), "content", nothing),
                        Locale.ENGLISH,
                        "Receipt");

        assertThat(deeds.seal(rendered.bytes(), "Receipt").length)
                .isGreaterThan(rendered.bytes().length);
        assertThat(deeds.seal().test()).isTrue();
        assertThat(deeds.seal().subject()).contains("sans valeur");
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }
}
