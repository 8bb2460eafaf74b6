package fr.gouv.workinfrance.examination.margin;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Prepared;
import fr.gouv.workinfrance.dossier.Seen;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

/// Opens what an office keeps of its own about a dossier, and says who else has it open.
@Component
public class Margins {

    /// Who was seen this long ago has it open; a page says so each 45 seconds.
    private static final Duration PRESENT = Duration.ofMinutes(2);

    private final MarginTable table;
    private final Dossiers dossiers;
    private final Clock clock;

    Margins(MarginTable table, Dossiers dossiers, Clock clock) {
        this.table = table;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /// As someone of the office opens the dossier, which counts as a look.
    ///
    /// @throws NoSuchElementException when the person does not work where it is handled
    @Transactional
    public Margin open(Seen seen, Account account) {
        if (!seen.byOffice()) {
            throw new NoSuchElementException();
        }
        Instant now = clock.instant();
        return table.open(
                seen.dossier().id().value(),
                account.id(),
                now,
                now.minus(PRESENT),
                judgedUntil(seen.dossier()));
    }

    /// Someone has the dossier open still.
    ///
    /// @return who else has
    /// @throws NoSuchElementException when the person does not work where it is handled
    @Transactional
    public List<UUID> stay(DossierId id, Account account) {
        Seen seen = dossiers.see(id, account).filter(Seen::byOffice).orElseThrow();
        Instant now = clock.instant();
        return table.stay(seen.dossier().id().value(), account.id(), now, now.minus(PRESENT));
    }

    /// What goes with a decision: as it stood when the decision was prepared, or as it stands while
    /// there is none.
    public Margin of(Dossier dossier) {
        return table.of(dossier.id().value(), judgedUntil(dossier));
    }

    private Instant judgedUntil(Dossier dossier) {
        return dossier.prepared().map(Prepared::at).orElseGet(clock::instant);
    }
}
