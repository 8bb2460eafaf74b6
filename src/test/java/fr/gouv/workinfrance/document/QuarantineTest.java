package fr.gouv.workinfrance.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Clamd;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.document.antivirus.Antiviruses;
import fr.gouv.workinfrance.document.paper.Advice;
import fr.gouv.workinfrance.journal.Entry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/// What a virus meets here, with an antivirus that is there, away, and back.
@WifTest
class QuarantineTest extends DocumentsFixture {

    private static final byte[] INFECTED = Made.concat(Made.pdf(1, "x"), Clamd.VIRUS);

    private final int port = Clamd.freePort();

    @BeforeEach
    void antivirus() {
        antivirus = Antiviruses.at("127.0.0.1:" + port);
        open();
        // what other tests left behind is not ours to scan
        database.sql("update document.document set scan = 'CLEAN' where scan = 'WAITING'").update();
    }

    @AfterEach
    void none() {
        database.sql("update document.document set scan = 'CLEAN' where scan = 'WAITING'").update();
    }

    @Test
    void an_infected_file_is_refused_leaves_its_trace_and_nothing_else() throws Exception {
        long before = rows();
        try (var _ = Clamd.start(port)) {
            assertThat(documents.store(in(INFECTED), "x.pdf", INFECTED.length, someone))
                    .isEqualTo(new Reception.Refused(Reception.Reason.INFECTED));
            assertThat(received(Made.pdf(1, "x"), "x.pdf").state())
                    .isEqualTo(new DocumentState.Clean());
        }

        assertThat(files()).hasSize(1);
        assertThat(rows()).isEqualTo(before + 1);
        assertThat(
                        database.sql(
                                        """
                                        select facts from journal.entry
                                        where act = 'document.infected' and actor_id = ?
                                        """)
                                .param(someone.id())
                                .query(String.class)
                                .single())
                .contains(Clamd.SIGNATURE)
                .doesNotContain("x.pdf");
    }

    @Test
    void what_comes_while_the_antivirus_is_away_is_received_and_handed_to_nobody() {
        StoredDocument document = received(Made.pdf(1, "x"), "x.pdf");

        assertThat(document.state()).isEqualTo(new DocumentState.Waiting());
        assertThat(document.clean()).isFalse();
        assertHandedToNobody(document);
    }

    @Test
    void once_the_antivirus_is_back_what_waited_is_shown() throws Exception {
        byte[] content = Made.pdf(1, "x");
        StoredDocument document = received(content, "x.pdf");

        quarantine().scan();
        assertThat(state(document)).isEqualTo(new DocumentState.Waiting());
        try (var _ = Clamd.start(port)) {
            quarantine().scan();
        }

        assertThat(state(document)).isEqualTo(new DocumentState.Clean());
        assertThat(documents.read(document.id(), someone, dossier)).isEqualTo(content);
        assertThat(documents.preview(document.id(), 1)).isPresent();
    }

    @Test
    void what_waited_and_is_infected_is_destroyed_and_told_once() throws Exception {
        StoredDocument document = received(INFECTED, "Passeport.pdf");
        StoredDocument other = received(Made.pdf(1, "y"), "y.pdf");
        byte[] encrypted = Files.readAllBytes(folder.resolve(place(document)));

        try (var _ = Clamd.start(port)) {
            quarantine().scan();
            quarantine().scan();
        }

        assertThat(state(document)).isEqualTo(new DocumentState.Infected(Clamd.SIGNATURE));
        assertThat(state(other)).isEqualTo(new DocumentState.Clean());
        assertThat(folder.resolve(place(document))).doesNotExist();
        assertThat(told)
                .as("once, and of no other")
                .containsExactly(new DocumentInfected(document.id(), clock.instant()));
        Files.write(folder.resolve(place(document)), encrypted);
        assertHandedToNobody(document);
        // the person is told which one it was
        assertThat(documents.find(document.id()).orElseThrow().name()).isEqualTo("Passeport.pdf");
        assertThat(journal.of(subject(document)))
                .extracting(Entry::act)
                .containsExactly("document.received", "document.infected");
        assertThat(journal.of(subject(document)).getLast().facts())
                .isEqualTo(Map.of("signature", Clamd.SIGNATURE));

        documents.erase(document.id(), someone);
        assertThat(documents.find(document.id())).isEmpty();
    }

    @Test
    void a_file_that_was_destroyed_is_known_again_when_the_same_person_sends_it_again() {
        received(INFECTED, "x.pdf");
        try (var _ = Clamd.start(port)) {
            quarantine().scan();
            assertThat(documents.store(in(INFECTED), "y.pdf", INFECTED.length, someone))
                    .isEqualTo(new Reception.Refused(Reception.Reason.INFECTED, true));
        }

        StoredDocument again = received(INFECTED, "y.pdf");
        assertThat(papers.of(List.of(again.id())).papers().get(again.id()).advice())
                .as("told even while the antivirus is away")
                .extracting(Advice::code)
                .contains(Advice.Code.REFUSED_BEFORE);
    }

    @Test
    void one_that_cannot_be_read_hides_no_other() throws Exception {
        StoredDocument damaged = received(Made.pdf(1, "x"), "x.pdf");
        Files.write(folder.resolve(place(damaged)), new byte[100]);
        StoredDocument other = received(Made.pdf(1, "y"), "y.pdf");

        try (var _ = Clamd.start(port)) {
            quarantine().scan();
        }

        assertThat(documents.states(List.of(damaged.id(), other.id())))
                .isEqualTo(
                        Map.of(
                                damaged.id(), new DocumentState.Waiting(),
                                other.id(), new DocumentState.Clean()));
    }

    @Test
    void what_we_make_ourselves_waits_for_no_antivirus() {
        StoredDocument deed =
                documents.keep(Made.pdf(1, "x"), "acte.pdf", "application/pdf", someone);

        assertThat(deed.clean()).isTrue();
        assertThat(documents.read(deed.id(), someone, dossier)).isNotEmpty();
    }

    private void assertHandedToNobody(StoredDocument document) {
        assertThatThrownBy(() -> documents.read(document.id(), someone, dossier))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(
                        () ->
                                documents.copy(
                                        document.id(),
                                        new ByteArrayOutputStream(),
                                        someone,
                                        dossier))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(documents.preview(document.id(), 1)).isEmpty();
        assertThat(documents.preview(document.id(), 1, someone, dossier)).isEmpty();
        assertThat(journal.of(dossier)).isEmpty();
    }

    private DocumentState state(StoredDocument document) {
        return documents.states(List.of(document.id())).get(document.id());
    }

    private Quarantine quarantine() {
        return quarantine(store(), masterKey);
    }

    private static String place(StoredDocument document) {
        String name = document.id().toString();
        return name.substring(0, 2) + "/" + name + ".enc";
    }
}
