package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.employer.mandate.Mandate;
import fr.gouv.workinfrance.employer.mandate.Mandates;
import fr.gouv.workinfrance.employer.mandate.Portfolio;
import fr.gouv.workinfrance.employer.mandate.Power;
import fr.gouv.workinfrance.employer.mandate.Standing.Given;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Version;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Who acts for the employer on a request, and how far. A request filed under a paper that nobody
/// has recorded is filed all the same: the office looks at the paper.
@Component("dossierProxies")
class Proxies {

    private static final Portfolio NONE = new Portfolio(List.of());
    private static final String PIECE = "mandate";
    private static final String SIGNED_ON = "mandate_date";
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Mandates mandates;
    private final ProxyTable table;
    private final Clock clock;

    Proxies(Mandates mandates, ProxyTable table, Clock clock) {
        this.mandates = mandates;
        this.table = table;
        this.clock = clock;
    }

    /// For someone who looks at a dossier.
    Proxy of(Dossier dossier, Account account, Set<Relation> relations) {
        return new Proxy(
                dossier,
                relations,
                concerned(relations) ? mandates.heldBy(account.id()) : NONE,
                clock.instant());
    }

    /// For someone who is about to act on a dossier that is held: no mandate on which this rests
    /// ends before it is done.
    Proxy acting(Dossier dossier, Account account, Set<Relation> relations) {
        return new Proxy(
                dossier,
                relations,
                concerned(relations) ? mandates.holding(account.id()) : NONE,
                clock.instant());
    }

    /// The newest requests before that one which the mandates that someone holds open to him.
    List<UUID> opened(Account account, Instant before, UUID beforeId, int limit) {
        return table.opened(
                Opening.of(mandates.heldBy(account.id()), clock.instant()),
                before,
                beforeId,
                limit);
    }

    /// Mandates matter to who files under one, and to who is otherwise nothing to the dossier.
    private static boolean concerned(Set<Relation> relations) {
        return relations.isEmpty() || relations.contains(Relation.MANDATE_HOLDER);
    }

    /// A draft with the mandate under which it is filed as the answer to the piece that asks for
    /// it, and to the question of its day: while it is in force, and no longer.
    Dossier supplied(Dossier dossier, Version version) {
        if (!(dossier.stage() instanceof Stage.Draft) || dossier.filer() == Part.EMPLOYER) {
            return dossier;
        }
        Optional<Mandate> mandate =
                dossier.party(Part.MANDATE_HOLDER)
                        .map(Party::account)
                        .flatMap(holder -> covering(dossier, holder));
        Optional<Given> given = mandate.flatMap(found -> found.standing().given());
        if (mandate.isEmpty() || given.isEmpty()) {
            return dossier;
        }
        DocumentId document = mandate.get().document();
        Dossier answered = dated(dossier, version, given.get());
        return document == null
                        || version.piece(PIECE).isEmpty()
                        || dossier.attachments().joined().anyMatch(j -> j.piece().equals(PIECE))
                ? answered
                : answered.with(
                        answered.attachments()
                                .with(
                                        new Attachment.Joined(
                                                PIECE,
                                                document,
                                                given.get().at(),
                                                given.get().by())));
    }

    private Optional<Mandate> covering(Dossier dossier, UUID holder) {
        return mandates.heldBy(holder).covering(dossier.request(), Power.DEPOSIT, clock.instant());
    }

    /// The day of a mandate that is known here is not a matter of what somebody typed.
    private static Dossier dated(Dossier dossier, Version version, Given given) {
        String typed = given.signedOn().format(TYPED);
        int revision = dossier.answers().revision(SIGNED_ON);
        return version.field(SIGNED_ON)
                .map(field -> field.type().parse(typed, Locale.FRENCH))
                .filter(Parsed.Value.class::isInstance)
                .map(Parsed.Value.class::cast)
                .map(
                        read ->
                                new Answer(
                                        typed,
                                        read.canonical(),
                                        given.by(),
                                        given.at(),
                                        revision,
                                        null))
                .map(answer -> dossier.answer(SIGNED_ON, answer))
                .orElse(dossier);
    }
}
