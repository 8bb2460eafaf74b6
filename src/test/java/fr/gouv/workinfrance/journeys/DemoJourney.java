package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.demo.DemoTest;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Somebody who tries the service takes each one's place.
@DemoTest
class DemoJourney {

    @AutoClose static final Browser browser = Browser.open();

    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"320, /demo, Être", "1440, /en/demo, Be"})
    void the_page_that_lends_everyone_s_place_is_sound_and_does(
            int width, String demo, String become) {
        try (Tab tab = browser.tab(port, width)) {
            for (String name : new String[] {"Camille Martin", "Claire Vidal", "Samir Benali"}) {
                tab.go(demo);
                tab.isSound();
                tab.page().click("text=" + become + " " + name);
                assertThat(tab.page().locator("main h1").count()).isEqualTo(1);
                tab.isSound();
            }
            tab.go(demo + "/courriels");
            tab.isSound();
        }
    }
}
