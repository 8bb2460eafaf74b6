package fr.gouv.workinfrance.employer.given;

import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.DocumentInfected;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The documents that a company, or a person, has given, each with its date. Whoever calls has
/// checked that the person may see those of that holder.
@Component
public class Folders {

    private static final Actor ANTIVIRUS = Actor.system("antivirus");

    private final KeptTable table;
    private final Journal journal;
    private final Clock clock;

    Folders(KeptTable table, Journal journal, Clock clock) {
        this.table = table;
        this.journal = journal;
        this.clock = clock;
    }

    /// Keeps what was given with a request, in its transaction. Given again, the same document
    /// keeps the day on which it came.
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Kept kept, Actor by) {
        if (table.insert(kept)) {
            journal.record(
                    kept.subject(),
                    by,
                    "document.kept",
                    Map.of(
                            "document", kept.document().toString(),
                            "piece", kept.piece(),
                            "until", kept.until().toString()));
        }
    }

    /// What its holder need not give again on that day: the last document of each piece.
    @Transactional(readOnly = true)
    public List<Kept> standing(Scope holder, LocalDate day) {
        return table.last(holder).stream().filter(kept -> kept.standsOn(day)).toList();
    }

    /// The last document of each piece, what has lapsed included.
    @Transactional(readOnly = true)
    public List<Kept> of(Scope holder) {
        return table.last(holder);
    }

    /// A caseworker certified that a request with these documents is complete.
    @Transactional(propagation = Propagation.MANDATORY)
    public void checked(Collection<DocumentId> documents, UUID by) {
        table.checked(documents, by, now());
    }

    /// No longer offers a document. The requests with which it was given keep it.
    @Transactional
    public void remove(Scope holder, DocumentId document, Actor by) {
        if (table.remove(holder, document, now())) {
            journal.record(
                    subject(holder),
                    by,
                    "document.no longer offered",
                    Map.of("document", document.toString()));
        }
    }

    /// What a virus was found in is offered to nobody any more.
    @EventListener
    void on(DocumentInfected infected) {
        table.of(List.of(infected.document()))
                .forEach(kept -> remove(kept.holder(), infected.document(), ANTIVIRUS));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Subject subject(Scope holder) {
        return new Subject(holder.kind(), holder.id());
    }
}
