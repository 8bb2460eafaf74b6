package fr.gouv.workinfrance.examination.worklist;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.office.Office;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;

/// Words that an office puts on dossiers to find them again; the parties do not read them.
@Component
public class Labels {

    public static final int LONGEST = 30;

    private final LabelTable table;
    private final Dossiers dossiers;
    private final Journal journal;
    private final Clock clock;

    Labels(LabelTable table, Dossiers dossiers, Journal journal, Clock clock) {
        this.table = table;
        this.dossiers = dossiers;
        this.journal = journal;
        this.clock = clock;
    }

    /// The labels of each of these dossiers; nothing for one that has none.
    @Transactional(readOnly = true)
    public Map<UUID, List<String>> of(Collection<UUID> dossiers) {
        return dossiers.isEmpty() ? Map.of() : table.of(dossiers);
    }

    /// The labels that offices use, by name; the first hundred.
    @Transactional(readOnly = true)
    public List<String> used(List<Office> offices) {
        return table.used(offices.stream().map(Office::id).toList());
    }

    /// Puts a label on a dossier; nothing happens when it has it.
    ///
    /// @throws NoSuchElementException when the person does not work where it is handled
    /// @throws IllegalArgumentException when there is no label, or too long a one
    @Transactional
    public void put(DossierId id, String label, Account by) {
        Dossier dossier = handled(id, by);
        String word = label.strip();
        if (word.isEmpty() || word.length() > LONGEST) {
            throw new IllegalArgumentException("a label has from 1 to 30 characters");
        }
        if (table.put(dossier.id().value(), word, by.id(), clock.instant())) {
            journal.record(id.subject(), by.actor(), "LABEL", Map.of(), Map.of("label", word));
        }
    }

    /// Takes a label off; nothing happens when the dossier does not have it.
    ///
    /// @throws NoSuchElementException when the person does not work where it is handled
    @Transactional
    public void takeOff(DossierId id, String label, Account by) {
        Dossier dossier = handled(id, by);
        if (table.takeOff(dossier.id().value(), label)) {
            journal.record(id.subject(), by.actor(), "UNLABEL", Map.of(), Map.of("label", label));
        }
    }

    private Dossier handled(DossierId id, Account by) {
        return dossiers.see(id, by).filter(Seen::byOffice).map(Seen::dossier).orElseThrow();
    }
}
