package fr.gouv.workinfrance.examination.margin;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.Papers;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Evidence;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.journal.Journal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/// What the machine doubts in a dossier, and what people made of it. A doubt that was ticked off is
/// open again once what it was about changes.
@Component
public class Doubts {

    private final MarginTable table;
    private final Dossiers dossiers;
    private final Papers papers;
    private final Journal journal;
    private final Clock clock;

    Doubts(MarginTable table, Dossiers dossiers, Papers papers, Journal journal, Clock clock) {
        this.table = table;
        this.dossiers = dossiers;
        this.papers = papers;
        this.journal = journal;
        this.clock = clock;
    }

    /// All those of a dossier, for whoever has read the rest already.
    public List<Doubt> of(Seen seen, Evidence evidence, Margin margin) {
        return Doubt.of(seen, dossiers.broken(seen.dossier()), evidence, margin.ticks());
    }

    /// All those of a dossier.
    @Transactional(readOnly = true)
    public List<Doubt> of(Seen seen) {
        var joined = seen.dossier().attachments().documents();
        Evidence evidence = Evidence.of(seen, papers.of(joined));
        return of(seen, evidence, table.of(seen.dossier().id().value(), clock.instant()));
    }

    /// Ticks a doubt off, as it was read.
    ///
    /// @param state that it was in; in another one, it is to be read again
    /// @return false when there is no such doubt any more
    /// @throws NoSuchElementException when the person does not work where it is handled
    /// @throws IllegalArgumentException when there is no reason, or too long a one
    @Transactional
    public boolean tick(DossierId id, String doubt, String state, String reason, Account by) {
        Seen seen = handled(id, by);
        String words = reason.strip();
        if (words.isEmpty() || words.length() > Tick.LONGEST) {
            throw new IllegalArgumentException("a reason has from 1 to 300 characters");
        }
        if (of(seen).stream()
                .filter(Doubt::open)
                .noneMatch(one -> one.key().equals(doubt) && one.state().equals(state))) {
            return false;
        }
        table.tick(id.value(), new Tick(doubt, state, words, by.id(), clock.instant()));
        journal.record(
                id.subject(),
                by.actor(),
                "TICK",
                Map.of("doubt", doubt, "state", state),
                Map.of("reason", words));
        return true;
    }

    /// Opens a doubt again; nothing happens when nobody had ticked it off.
    ///
    /// @throws NoSuchElementException when the person does not work where it is handled
    @Transactional
    public void takeBack(DossierId id, String doubt, Account by) {
        handled(id, by);
        if (table.takeBack(id.value(), doubt)) {
            journal.record(id.subject(), by.actor(), "UNTICK", Map.of("doubt", doubt));
        }
    }

    private Seen handled(DossierId id, Account by) {
        return dossiers.see(id, by).filter(Seen::byOffice).orElseThrow();
    }
}
