package fr.gouv.workinfrance.document;

import static fr.gouv.workinfrance.document.Reception.Reason.CUT;
import static fr.gouv.workinfrance.document.Reception.Reason.EMPTY;
import static fr.gouv.workinfrance.document.Reception.Reason.FORGED_TYPE;
import static fr.gouv.workinfrance.document.Reception.Reason.NO_ROOM;
import static fr.gouv.workinfrance.document.Reception.Reason.PROTECTED;
import static fr.gouv.workinfrance.document.Reception.Reason.TOO_COMPLEX;
import static fr.gouv.workinfrance.document.Reception.Reason.TOO_LARGE;
import static fr.gouv.workinfrance.document.Reception.Reason.UNREADABLE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.WifTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// What people send: good files, bad files, cut lines and full disks.
@WifTest
class ReceptionTest extends DocumentsFixture {
    static Stream<Arguments> received() {
        return Stream.of(
                Arguments.of("contrat.pdf", Made.pdf(3, "x"), "application/pdf", 3),
                Arguments.of("photo.jpg", Made.image("jpeg", 50, 50), "image/jpeg", 1),
                Arguments.of("scan.png", Made.image("png", 50, 50), "image/png", 1),
                Arguments.of("photo.webp", Made.webp(), "image/webp", 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("received")
    void what_is_received_is_handed_back_as_it_was(
            String name, byte[] content, String mediaType, int pages) throws Exception {
        StoredDocument document = received(content, name);

        assertThat(document)
                .isEqualTo(
                        new StoredDocument(
                                document.id(),
                                name,
                                mediaType,
                                content.length,
                                sha256(content),
                                clock.instant(),
                                pages,
                                new DocumentState.Clean()));
        assertThat(documents.find(document.id())).contains(document);
        assertThat(documents.read(document.id(), someone, dossier)).isEqualTo(content);
        assertThat(documents.preview(document.id(), pages)).isPresent();
        assertThat(documents.preview(document.id(), pages + 1)).isEmpty();
        assertThat(documents.preview(document.id(), 0)).isEmpty();
    }

    static Stream<Arguments> refused() {
        byte[] pdf = Made.pdf(1, "x");
        return Stream.of(
                Arguments.of("nothing", "x.pdf", new byte[0], EMPTY),
                Arguments.of("a program named as a PDF", "x.pdf", Made.exe(), FORGED_TYPE),
                Arguments.of("a page named as a PDF", "x.pdf", Made.ascii("<html>"), FORGED_TYPE),
                Arguments.of(
                        "a PDF that is an archive too",
                        "x.pdf",
                        Made.concat(pdf, Made.zip("a.class", pdf)),
                        FORGED_TYPE),
                Arguments.of(
                        "a PDF under a password", "x.pdf", Made.pdf(1, "x", "o", "u"), PROTECTED),
                Arguments.of(
                        "a damaged PDF", "x.pdf", Made.ascii("%PDF-1.7 and no more"), UNREADABLE),
                Arguments.of(
                        "an image that unfolds",
                        "x.png",
                        Made.pngBomb(50_000, 50_000),
                        TOO_COMPLEX),
                Arguments.of("a PDF that unfolds", "x.pdf", Made.pdfBomb(60), TOO_COMPLEX),
                Arguments.of("one byte too many", "x.pdf", padded(pdf, 20 * MB + 1), TOO_LARGE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void what_is_refused_leaves_nothing(
            String what, String name, byte[] content, Reception.Reason reason) throws Exception {
        long before = rows();

        Reception reception = documents.store(in(content), name, -1, someone);

        assertThat(reception).as(what).isEqualTo(new Reception.Refused(reason));
        assertThat(files()).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void twenty_megabytes_are_received() {
        byte[] content = padded(Made.pdf(1, "x"), 20 * MB);

        StoredDocument document = received(content, "gros.pdf");

        assertThat(document.size()).isEqualTo(20L * MB);
        assertThat(documents.read(document.id(), someone, dossier)).isEqualTo(content);
    }

    @Test
    void what_is_announced_too_large_is_refused_before_a_byte_is_read() {
        InputStream untouched =
                new InputStream() {
                    @Override
                    public int read() {
                        throw new AssertionError("read");
                    }
                };

        assertThat(documents.store(untouched, "x.pdf", 20L * MB + 1, someone))
                .isEqualTo(new Reception.Refused(TOO_LARGE));
    }

    @Test
    void an_endless_upload_is_stopped() {
        AtomicLong read = new AtomicLong();
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        long at = read.getAndIncrement();
                        return at < 5 ? "%PDF-".charAt((int) at) : ' ';
                    }
                };

        assertThat(documents.store(endless, "x.pdf", -1, someone))
                .isEqualTo(new Reception.Refused(TOO_LARGE));
        assertThat(read.get()).isLessThan(21L * MB);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 500, 700})
    void an_upload_that_ends_before_what_was_announced_is_cut(int length) throws Exception {
        byte[] pdf = Made.pdf(1, "x");
        byte[] cut = Arrays.copyOf(pdf, length);

        Reception reception = documents.store(in(cut), "x.pdf", pdf.length, someone);

        assertThat(reception).isEqualTo(new Reception.Refused(length == 4 ? FORGED_TYPE : CUT));
        assertThat(files()).isEmpty();
    }

    @Test
    void an_upload_whose_line_breaks_is_cut() throws Exception {
        byte[] pdf = padded(Made.pdf(1, "x"), MB);
        InputStream broken =
                new InputStream() {
                    private int at;

                    @Override
                    public int read() throws IOException {
                        if (at > MB / 2) {
                            throw new IOException("Connection reset by peer");
                        }
                        return pdf[at++] & 0xFF;
                    }
                };

        assertThat(documents.store(broken, "x.pdf", -1, someone))
                .isEqualTo(new Reception.Refused(CUT));
        assertThat(files()).isEmpty();
    }

    @Test
    void a_full_disk_is_told_and_leaves_nothing() throws Exception {
        Store full =
                new BrokenStore(new FolderStore(folder, 0)) {
                    @Override
                    public void put(DocumentId id, Content content) throws IOException {
                        super.put(
                                id,
                                out -> {
                                    content.writeTo(out);
                                    throw new IOException("No space left on device");
                                });
                    }
                };
        Documents nearlyFull = documents(new FolderStore(folder, Long.MAX_VALUE), masterKey);

        for (Documents some : List.of(documents(full, masterKey), nearlyFull)) {
            assertThat(some.store(in(Made.pdf(1, "x")), "x.pdf", -1, someone))
                    .isEqualTo(new Reception.Refused(NO_ROOM));
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void a_store_that_is_down_is_not_taken_for_a_full_one() {
        Store down =
                new BrokenStore(new FolderStore(folder, 0)) {
                    @Override
                    public void put(DocumentId id, Content content) throws IOException {
                        throw new IOException("Connection refused");
                    }
                };

        assertThatThrownBy(
                        () ->
                                documents(down, masterKey)
                                        .store(in(Made.pdf(1, "x")), "x.pdf", -1, someone))
                .isInstanceOf(UncheckedIOException.class);
    }

    /// A store that fails where a test says so.
    private static class BrokenStore implements Store {

        private final Store sound;

        BrokenStore(Store sound) {
            this.sound = sound;
        }

        @Override
        public void put(DocumentId id, Content content) throws IOException {
            sound.put(id, content);
        }

        @Override
        public boolean hasRoom() throws IOException {
            return sound.hasRoom();
        }

        @Override
        public InputStream open(DocumentId id) throws IOException {
            return sound.open(id);
        }

        @Override
        public boolean exists(DocumentId id) {
            return sound.exists(id);
        }

        @Override
        public void delete(DocumentId id) throws IOException {
            sound.delete(id);
        }

        @Override
        public List<DocumentId> keptBefore(Instant instant) throws IOException {
            return sound.keptBefore(instant);
        }
    }
}
