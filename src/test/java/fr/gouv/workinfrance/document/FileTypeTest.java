package fr.gouv.workinfrance.document;

import static fr.gouv.workinfrance.document.Reception.Reason.FORGED_TYPE;
import static fr.gouv.workinfrance.document.Reception.Reason.UNSUPPORTED_TYPE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.stream.Stream;

class FileTypeTest {

    static Stream<Arguments> accepted() {
        return Stream.of(
                Arguments.of(Made.pdf(1, "x"), FileType.PDF),
                Arguments.of(Made.image("jpeg", 9, 9), FileType.JPEG),
                Arguments.of(Made.turnedJpeg(6, "Paris"), FileType.JPEG),
                Arguments.of(Made.image("png", 9, 9), FileType.PNG),
                Arguments.of(Made.webp(), FileType.WEBP));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void a_file_is_told_by_its_content_whatever_its_name(byte[] content, FileType type)
            throws Refusal {
        byte[] head = Arrays.copyOf(content, Math.min(content.length, FileType.HEAD));

        assertThat(FileType.sniff(head, "anything.exe")).isEqualTo(type);
    }

    static Stream<Arguments> refused() {
        byte[] pdf = Made.pdf(1, "x");
        byte[] html = Made.ascii("<!DOCTYPE html><html><script>alert(1)</script></html>");
        return Stream.of(
                Arguments.of("a program named as a PDF", Made.exe(), "x.pdf", FORGED_TYPE),
                Arguments.of("a page named as a PDF", html, "x.PDF", FORGED_TYPE),
                Arguments.of("an archive named as an image", zip(), "x.png", FORGED_TYPE),
                Arguments.of("text named as a PDF", Made.ascii("hello"), "x.pdf", FORGED_TYPE),
                Arguments.of("a script before a PDF", Made.concat(html, pdf), "x.pdf", FORGED_TYPE),
                Arguments.of(
                        "a PDF that does not start at once",
                        Made.concat(Made.ascii("\n"), pdf),
                        "x.pdf",
                        FORGED_TYPE),
                Arguments.of(
                        "an image that is a PDF too",
                        Made.turnedJpeg(1, "%PDF-1.7"),
                        "x.jpg",
                        FORGED_TYPE),
                Arguments.of("a program", Made.exe(), "x.exe", UNSUPPORTED_TYPE),
                Arguments.of("an archive", zip(), "pieces.zip", UNSUPPORTED_TYPE),
                Arguments.of("text without extension", Made.ascii("x"), "x", UNSUPPORTED_TYPE),
                Arguments.of("a GIF", Made.image("gif", 9, 9), "x.gif", UNSUPPORTED_TYPE),
                Arguments.of(
                        "a drawing that can hold scripts",
                        Made.ascii("<svg xmlns='http://www.w3.org/2000/svg'/>"),
                        "x.svg",
                        UNSUPPORTED_TYPE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void anything_else_is_refused_as_what_it_is(
            String what, byte[] content, String name, Reception.Reason reason) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> FileType.sniff(content, name));

        assertThat(refusal).as(what).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }

    @Test
    void an_archive_hidden_behind_an_accepted_file_is_seen() {
        byte[] pdf = Made.pdf(1, "x");

        assertThat(FileType.endsAsArchive(Made.concat(pdf, zip()))).isTrue();
        assertThat(FileType.endsAsArchive(pdf)).isFalse();
        assertThat(FileType.endsAsArchive(Made.concat(zip(), pdf))).isFalse();
        assertThat(FileType.endsAsArchive(new byte[3])).isFalse();
    }

    private static byte[] zip() {
        return Made.zip("a.txt", Made.ascii("a"));
    }
}
