package fr.gouv.workinfrance.examination.revision;

import static java.util.Objects.requireNonNullElse;

import fr.gouv.workinfrance.deed.Deeds;
import fr.gouv.workinfrance.deed.Rendered;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Reference;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.permit.Acquisition;
import fr.gouv.workinfrance.permit.Permits;
import fr.gouv.workinfrance.permit.Terms;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Version;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/// Gives what silence gave: where it means acceptance, the authorization as it was asked for, and
/// the certificate that the parties may ask for (L232-3 CRPA), before they do.
@Component
class Acquisitions {

    private static final Actor HOUSE = Actor.system("examination-acquired");

    private final Dossiers dossiers;
    private final Decisions decisions;
    private final Permits permits;
    private final CertificateDeeds deeds;
    private final Deeds press;
    private final Documents documents;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Acquisitions(
            Dossiers dossiers,
            Decisions decisions,
            Permits permits,
            CertificateDeeds deeds,
            Deeds press,
            Documents documents,
            TransactionTemplate transaction,
            Clock clock) {
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.permits = permits;
        this.deeds = deeds;
        this.press = press;
        this.documents = documents;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Done again, or where silence refuses, nothing changes.
    void certify(DossierId id) {
        Dossier dossier = dossiers.dossier(id);
        if (dossier.course().acquired().isEmpty()
                || dossier.deed(IssuedDeed.Kind.ACQUIRED).isPresent()) {
            return;
        }
        Acquisition acquisition = acquisition(dossier);
        Rendered rendered =
                deeds.certificate(
                        dossier,
                        acquisition.number(),
                        acquisition.terms(),
                        dossiers.today(dossier));
        StoredDocument kept =
                documents.keep(
                        press.seal(rendered.bytes(), acquisition.number()),
                        "attestation-%s.pdf".formatted(dossier.reference()),
                        "application/pdf",
                        HOUSE);
        transaction.executeWithoutResult(
                _ -> {
                    if (permits.acquire(id, acquisition, HOUSE)) {
                        decisions.deliver(
                                id,
                                new IssuedDeed(
                                        IssuedDeed.Kind.ACQUIRED,
                                        kept.id(),
                                        kept.sha256(),
                                        clock.instant()),
                                HOUSE);
                    }
                });
    }

    private Acquisition acquisition(Dossier dossier) {
        Version version = dossiers.version(dossier);
        Names names = Names.of(dossier.answers());
        return new Acquisition(
                Reference.draw().value(),
                new Terms(
                        requireNonNullElse(names.worker(), ""),
                        requireNonNullElse(names.workerBirth(), ""),
                        requireNonNullElse(names.employer(), ""),
                        text(dossier, Known.JOB),
                        FieldType.Hours.amount(value(dossier, Known.WORKING_HOURS)),
                        LocalDate.parse(text(dossier, Known.CONTRACT_START)),
                        LocalDate.parse(text(dossier, Known.CONTRACT_END))),
                version.field(Known.CONTRACT_KIND.field())
                        .map(
                                field ->
                                        field.display(
                                                dossier.answers().values().get(field.id()),
                                                Locale.FRENCH))
                        .orElse(""),
                names.employerSiret());
    }

    private static Object value(Dossier dossier, Known known) {
        Object value = dossier.answers().values().get(known.field());
        if (value == null) {
            throw new IllegalStateException("a deposited request says " + known);
        }
        return value;
    }

    private static String text(Dossier dossier, Known known) {
        return value(dossier, known).toString();
    }
}
