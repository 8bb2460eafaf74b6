package fr.gouv.workinfrance.examination.margin;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.journal.Journal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;

/// What people of an office write about a dossier for one another; the parties do not read it.
@Component
public class Notes {

    private final MarginTable table;
    private final Dossiers dossiers;
    private final Journal journal;
    private final Clock clock;

    Notes(MarginTable table, Dossiers dossiers, Journal journal, Clock clock) {
        this.table = table;
        this.dossiers = dossiers;
        this.journal = journal;
        this.clock = clock;
    }

    /// Writes a note.
    ///
    /// @throws NoSuchElementException when the person does not work where it is handled
    /// @throws IllegalArgumentException when nothing is written, or too much
    @Transactional
    public Note write(DossierId id, String words, Account by) {
        UUID dossier = handled(id, by).value();
        String said = words.strip();
        if (said.isEmpty() || said.length() > Note.LONGEST) {
            throw new IllegalArgumentException("a note has from 1 to 2 000 characters");
        }
        Note note = new Note(UUID.randomUUID(), said, by.id(), clock.instant());
        table.write(dossier, note);
        journal.record(
                id.subject(),
                by.actor(),
                "NOTE",
                Map.of("note", note.id().toString()),
                Map.of("words", said));
        return note;
    }

    /// Takes a note of one's own away; nothing happens to those of others.
    ///
    /// @throws NoSuchElementException when the person does not work where it is handled
    @Transactional
    public void tear(DossierId id, UUID note, Account by) {
        if (table.tear(handled(id, by).value(), note, by.id())) {
            journal.record(id.subject(), by.actor(), "TEAR", Map.of("note", note.toString()));
        }
    }

    private DossierId handled(DossierId id, Account by) {
        return dossiers.see(id, by).filter(Seen::byOffice).orElseThrow().dossier().id();
    }
}
