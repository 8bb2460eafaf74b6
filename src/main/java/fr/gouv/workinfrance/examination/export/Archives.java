package fr.gouv.workinfrance.examination.export;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.deed.Deeds;
import fr.gouv.workinfrance.deed.Fact;
import fr.gouv.workinfrance.deed.Passage;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Attachment;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Ledgers;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Standing;
import fr.gouv.workinfrance.dossier.clock.LegalClock;
import fr.gouv.workinfrance.examination.revision.Revision;
import fr.gouv.workinfrance.examination.revision.Revisions;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Section;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// One dossier whole, as an archive: a PDF of all that was answered, of its ledger and of its acts;
/// its documents, its deeds and the acts about its decision as they are kept; its journal, as data
/// that can be checked. In French, the language of the administration (L111-1 CRPA).
@Component
class Archives {

    private final Dossiers dossiers;
    private final Revisions revisions;
    private final Documents documents;
    private final Offices offices;
    private final Deeds deeds;
    private final Ledgers ledgers;
    private final Journal journal;
    private final MessageSource words;
    private final JsonMapper json;

    Archives(
            Dossiers dossiers,
            Revisions revisions,
            Documents documents,
            Offices offices,
            Deeds deeds,
            Ledgers ledgers,
            Journal journal,
            MessageSource words,
            JsonMapper json) {
        this.dossiers = dossiers;
        this.revisions = revisions;
        this.documents = documents;
        this.offices = offices;
        this.deeds = deeds;
        this.ledgers = ledgers;
        this.journal = journal;
        this.words = words;
        this.json = json;
    }

    /// The name of the archive, without its extension.
    ///
    /// @throws NoSuchElementException when it is handled where this person does not work
    String name(UUID id, Account by) {
        return "dossier-" + seen(id, by).dossier().reference();
    }

    /// @throws NoSuchElementException when it is handled where this person does not work
    void write(UUID id, Account by, OutputStream out) throws IOException {
        Seen seen = seen(id, by);
        Dossier dossier = seen.dossier();
        List<Entry> entries = journal.of(dossier.id().subject());
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("dossier.pdf"));
            zip.write(pdf(seen, entries));
            for (IssuedDeed deed : dossier.deeds()) {
                add(zip, "actes/", deed.document(), by, dossier);
            }
            for (Revision revision : revisions.of(dossier.id())) {
                for (Revision.Given given : revision.given()) {
                    add(zip, "actes/", given.document(), by, dossier);
                }
            }
            for (Attachment.Joined joined : dossier.attachments().joined().toList()) {
                add(zip, "pieces/" + joined.piece() + "/", joined.document(), by, dossier);
            }
            zip.putNextEntry(new ZipEntry("journal.json"));
            zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(entries));
            zip.closeEntry();
        }
    }

    /// A document that was erased, or that no antivirus has found clean, is left out: the PDF names
    /// it all the same.
    private void add(
            ZipOutputStream zip, String folder, DocumentId document, Account by, Dossier dossier)
            throws IOException {
        StoredDocument stored = documents.find(document).filter(StoredDocument::clean).orElse(null);
        if (stored == null) {
            return;
        }
        // two files may have the same name
        String name = document.value().toString().substring(0, 8) + "-" + stored.name();
        zip.putNextEntry(new ZipEntry(folder + name));
        documents.copy(document, zip, by.actor(), dossier.id().subject());
    }

    private byte[] pdf(Seen seen, List<Entry> entries) {
        Dossier dossier = seen.dossier();
        Office office = offices.office(dossier.office().orElseThrow()).orElseThrow();
        List<Passage> passages = new ArrayList<>();
        passages.add(
                Passage.stating(
                        say("site.desk.export.column.title"),
                        List.of(
                                new Fact(say("deed.procedure"), seen.procedure().in(Locale.FRENCH)),
                                new Fact(say("deed.service"), office.name()),
                                new Fact(
                                        say("deed.copy.stage"),
                                        say("site.stage." + Standing.of(dossier.stage()))))));
        answers(seen, passages);
        passages.add(Passage.stating(say("deed.copy.pieces"), pieces(seen)));
        LegalClock ledger = dossier.clock();
        if (ledger != null) {
            passages.add(ledgers.passage(ledger));
        }
        passages.add(
                Passage.stating(
                        say("site.desk.export.acts"),
                        entries.stream()
                                .map(entry -> new Fact(moment(entry), entry.act()))
                                .toList()));
        return deeds.render(
                        "letter",
                        Map.of(
                                "issuer", List.of(office.name(), office.address()),
                                "reference", dossier.reference().value(),
                                "dated", day(dossiers.today(dossier)),
                                "passages", passages,
                                "notice", say("site.desk.export.notice")),
                        Locale.FRENCH,
                        say("site.desk.export.column.title") + " " + dossier.reference())
                .bytes();
    }

    private static void answers(Seen seen, List<Passage> passages) {
        Map<String, Object> values = seen.dossier().values();
        for (Part part : Part.values()) {
            for (Section section : seen.version().visibleSections(part, values)) {
                passages.add(
                        Passage.stating(
                                section.title().in(Locale.FRENCH),
                                seen.version().visibleFields(section, values).stream()
                                        .map(
                                                field ->
                                                        new Fact(
                                                                field.label().in(Locale.FRENCH),
                                                                field.display(
                                                                        values.get(field.id()),
                                                                        Locale.FRENCH)))
                                        .toList()));
            }
        }
    }

    private List<Fact> pieces(Seen seen) {
        return seen.dossier()
                .attachments()
                .joined()
                .map(
                        joined ->
                                new Fact(
                                        seen.version()
                                                .piece(joined.piece())
                                                .map(piece -> piece.name().in(Locale.FRENCH))
                                                .orElse(joined.piece()),
                                        documents
                                                .find(joined.document())
                                                .map(d -> d.name() + ", SHA-256 " + d.sha256())
                                                .orElse("–")))
                .toList();
    }

    private static String moment(Entry entry) {
        var at = entry.at().atZone(HolidayZone.METROPOLE.id());
        return Language.FRENCH.written(at.toLocalDate())
                + Language.FRENCH.written(at.toLocalTime());
    }

    private static String day(LocalDate day) {
        return Language.FRENCH.written(day);
    }

    private String say(String key) {
        return words.getMessage(key, null, Locale.FRENCH);
    }

    private Seen seen(UUID id, Account by) {
        return dossiers.see(new DossierId(id), by).filter(Seen::byOffice).orElseThrow();
    }
}
