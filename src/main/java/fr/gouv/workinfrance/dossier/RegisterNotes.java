package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.journal.Journal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Map;
import java.util.Optional;

/// What the register of establishments said of the employer of each request, kept with it: so that
/// whoever reads the request knows what was looked up, and on which day.
@Component
public class RegisterNotes {

    private static final String READ = "REGISTER_READ";

    private final Acts acts;
    private final RegisterNoteTable table;
    private final Journal journal;

    RegisterNotes(Acts acts, RegisterNoteTable table, Journal journal) {
        this.acts = acts;
        this.table = table;
        this.journal = journal;
    }

    /// Keeps what the register has just said, in the place of what it said before.
    ///
    /// @throws IllegalMove when this person may not answer
    @Transactional
    public void keep(DossierId id, RegisterNote note, Account by) {
        acts.filling(id, by, Act.ANSWER);
        if (!table.find(id).filter(note::equals).isPresent()) {
            table.write(id, note);
            journal.record(
                    id.subject(),
                    by.actor(),
                    READ,
                    Map.of("open", String.valueOf(note.establishment().open())));
        }
    }

    /// What it said of the establishment that the request now names; nothing when it was not asked,
    /// or said nothing.
    public Optional<RegisterNote> of(Dossier dossier) {
        return table.find(dossier.id()).filter(note -> note.isAbout(dossier));
    }
}
