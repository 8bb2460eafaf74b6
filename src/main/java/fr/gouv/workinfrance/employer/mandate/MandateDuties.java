package fr.gouv.workinfrance.employer.mandate;

import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// What the house does by itself with mandates, from its queue.
@Component
class MandateDuties {

    private final MandateTable table;
    private final MandateLetters letters;
    private final Journal journal;
    private final Clock clock;

    MandateDuties(MandateTable table, MandateLetters letters, Journal journal, Clock clock) {
        this.table = table;
        this.letters = letters;
        this.journal = journal;
        this.clock = clock;
    }

    /// Keeps the sealed document of a mandate that was given here.
    @Transactional
    void document(MandateId id, DocumentId sealed, Actor house) {
        Mandate mandate = table.lock(id).orElseThrow();
        if (mandate.document() == null) {
            table.update(mandate.with(sealed));
            journal.record(
                    id.subject(),
                    house,
                    "mandate.documented",
                    Map.of("document", sealed.toString()));
        }
    }

    /// Given mandates of which it is time to say that they end.
    @Transactional(readOnly = true)
    List<Mandate> ending(LocalDate horizon, int limit) {
        LocalDate today = today();
        return table.ending(today, horizon, limit).stream()
                .filter(mandate -> !mandate.announcedOn().isAfter(today))
                .toList();
    }

    /// Tells both that a mandate ends, once.
    @Transactional
    void announce(Mandate mandate, Actor house) {
        if (table.announced(mandate.id(), now())) {
            letters.ending(mandate);
            journal.record(mandate.id().subject(), house, "mandate.announced", Map.of());
        }
    }

    LocalDate today() {
        return clock.instant().atZone(HolidayZone.METROPOLE.id()).toLocalDate();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
