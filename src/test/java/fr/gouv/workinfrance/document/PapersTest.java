package fr.gouv.workinfrance.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.document.paper.Advice;
import fr.gouv.workinfrance.document.paper.Paper;
import fr.gouv.workinfrance.journal.Actor;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What is kept of documents besides themselves.
@WifTest
class PapersTest extends DocumentsFixture {

    private static final byte[] LOCKED = Made.pdf(1, "x", "owner", "secret");

    @Test
    void advice_is_kept_with_the_document_and_goes_with_it() {
        StoredDocument blank = received(Made.pdf(2, ""), "vide.pdf");
        StoredDocument thumbnail = received(Made.image("png", 60, 40), "vignette.png");

        Sheaf sheaf = papers.of(List.of(blank.id(), thumbnail.id()));
        assertThat(sheaf.files()).isEqualTo(documents.find(List.of(blank.id(), thumbnail.id())));
        Map<DocumentId, Paper> papers = sheaf.papers();
        assertThat(papers.get(blank.id()).advice())
                .containsExactly(
                        new Advice(Advice.Code.EMPTY_PAGE, 1, ""),
                        new Advice(Advice.Code.EMPTY_PAGE, 2, ""));
        assertThat(papers.get(thumbnail.id()).advice())
                .containsExactly(new Advice(Advice.Code.SMALL, 0, ""));

        documents.erase(blank.id(), someone);
        assertThat(this.papers.of(List.of(blank.id())).files()).isEmpty();
        assertThat(
                        database.sql(
                                        "select count(*) from document.paper where document ="
                                                + " :document")
                                .param("document", blank.id().value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void the_same_file_refused_again_to_the_same_person_is_told_so() {
        UUID other = UUID.randomUUID();

        assertThat(send(LOCKED, someone)).isEqualTo("document.refused.PROTECTED");
        assertThat(send(LOCKED, someone)).isEqualTo("document.refused.again.PROTECTED");
        assertThat(send(LOCKED, Actor.account(other)))
                .as("nobody learns what another person sent")
                .isEqualTo("document.refused.PROTECTED");

        papers.forget(clock.instant().plus(Duration.ofSeconds(1)));
        assertThat(send(LOCKED, someone)).isEqualTo("document.refused.PROTECTED");
    }

    @Test
    void what_is_kept_of_words_and_files_is_under_a_key() {
        received(Made.pdf(1, words()), "contrat.pdf");
        send(LOCKED, someone);

        assertThat(
                        database.sql(
                                        "select encode(words, 'escape') from document.paper where"
                                                + " length(words) > 0")
                                .query(String.class)
                                .list())
                .isNotEmpty()
                .allSatisfy(kept -> assertThat(kept).doesNotContainIgnoringCase("ndiaye"));
        assertThat(
                        database.sql("select count(*) from document.fingerprint_key")
                                .query(Long.class)
                                .single())
                .isOne();
    }

    private String send(byte[] content, Actor by) {
        Reception reception = documents.store(in(content), "x.pdf", content.length, by);
        return ((Reception.Refused) reception).key();
    }

    private static String words() {
        StringBuilder words = new StringBuilder("Ndiaye");
        for (int i = 0; i < 40; i++) {
            words.append(" mot").append(i);
        }
        return words.toString();
    }
}
