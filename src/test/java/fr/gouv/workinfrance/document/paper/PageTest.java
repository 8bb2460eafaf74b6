package fr.gouv.workinfrance.document.paper;

import static fr.gouv.workinfrance.document.paper.Advice.Code.BLURRED;
import static fr.gouv.workinfrance.document.paper.Advice.Code.DARK;
import static fr.gouv.workinfrance.document.paper.Advice.Code.EMPTY_PAGE;
import static fr.gouv.workinfrance.document.paper.Advice.Code.PALE;
import static fr.gouv.workinfrance.document.paper.Advice.Code.SMALL;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/// No good scan is scolded, and no bad one passes: both sides of each threshold.
class PageTest {

    private static final int A4 = Scan.A4_AT_200_DPI;

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of("a scan at 75 points per inch", Scan.page(877, 11, 45)),
                Arguments.of("a scan at 100 points per inch", Scan.page(1169, 10, 50)),
                Arguments.of("a scan at 200 points per inch", Scan.page(A4, 10, 50)),
                Arguments.of("a scan at 300 points per inch", Scan.page(3508, 8, 60)),
                Arguments.of("a photograph", Scan.page(A4, 10, 50).lit(0.8).photographed()),
                Arguments.of("a hand that moved a little", Scan.page(A4, 10, 50).blurred(2)),
                Arguments.of("a dim room", Scan.page(A4, 10, 50).lit(0.45).photographed()),
                Arguments.of("grey printing", Scan.page(A4, 10, 50, 110, 200)),
                Arguments.of("pencil", Scan.page(A4, 10, 50, 150, 245)),
                Arguments.of("a page with one line", Scan.page(A4, 10, 1)),
                Arguments.of("a page with a large title", Scan.page(A4, 30, 2)),
                Arguments.of("a passport, small", Scan.passport(600)),
                Arguments.of("a passport, photographed", Scan.passport(2000).photographed()),
                Arguments.of("a passport, large", Scan.passport(4000).photographed()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void a_good_scan_is_not_scolded(String what, Scan scan) {
        assertThat(Reading.of(new Picture(scan.image)).advice())
                .as("%s: %s", what, Page.of(scan.image))
                .isEmpty();
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("a blank page", Scan.page(A4, 10, 0), EMPTY_PAGE),
                Arguments.of(
                        "a blank page, photographed",
                        Scan.page(A4, 10, 0).lit(0.8).photographed(),
                        EMPTY_PAGE),
                Arguments.of("out of focus", Scan.page(A4, 10, 50).blurred(5), BLURRED),
                Arguments.of(
                        "out of focus, with grain",
                        Scan.page(A4, 10, 50).blurred(5).photographed(),
                        BLURRED),
                Arguments.of(
                        "a passport out of focus",
                        Scan.passport(2000).blurred(6).photographed(),
                        BLURRED),
                Arguments.of("night", Scan.page(A4, 10, 50).lit(0.2).photographed(), DARK),
                Arguments.of("a printer without ink", Scan.page(A4, 10, 50, 212, 245), PALE),
                Arguments.of("a thumbnail", Scan.page(499, 11, 40), SMALL));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void a_bad_one_is_told_with_what_is_wrong(String what, Scan scan, Advice.Code wrong) {
        assertThat(Reading.of(new Picture(scan.image)).advice())
                .as("%s: %s", what, Page.of(scan.image))
                .extracting(Advice::code)
                .containsExactly(wrong);
    }

    @Test
    void each_threshold_has_two_sides() {
        Page fine = new Page(Page.EMPTY, Page.SHARP, Page.LIT, Page.STRONG);
        assertThat(fine.advice(1)).isEmpty();
        assertThat(new Page(Page.EMPTY - 1e-9, 1, 255, 255).advice(3))
                .containsExactly(new Advice(EMPTY_PAGE, 3, ""));
        assertThat(new Page(1, Page.SHARP - 1e-9, 255, 255).advice(1))
                .containsExactly(new Advice(BLURRED, 1, ""));
        assertThat(new Page(1, 1, Page.LIT - 1, 255).advice(1))
                .containsExactly(new Advice(DARK, 1, ""));
        assertThat(new Page(1, 1, 255, Page.STRONG - 1).advice(1))
                .containsExactly(new Advice(PALE, 1, ""));
        assertThat(new Page(1, Double.NaN, 255, 255).advice(1))
                .as("too little to tell is no reproach")
                .isEmpty();
    }

    @Test
    void an_image_of_one_pixel_is_survived() {
        assertThat(Page.of(Scan.blank(1, 1, 250).image).ink()).isZero();
        assertThat(Page.of(Scan.blank(3000, 2, 250).image).sharpness()).isNaN();
    }
}
