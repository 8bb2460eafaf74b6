package fr.gouv.workinfrance.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.journal.Actor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/// Files that come over bad lines.
@WifTest
class UploadsTest extends DocumentsFixture {

    private final byte[] file = padded(Made.pdf(2, "x"), 15 * MB);
    private final AtomicReference<StoredDocument> used = new AtomicReference<>();
    private Uploads uploads;

    @BeforeEach
    void uploads_of_this_test() {
        uploads = uploads();
    }

    @Test
    void fifteen_megabytes_over_a_line_that_is_cut_twice_arrive_whole() throws Exception {
        Upload upload = open(file);
        assertThat(uploads.receive(upload, 0, cutAfter(file, 0, 4 * MB + 100_000)))
                .contains(4L * MB + 100_000);
        upload = again(upload);
        assertThat(uploads.receive(upload, upload.received(), cutAfter(file, 4 * MB + 100_000, MB)))
                .contains(5L * MB + 100_000);

        // another node, after a reload: the same file is known again
        Uploads elsewhere = uploads();
        upload = opened(elsewhere, file);
        assertThat(upload.received()).isEqualTo(5L * MB + 100_000);
        assertThat(elsewhere.finish(upload, someone, this::use)).isEmpty();
        assertThat(elsewhere.receive(upload, upload.received(), from(file, upload.received())))
                .contains(15L * MB);

        assertThat(elsewhere.finish(upload, someone, this::use)).contains("");
        assertThat(documents.read(used.get().id(), someone, dossier)).isEqualTo(file);
        assertThat(used.get().sha256()).isEqualTo(sha256(file));
        assertThat(files()).hasSize(1);
        assertThat(uploads.of(dossier, someone)).isEmpty();
    }

    @Test
    void who_asks_again_for_the_outcome_gets_the_same_and_no_second_document() throws Exception {
        byte[] small = Made.pdf(1, "x");
        Upload upload = sent(small);
        long before = rows();

        assertThat(uploads.finish(upload, someone, this::use)).contains("");
        assertThat(uploads.finish(upload, someone, this::use)).contains("");
        assertThat(uploads.finish(again(upload), someone, this::use)).contains("");

        assertThat(rows()).isEqualTo(before + 1);
    }

    @Test
    void one_alone_makes_a_document_of_it_unless_he_has_stopped() throws Exception {
        Upload upload = sent(Made.pdf(1, "x"));

        uploads.finish(
                upload,
                someone,
                document -> {
                    assertThat(uploads().finish(upload, someone, this::use)).isEmpty();
                    return use(document);
                });

        Upload other = sent(Made.pdf(1, "y"));
        assertThatThrownBy(
                        () ->
                                uploads.finish(
                                        other,
                                        someone,
                                        _ -> {
                                            throw new IllegalStateException("the node stops");
                                        }))
                .hasMessage("the node stops");
        assertThat(uploads.finish(other, someone, this::use)).contains("");
    }

    @Test
    void what_does_not_begin_where_the_last_one_ended_is_not_taken() throws Exception {
        Upload upload = open(file);
        assertThat(uploads.receive(upload, 10, from(file, 10))).isEmpty();
        assertThat(uploads.receive(upload, 0, cutAfter(file, 0, MB))).contains((long) MB);
        // the first answer was lost, and another tab sends the same again
        assertThat(uploads.receive(upload, 0, cutAfter(file, 0, MB))).isEmpty();

        assertThat(again(upload).received()).isEqualTo(MB);
        assertThat(files()).hasSize(1);
    }

    @Test
    void a_few_bytes_before_a_cut_are_not_worth_keeping() throws Exception {
        Upload upload = open(file);

        assertThat(uploads.receive(upload, 0, cutAfter(file, 0, 1000))).contains(0L);
        assertThat(files()).isEmpty();
    }

    @Test
    void what_arrives_other_than_it_was_sent_is_refused() throws Exception {
        Upload upload = open(file);
        byte[] other = file.clone();
        other[MB] ^= 1;
        uploads.receive(upload, 0, in(other));

        assertThat(uploads.finish(again(upload), someone, this::use))
                .contains("document.refused.CUT");
        assertThat(files()).isEmpty();
        assertThat(used.get()).isNull();
    }

    @Test
    void what_is_not_accepted_is_refused_once_whole_and_nothing_is_left() throws Exception {
        Upload upload = sent(Made.exe());

        assertThat(uploads.finish(upload, someone, this::use))
                .contains("document.refused.FORGED_TYPE");
        assertThat(uploads.finish(again(upload), someone, this::use))
                .contains("document.refused.FORGED_TYPE");
        assertThat(files()).isEmpty();
    }

    @Test
    void no_part_is_ever_in_clear_on_the_disk() throws Exception {
        String mark = "MARQUE-QUE-PERSONNE-NE-DOIT-LIRE";
        uploads.receive(open(file), 0, in(padded(mark.getBytes(StandardCharsets.UTF_8), MB)));

        for (Path part : files()) {
            assertThat(new String(Files.readAllBytes(part), StandardCharsets.ISO_8859_1))
                    .doesNotContain(mark);
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void nobody_else_has_it_and_it_is_for_one_thing_alone() throws Exception {
        Upload upload = open(file);
        Actor other = Actor.account(UUID.randomUUID());

        assertThat(uploads.find(upload.id(), dossier, "contract", someone)).isPresent();
        assertThat(uploads.find(upload.id(), dossier, "contract", other)).isEmpty();
        assertThat(uploads.find(upload.id(), dossier, "title", someone)).isEmpty();
        assertThat(uploads.of(dossier, other)).isEmpty();
    }

    @Test
    void too_large_empty_or_too_many_are_refused_before_a_byte_comes() {
        assertThat(uploads.open(dossier, "x", "x.pdf", 20L * MB + 1, null, someone))
                .isEqualTo(new Opening.Refused(Reception.Reason.TOO_LARGE));
        assertThat(uploads.open(dossier, "x", "x.pdf", 0, null, someone))
                .isEqualTo(new Opening.Refused(Reception.Reason.EMPTY));
        quotas = quotas(300, 2048, 2);
        Uploads few = uploads();
        for (int i = 0; i < 2; i++) {
            assertThat(few.open(dossier, "x", "x.pdf", MB, null, someone))
                    .isInstanceOf(Opening.Opened.class);
        }
        assertThat(few.open(dossier, "x", "x.pdf", MB, null, someone))
                .isEqualTo(new Opening.Refused(Reception.Reason.TOO_MANY_AT_ONCE));
    }

    @Test
    void what_is_given_up_or_abandoned_for_a_day_is_removed() throws Exception {
        Upload upload = open(file);
        uploads.receive(upload, 0, cutAfter(file, 0, 2 * MB));
        assertThat(files()).hasSize(2);
        uploads.abandon(upload);
        assertThat(files()).isEmpty();

        upload = open(file);
        uploads.receive(upload, 0, cutAfter(file, 0, 2 * MB));
        clock.advance(Duration.ofHours(23));
        uploads.dropAbandoned();
        assertThat(orphans(store()).drop(Instant.now().plus(Duration.ofDays(1)))).isZero();
        assertThat(files()).hasSize(2);
        clock.advance(Duration.ofHours(2));
        uploads.dropAbandoned();
        assertThat(files()).isEmpty();
        assertThat(uploads.find(upload.id(), dossier, "contract", someone)).isEmpty();
    }

    @Test
    void who_has_sent_too_much_in_a_day_waits_for_the_next_one() {
        quotas = quotas(2, 2048, 30);
        documents = documents(store(), masterKey);
        received(Made.pdf(1, "1"), "1.pdf");
        received(Made.pdf(1, "2"), "2.pdf");
        byte[] third = Made.pdf(1, "3");

        assertThat(documents.store(in(third), "3.pdf", third.length, someone))
                .isEqualTo(new Reception.Refused(Reception.Reason.QUOTA));
        assertThat(uploads().open(dossier, "x", "3.pdf", third.length, null, someone))
                .isEqualTo(new Opening.Refused(Reception.Reason.QUOTA));
        assertThat(documents.keep(third, "3.pdf", "application/pdf", someone)).isNotNull();
        clock.advance(Duration.ofHours(25));
        received(third, "3.pdf");

        quotas = quotas(300, 3, 30);
        documents = documents(store(), masterKey);
        byte[] large = padded(third, 4 * MB);
        assertThat(documents.store(in(large), "4.pdf", -1, someone))
                .isEqualTo(new Reception.Refused(Reception.Reason.QUOTA));
    }

    @Test
    void the_quota_holds_when_all_comes_at_once() throws Exception {
        quotas = quotas(5, 2048, 30);
        documents = documents(store(), masterKey);
        byte[] content = Made.pdf(1, "x");
        Callable<Reception> send =
                () -> documents.store(in(content), "x.pdf", content.length, someone);

        try (var all = Executors.newFixedThreadPool(8)) {
            var sent = all.invokeAll(IntStream.range(0, 12).mapToObj(_ -> send).toList());
            int received = 0;
            for (var one : sent) {
                received += one.get() instanceof Reception.Received ? 1 : 0;
            }
            assertThat(received).isEqualTo(5);
        }
        assertThat(files()).hasSize(5);
    }

    private String use(StoredDocument document) {
        used.set(document);
        return "";
    }

    private Upload open(byte[] content) throws Exception {
        return opened(uploads, content);
    }

    private Upload opened(Uploads node, byte[] content) throws Exception {
        Opening opening =
                node.open(dossier, "contract", "x.pdf", content.length, sha256(content), someone);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).upload();
    }

    private Upload sent(byte[] content) throws Exception {
        Upload upload = open(content);
        uploads.receive(upload, 0, in(content));
        return again(upload);
    }

    private Upload again(Upload upload) {
        return uploads.find(upload.id(), dossier, "contract", someone).orElseThrow();
    }

    private static InputStream from(byte[] content, long at) {
        return in(Arrays.copyOfRange(content, (int) at, content.length));
    }

    /// So many bytes, then the line is cut.
    private static InputStream cutAfter(byte[] content, int at, int length) {
        return new java.io.SequenceInputStream(
                new ByteArrayInputStream(content, at, length),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("Connection reset by peer");
                    }
                });
    }
}
