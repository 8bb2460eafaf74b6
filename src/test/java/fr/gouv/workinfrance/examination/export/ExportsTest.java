package fr.gouv.workinfrance.examination.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.document.Handouts;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.examination.export.Export.Format;
import fr.gouv.workinfrance.examination.worklist.Labels;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// What is taken out of the service, on real PostgreSQL and through the encrypted store.
@WifTest
class ExportsTest {

    @Autowired Requests requests;
    @Autowired Exports exports;
    @Autowired Labels labels;
    @Autowired Journal journal;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @TempDir Path folder;

    Account employer;
    Account caseworker;
    Dossier dossier;

    @BeforeEach
    void deposited() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        Dossier draft = requests.filled(employer);
        requests.answer(draft.id(), employer, "employer_name", "=1+1;\"Forge\"");
        dossier = requests.deposit(draft, employer);
    }

    @Test
    void a_list_as_text_has_a_row_for_each_dossier_and_no_formula() {
        labels.put(dossier.id(), "à relire", caseworker);
        String csv = new String(bytes(made(Format.CSV, dossier)), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\ufeffRéférence;Démarche;Étape;");
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv)
                .contains(dossier.reference().value())
                .contains("Demande déposée", "2026-11-23", "2027-01-23", "à relire")
                .contains("Awa Fatou Ndiaye", "sénégalaise")
                .as("what other answers say is taken out too")
                .contains("Paris (75)")
                .contains("\"'=1+1;\"\"Forge\"\"\"");
    }

    @Test
    void a_list_as_a_workbook_holds_texts_and_days_and_computes_nothing() throws IOException {
        String sheet =
                new String(
                        entries(bytes(made(Format.XLSX, dossier))).get("xl/worksheets/sheet1.xml"),
                        StandardCharsets.UTF_8);
        assertThat(sheet)
                .contains("<t>" + dossier.reference() + "</t>", "=1+1;&quot;Forge&quot;")
                .doesNotContain("<f>");
    }

    @Test
    void only_the_dossiers_of_offices_where_one_works_are_taken_out() {
        Account elsewhere = requests.staff("caseworker", new Scope("office", "prefecture-23"));
        UUID id = exports.ask(Format.CSV, List.of(dossier.id().value()), elsewhere, Locale.FRENCH);
        queue.runDue();
        Export export = exports.find(id, elsewhere).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.fetch(export, out, elsewhere);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }

    @Test
    void a_file_is_for_whoever_asked_and_is_gone_after_a_day() {
        Export export = made(Format.CSV, dossier);
        assertThat(exports.find(export.id(), employer)).isEmpty();
        assertThat(exports.file(export)).isPresent();

        clock.advance(Handouts.KEPT.plus(Duration.ofMinutes(1)));
        assertThat(exports.file(export)).isEmpty();
        queue.start("document-handouts");
        queue.start("examination-exports-forgotten");
        assertThat(exports.find(export.id(), caseworker)).isEmpty();
    }

    @Test
    void a_dossier_whole_is_an_archive_with_its_documents_its_deeds_and_its_journal()
            throws IOException {
        queue.runDue();
        Map<String, byte[]> archive = entries(bytes(made(Format.ARCHIVE, dossier)));

        assertThat(archive.keySet())
                .contains("dossier.pdf", "journal.json")
                .anyMatch(name -> name.startsWith("actes/"));
        assertThat(new String(archive.get("dossier.pdf"), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(new String(archive.get("journal.json"), StandardCharsets.UTF_8))
                .contains("SUBMIT");
        assertThat(journal.of(dossier.id().subject()))
                .filteredOn(entry -> entry.act().equals("EXPORT"))
                .extracting(Entry::actor)
                .containsExactly(caseworker.actor());
    }

    @Test
    void an_archive_is_of_one_dossier_and_a_file_is_never_of_nothing() {
        List<UUID> two = List.of(dossier.id().value(), UUID.randomUUID());
        assertThatThrownBy(() -> exports.ask(Format.ARCHIVE, two, caseworker, Locale.FRENCH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> exports.ask(Format.CSV, List.of(), caseworker, Locale.FRENCH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Export made(Format format, Dossier... dossiers) {
        List<UUID> ids = new ArrayList<>();
        Stream.of(dossiers).forEach(one -> ids.add(one.id().value()));
        UUID id = exports.ask(format, ids, caseworker, Locale.FRENCH);
        queue.runDue();
        Export export = exports.find(id, caseworker).orElseThrow();
        assertThat(export.over()).isTrue();
        assertThat(export.done()).isEqualTo(export.total());
        return export;
    }

    private byte[] bytes(Export export) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.fetch(export, out, caseworker);
        assertThat(exports.file(export).orElseThrow().size()).isEqualTo(out.size());
        return out.toByteArray();
    }

    private Map<String, byte[]> entries(byte[] zipped) throws IOException {
        Path file = Files.write(folder.resolve("zip"), zipped);
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }
}
