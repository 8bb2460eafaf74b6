package fr.gouv.workinfrance.examination.revision;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import fr.gouv.workinfrance.calendar.WrittenDate;
import fr.gouv.workinfrance.deed.Deeds;
import fr.gouv.workinfrance.deed.Fact;
import fr.gouv.workinfrance.deed.Passage;
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
import fr.gouv.workinfrance.examination.LaterDeeds;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.permit.Acquisition;
import fr.gouv.workinfrance.permit.Permits;
import fr.gouv.workinfrance.permit.Terms;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.TimeLimit;
import fr.gouv.workinfrance.procedure.Version;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// Gives what silence gave: where it means acceptance, the authorization as it was asked for, and
/// the certificate that the parties may ask for (L232-3 CRPA), before they do.
@Component
class Acquisitions {

    private static final Actor HOUSE = Actor.system("examination-acquired");

    private final Dossiers dossiers;
    private final Decisions decisions;
    private final Permits permits;
    private final LaterDeeds deeds;
    private final Deeds press;
    private final Documents documents;
    private final MessageSource words;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String baseUrl;

    Acquisitions(
            Dossiers dossiers,
            Decisions decisions,
            Permits permits,
            LaterDeeds deeds,
            Deeds press,
            Documents documents,
            MessageSource words,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${wif.base-url}") String baseUrl) {
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.permits = permits;
        this.deeds = deeds;
        this.press = press;
        this.documents = documents;
        this.words = words;
        this.transaction = transaction;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /// Done again, or where silence refuses, nothing changes.
    void certify(DossierId id) {
        Dossier dossier = dossiers.dossier(id);
        if (!acquired(dossier) || dossier.deed(IssuedDeed.Kind.ACQUIRED).isPresent()) {
            return;
        }
        Acquisition acquisition = acquisition(dossier);
        Rendered rendered =
                deeds.certificate(
                        dossier,
                        say("deed.acquired.title"),
                        passages(dossier, acquisition),
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

    /// Whether silence gave it, and nothing was decided before.
    private static boolean acquired(Dossier dossier) {
        return dossier.clock() != null
                && dossier.clock().silence() == TimeLimit.Silence.ACCEPTANCE
                && dossier.reached()
                && dossier.clock().limit().isPresent();
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

    private List<Passage> passages(Dossier dossier, Acquisition given) {
        Terms terms = given.terms();
        return List.of(
                Passage.of(
                        say("deed.acquired.what"),
                        say("deed.acquired.says", given.number(), reached(dossier)),
                        say("deed.authorization.check.typed", baseUrl + "/verifier")),
                Passage.stating(
                        say("deed.authorization.employment"),
                        List.of(
                                fact("deed.reference.label", dossier.reference().value()),
                                fact("deed.worker", terms.holder()),
                                fact("deed.employer", terms.employer()),
                                fact("deed.job", terms.job()),
                                fact(
                                        "deed.hours",
                                        say(
                                                "deed.hours." + terms.hours().per().name(),
                                                terms.hours().written())),
                                fact("deed.from", WrittenDate.of(terms.from(), Locale.FRENCH)),
                                fact("deed.until", WrittenDate.of(terms.until(), Locale.FRENCH)))));
    }

    /// The day on which silence gave it.
    private static String reached(Dossier dossier) {
        return WrittenDate.of(requireNonNull(dossier.clock()).limit().orElseThrow(), Locale.FRENCH);
    }

    private Fact fact(String label, String value) {
        return new Fact(say(label), value);
    }

    private String say(String key, Object... args) {
        return words.getMessage(key, args, Locale.FRENCH);
    }
}
