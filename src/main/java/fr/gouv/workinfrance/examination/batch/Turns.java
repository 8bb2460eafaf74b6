package fr.gouv.workinfrance.examination.batch;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentState;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.batch.Batch.Result;
import fr.gouv.workinfrance.examination.margin.Doubt;
import fr.gouv.workinfrance.examination.margin.Doubts;
import fr.gouv.workinfrance.examination.worklist.Labels;
import fr.gouv.workinfrance.office.Teams;
import fr.gouv.workinfrance.procedure.Gap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// What a batch does to one dossier, in the name of whoever asked for it: by the doors that he
/// would have used himself.
@Component
class Turns {

    private final BatchTable table;
    private final Dossiers dossiers;
    private final Decisions decisions;
    private final Documents documents;
    private final Doubts doubts;
    private final Labels labels;
    private final Teams teams;

    Turns(
            BatchTable table,
            Dossiers dossiers,
            Decisions decisions,
            Documents documents,
            Doubts doubts,
            Labels labels,
            Teams teams) {
        this.table = table;
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.documents = documents;
        this.doubts = doubts;
        this.labels = labels;
        this.teams = teams;
    }

    /// What came of it.
    ///
    /// @param detail who was put in charge
    record Outcome(Result result, @Nullable String detail) {}

    /// Does it.
    ///
    /// @throws fr.gouv.workinfrance.dossier.IllegalMove when this cannot be done to it
    /// @throws NoSuchElementException when it is nothing to this person
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome take(Batch batch, DossierId id, Account by) {
        return switch (batch.act()) {
            case ASSIGN -> assign(id, UUID.fromString(what(batch)), by);
            case BALANCE -> balance(id, by);
            case LABEL -> {
                labels.put(id, what(batch), by);
                yield new Outcome(Result.DONE, null);
            }
            case UNLABEL -> {
                labels.takeOff(id, what(batch), by);
                yield new Outcome(Result.DONE, null);
            }
            case CERTIFY -> certify(id, by);
        };
    }

    private static String what(Batch batch) {
        return Objects.requireNonNull(batch.what());
    }

    private Outcome assign(DossierId id, UUID caseworker, Account by) {
        Dossier before = seen(id, by);
        if (caseworker.equals(before.assignee())) {
            return new Outcome(Result.ALREADY, caseworker.toString());
        }
        decisions.assign(id, caseworker, by);
        return new Outcome(Result.DONE, caseworker.toString());
    }

    private Outcome balance(DossierId id, Account by) {
        Dossier dossier = seen(id, by);
        if (dossier.assignee() != null) {
            return new Outcome(Result.ALREADY, dossier.assignee().toString());
        }
        String office = dossier.office().orElseThrow();
        LocalDate today = dossiers.today(dossier);
        Optional<UUID> chosen =
                new Balance(teams.members(office, today), table.loads(office))
                        .next(dossier.procedure(), today);
        return chosen.map(caseworker -> assign(id, caseworker, by))
                .orElse(new Outcome(Result.NOBODY, null));
    }

    private Outcome certify(DossierId id, Account by) {
        Seen seen = handled(id, by);
        if (seen.dossier().certified().isPresent()) {
            return new Outcome(Result.ALREADY, null);
        }
        if (seen.dossier().stage() instanceof Stage.Submitted && !checked(seen)) {
            return new Outcome(Result.NOT_CHECKED, null);
        }
        decisions.certify(id, by);
        return new Outcome(Result.DONE, null);
    }

    /// Nothing is missing, no document waits for the antivirus, and someone ticked every doubt off.
    private boolean checked(Seen seen) {
        Dossier dossier = seen.dossier();
        return dossiers.gaps(dossier).stream().allMatch(gap -> gap.kind() == Gap.Kind.RULE)
                && dossier.attachments().unavailable().isEmpty()
                && documents.states(dossier.attachments().documents()).values().stream()
                        .allMatch(DocumentState.Clean.class::isInstance)
                && doubts.of(seen).stream().noneMatch(Doubt::open);
    }

    private Dossier seen(DossierId id, Account by) {
        return handled(id, by).dossier();
    }

    private Seen handled(DossierId id, Account by) {
        return dossiers.see(id, by).filter(Seen::byOffice).orElseThrow();
    }
}
