package fr.gouv.workinfrance.document.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.util.List;

/// The mark on what is shown of an identity document.
class MarkTest {

    private static final Mark MARK =
            new Mark(List.of("Claire Vidal – Préfecture de Paris", "25 novembre 2026"));

    @Test
    void it_is_on_every_part_of_the_page() {
        BufferedImage page = Scan.blank(990, 1400, 250).image;
        BufferedImage marked = new Picture(page).marked(MARK).image();

        for (int y = 0; y < 1400; y += 350) {
            for (int x = 0; x < 990; x += 330) {
                assertThat(darker(marked, x, y, 330, 350, 230)).as(x + "," + y).isGreaterThan(200);
            }
        }
        assertThat(darker(page, 0, 0, 990, 1400, 230)).as("the original is left alone").isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 120, 250})
    void it_is_seen_on_dark_paper_and_on_light_paper(int paper) {
        BufferedImage page = Scan.blank(800, 600, paper).image;
        BufferedImage marked = new Picture(page).marked(MARK).image();

        long changed = 0;
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 800; x++) {
                if (Math.abs(level(marked, x, y) - paper) > 25) {
                    changed++;
                }
            }
        }
        assertThat(changed).isGreaterThan(5_000);
    }

    @Test
    void what_is_under_it_is_still_read() {
        BufferedImage page = Scan.page(1400, 10, 50).image;
        BufferedImage marked = new Picture(page).marked(MARK).image();

        assertThat(Page.of(marked).advice(1)).isEmpty();
        for (int y = 0; y < 1400; y += 7) {
            for (int x = 0; x < 980; x += 7) {
                if (level(page, x, y) < 40) {
                    assertThat(level(marked, x, y)).isLessThan(150);
                }
            }
        }
    }

    @Test
    void a_mark_that_cannot_be_written_shows_nothing() {
        Picture page = new Picture(Scan.blank(100, 100, 250).image);

        for (List<String> lines :
                List.of(List.<String>of(), List.of(" "), List.of("\uE000\uE001"))) {
            assertThatThrownBy(() -> page.marked(new Mark(lines)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static long darker(BufferedImage image, int x0, int y0, int w, int h, int than) {
        long count = 0;
        for (int y = y0; y < Math.min(y0 + h, image.getHeight()); y++) {
            for (int x = x0; x < Math.min(x0 + w, image.getWidth()); x++) {
                if (level(image, x, y) < than) {
                    count++;
                }
            }
        }
        return count;
    }

    private static int level(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) >> 16 & 0xFF;
    }
}
