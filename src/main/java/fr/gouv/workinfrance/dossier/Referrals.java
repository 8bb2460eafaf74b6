package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Acts.Held;
import fr.gouv.workinfrance.dossier.Acts.Trace;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Requests that are in the charge of an office that is not competent: it forwards them to the one
/// that is, and their parties are told (L114-2 CRPA).
@Component
public class Referrals {

    private final Acts acts;
    private final Offices offices;
    private final Competences competences;
    private final LedgerTable ledger;

    Referrals(Acts acts, Offices offices, Competences competences, LedgerTable ledger) {
        this.acts = acts;
        this.offices = offices;
        this.competences = competences;
        this.ledger = ledger;
    }

    /// Those that a dossier could be forwarded to: all that handle requests today, but for its own.
    @Transactional(readOnly = true)
    public List<Office> offices(Dossier dossier) {
        LocalDate today = acts.today(dossier.office().orElseThrow());
        return offices.all().stream()
                .filter(office -> office.kind().handles() && office.open(today))
                .filter(office -> !dossier.office().equals(Optional.of(office.id())))
                .toList();
    }

    /// The office that is competent by the answers, as they are now.
    @Transactional(readOnly = true)
    public Optional<Office> competent(Dossier dossier) {
        return competences.competent(acts.version(dossier), dossier, acts.today());
    }

    /// Forwards a dossier. Nobody there is in charge of it yet, and this office has it no more.
    ///
    /// @param office one of those of [#offices]
    /// @param reason why it is the one that is competent
    @Transactional
    public Dossier forward(DossierId id, String office, String reason, Account by) {
        Held held = acts.hold(id, by, Act.FORWARD);
        Dossier before = held.dossier();
        if (reason.isBlank()
                || offices(before).stream().noneMatch(other -> other.id().equals(office))) {
            throw IllegalMove.notAllowed(before, Act.FORWARD);
        }
        String from = before.office().orElseThrow();
        Dossier after =
                acts.write(
                        before,
                        before.forward(office, acts.now(), acts.today(from), acts.days(from)),
                        by.actor(),
                        Act.FORWARD.name(),
                        new Trace(
                                Map.of("from", from, "office", office),
                                Map.of("reason", reason.strip())),
                        new DossierForwarded(id, acts.now()));
        ledger.release(id, acts.now());
        return after;
    }
}
