package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.body.Body;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// The one door of every change to a consultation: in the caller's transaction it writes it, writes
/// the entry in the dossier's journal and publishes the event.
@Component
class Proceedings {

    private final ConsultationTable table;
    private final Dossiers dossiers;
    private final Procedures procedures;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Proceedings(
            ConsultationTable table,
            Dossiers dossiers,
            Procedures procedures,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.dossiers = dossiers;
        this.procedures = procedures;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    Consultation lock(UUID id) {
        return table.lock(id).orElseThrow();
    }

    /// The same, and its dossier before it: whoever takes both takes them in this order.
    Consultation hold(UUID id) {
        dossiers.hold(table.find(id).orElseThrow().dossier());
        return lock(id);
    }

    Optional<Body> body(String id) {
        return procedures.body(id);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Consultation write(
            Consultation after,
            Actor actor,
            String act,
            Map<String, String> facts,
            Map<String, String> personal,
            @Nullable Object event) {
        table.update(after);
        mark(after.dossier());
        record(after, actor, act, facts, personal, event);
        return after;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void record(
            Consultation about,
            Actor actor,
            String act,
            Map<String, String> facts,
            Map<String, String> personal,
            @Nullable Object event) {
        Map<String, String> all = new TreeMap<>(facts);
        all.put("consultation", String.valueOf(about.number()));
        all.put("body", about.body());
        all.put("office", about.office());
        journal.record(about.dossier().subject(), actor, act, all, personal);
        if (event != null) {
            events.publishEvent(event);
        }
    }

    /// What is asked of a dossier shows on the desk of its office, until it has come.
    void mark(DossierId dossier) {
        dossiers.awaitsOpinion(
                dossier,
                table.of(dossier).stream().anyMatch(one -> one.pending() && one.parent() == null));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
