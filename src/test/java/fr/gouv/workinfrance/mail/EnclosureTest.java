package fr.gouv.workinfrance.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Subject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

@WifTest
@ExtendWith(OutputCaptureExtension.class)
class EnclosureTest extends Posting {

    private static final String CODE = "271828";

    private static final byte[] PDF =
            """
            %PDF-1.4 é
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """
                    .getBytes(StandardCharsets.ISO_8859_1);

    @Autowired Documents documents;

    @Value("${wif.document.folder}")
    String folder;

    @Test
    void a_file_arrives_as_the_house_keeps_it_and_no_copy_of_it_waits_with_the_letter() {
        var file = kept();
        mail.post(letter(file));
        assertThat(closed()).hasSizeLessThan(2000);
        assertThat(new String(closed(), StandardCharsets.ISO_8859_1)).doesNotContain("K7QM");
        queue.runDue();

        assertThat(mailbox.to(to))
                .singleElement()
                .satisfies(
                        received -> {
                            assertThat(received.text()).contains(CODE);
                            assertThat(received.html()).contains(CODE);
                            assertThat(received.enclosures())
                                    .singleElement()
                                    .satisfies(
                                            enclosed -> {
                                                assertThat(enclosed.name())
                                                        .isEqualTo("accusé-K7QM.pdf");
                                                assertThat(enclosed.mediaType())
                                                        .isEqualTo("application/pdf");
                                                assertThat(enclosed.content()).isEqualTo(PDF);
                                            });
                        });
        assertThat(closed()).isNull();
        assertThat(journal.of(new Subject("letter", id().toString())).getFirst().facts())
                .containsEntry("enclosed", file.id().toString());
    }

    @Test
    void a_letter_never_leaves_without_the_file_that_it_encloses(CapturedOutput output)
            throws Exception {
        var file = kept();
        Path place = place(file);
        byte[] encrypted = Files.readAllBytes(place);
        mail.post(letter(file));

        Files.delete(place);
        queue.runDue();
        assertThat(mail.delivery(key))
                .as("its store is away")
                .isEqualTo(new Delivery.Failing(1, clock.instant().plus(Duration.ofMinutes(1))));
        byte[] damaged = encrypted.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(place, damaged);
        queue.runAfter(Duration.ofMinutes(1));
        assertThat(mail.delivery(key))
                .as("one bit of it changed")
                .isEqualTo(new Delivery.Failing(2, clock.instant().plus(Duration.ofMinutes(2))));
        assertThat(mailbox.to(to)).isEmpty();
        assertThat(output)
                .contains("ERROR", "letter " + key + " cannot leave: document " + file.id())
                .doesNotContain(to, CODE, "K7QM");

        Files.write(place, encrypted);
        queue.runAfter(Duration.ofMinutes(2));
        assertThat(mailbox.to(to))
                .singleElement()
                .satisfies(
                        received ->
                                assertThat(received.enclosures().getFirst().content())
                                        .isEqualTo(PDF));
    }

    @Test
    void a_letter_whose_file_was_erased_is_given_up_at_once_and_says_so(CapturedOutput output) {
        var file = kept();
        mail.post(letter(file));
        documents.erase(file.id(), Actor.system("test"));
        queue.runDue();

        assertThat(mailbox.to(to)).isEmpty();
        assertThat(mail.delivery(key)).isEqualTo(new Delivery.Abandoned(clock.instant()));
        assertThat(journal.of(new Subject("letter", id().toString())).getFirst().facts())
                .containsEntry("reason", "enclosure erased");
        assertThat(output).contains("document " + file.id() + ", which it encloses, was erased");
    }

    private StoredDocument kept() {
        return documents.keep(PDF, "accusé-K7QM.pdf", "application/pdf", Actor.system("test"));
    }

    private Path place(StoredDocument file) {
        String id = file.id().toString();
        return Path.of(folder, id.substring(0, 2), id + ".enc");
    }

    private Letter letter(StoredDocument file) {
        return new Letter(key, to, Locale.FRENCH, "code", Map.of("code", CODE, "minutes", 15L))
                .enclosing(List.of(Enclosure.of(file)));
    }
}
