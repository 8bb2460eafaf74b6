package fr.gouv.workinfrance.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.journal.Entry;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;

/// Documents kept, read, and erased.
@WifTest
class DocumentsTest extends DocumentsFixture {
    @Test
    void nothing_on_the_disk_can_be_read_without_the_key() throws Exception {
        String mark = "MARQUE-QUE-PERSONNE-NE-DOIT-LIRE";
        received(padded(Made.turnedJpeg(1, mark), 2 * MB), "photo.jpg");

        for (Path file : files()) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain(mark, "Exif");
        }
    }

    @Test
    void one_bit_changed_on_the_disk_is_found_out_when_read() throws Exception {
        StoredDocument document = received(padded(Made.pdf(1, "x"), 3 * MB), "x.pdf");
        byte[] bytes = Files.readAllBytes(files().getFirst());
        bytes[bytes.length / 2] ^= 1;
        Files.write(files().getFirst(), bytes);

        assertThatThrownBy(() -> documents.read(document.id(), someone, dossier))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void an_object_put_in_the_place_of_another_is_found_out_when_read() throws Exception {
        received(Made.pdf(1, "one"), "1.pdf");
        Path first = files().getFirst();
        byte[] content = Files.readAllBytes(first);
        StoredDocument second = received(Made.pdf(1, "two"), "2.pdf");
        for (Path file : files()) {
            Files.write(file, content);
        }

        assertThatThrownBy(() -> documents.read(second.id(), someone, dossier))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void another_master_key_reads_nothing() {
        StoredDocument document = received(Made.pdf(1, "x"), "x.pdf");
        Documents elsewhere = documents(new FolderStore(folder, 0), masterKey());

        assertThatThrownBy(() -> elsewhere.read(document.id(), someone, dossier))
                .hasMessageContaining("wif.document.master-key");
    }

    @Test
    void what_is_erased_is_gone_from_everywhere() throws Exception {
        StoredDocument document = received(Made.pdf(1, "x"), "Passeport de Awa.pdf");
        byte[] encrypted = Files.readAllBytes(files().getFirst());
        Path place = files().getFirst();

        documents.erase(document.id(), someone);
        documents.erase(document.id(), someone);

        assertThat(files()).isEmpty();
        assertThat(documents.find(document.id())).isEmpty();
        assertThat(documents.preview(document.id(), 1)).isEmpty();
        assertThat(documents.preview(document.id(), 1, someone, dossier)).isEmpty();
        Files.write(place, encrypted);
        assertThatThrownBy(() -> documents.read(document.id(), someone, dossier))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(journal.of(subject(document)))
                .extracting(Entry::act)
                .startsWith("document.received", "document.erased");
        assertThat(journal.of(subject(document)).getFirst().personal()).isEmpty();
        assertThat(
                        database.sql("select name from document.document where id = ?")
                                .param(document.id().value())
                                .query(String.class)
                                .optional())
                .isEmpty();
    }

    @Test
    void an_act_that_is_rolled_back_erases_nothing_and_keeps_nothing() throws Exception {
        StoredDocument kept = received(Made.pdf(1, "x"), "x.pdf");

        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> {
                            documents.keep(
                                    Made.pdf(1, "y"), "acte.pdf", "application/pdf", someone);
                            documents.erase(kept.id(), someone);
                            status.setRollbackOnly();
                        });

        assertThat(files()).hasSize(1);
        assertThat(documents.read(kept.id(), someone, dossier)).isNotEmpty();
    }

    @Test
    void reception_and_reading_leave_their_trace_where_the_reader_says() {
        StoredDocument document = received(Made.pdf(1, "x"), "x.pdf");
        documents.read(document.id(), someone, dossier);
        documents.preview(document.id(), 1, someone, dossier);
        documents.preview(document.id(), 1);

        Entry reception = journal.of(subject(document)).getFirst();
        assertThat(reception.actor()).isEqualTo(someone);
        assertThat(reception.facts()).containsOnlyKeys("mediaType", "size");
        assertThat(reception.personal()).containsEntry("name", "x.pdf");
        assertThat(journal.of(dossier))
                .extracting(Entry::act, Entry::facts)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "document.read", Map.of("document", document.id().toString())),
                        org.assertj.core.groups.Tuple.tuple(
                                "document.read",
                                Map.of("document", document.id().toString(), "page", "1")));
    }

    @Test
    void what_we_make_ourselves_is_kept_in_the_same_way() throws Exception {
        byte[] deed = Made.pdf(2, "DÉCISION");

        StoredDocument document =
                documents.keep(deed, "Décision AT-1.pdf", "application/pdf", someone);

        assertThat(document.pages()).isEqualTo(2);
        assertThat(documents.read(document.id(), someone, dossier)).isEqualTo(deed);
    }

    @Test
    void several_documents_are_found_at_once_and_unknown_ones_left_out() {
        StoredDocument one = received(Made.pdf(1, "1"), "1.pdf");
        StoredDocument two = received(Made.webp(), "2.webp");
        DocumentId unknown = new DocumentId(UUID.randomUUID());

        assertThat(documents.find(List.of(one.id(), two.id(), unknown)))
                .isEqualTo(Map.of(one.id(), one, two.id(), two));
        assertThat(documents.find(List.of())).isEmpty();
        assertThatThrownBy(
                        () ->
                                documents.copy(
                                        unknown, new ByteArrayOutputStream(), someone, dossier))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void objects_without_a_key_are_removed_once_they_are_old() throws Exception {
        StoredDocument kept = received(Made.pdf(1, "x"), "x.pdf");
        new FolderStore(folder, 0).put(new DocumentId(UUID.randomUUID()), out -> out.write(1));

        assertThat(orphans(store()).drop(Instant.now().minus(Duration.ofDays(1)))).isZero();
        assertThat(orphans(store()).drop(Instant.now().plus(Duration.ofDays(1)))).isEqualTo(1);
        assertThat(files()).hasSize(1);
        assertThat(documents.read(kept.id(), someone, dossier)).isNotEmpty();
    }

    @Test
    void a_store_full_of_strangers_is_left_alone() throws Exception {
        Store store = new FolderStore(folder, 0);
        for (int i = 0; i < 1001; i++) {
            Path place = folder.resolve("aa");
            Files.createDirectories(place);
            Files.write(place.resolve(UUID.randomUUID() + ".enc"), new byte[1]);
        }

        assertThatThrownBy(() -> orphans(store).drop(Instant.now().plus(Duration.ofDays(1))))
                .hasMessageContaining("is it the right one");
        assertThat(files()).hasSize(1001);
    }
}
