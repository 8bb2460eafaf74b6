package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.Acts.Held;
import fr.gouv.workinfrance.dossier.Acts.Trace;
import fr.gouv.workinfrance.employer.given.Folders;
import fr.gouv.workinfrance.employer.given.Kept;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Version;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Documents given once: what a party gave with an earlier request is offered to it, and referred
/// to instead of being sent again.
///
/// A company's documents are its own, whoever of its people gave them. Those of an employer who has
/// no space here are of the person and of that one employer; those of a worker are his.
@Component
public class Reuses {

    private final Acts acts;
    private final Folders folders;

    Reuses(Acts acts, Folders folders) {
        this.acts = acts;
        this.folders = folders;
    }

    /// The documents that this person may refer to, by piece: of the parts he fills, for the pieces
    /// to which nothing is joined.
    @Transactional(readOnly = true)
    public Map<String, Kept> offered(Seen seen) {
        Dossier dossier = seen.dossier();
        Map<Part, List<Piece>> wanted =
                seen.version().offeredPieces(dossier.values()).stream()
                        .filter(piece -> piece.reuse() != null && seen.changes(piece))
                        .filter(piece -> dossier.attachments().of(piece.id()).isEmpty())
                        .collect(
                                Collectors.groupingBy(
                                        Piece::part,
                                        () -> new EnumMap<>(Part.class),
                                        Collectors.toList()));
        return wanted.entrySet().stream()
                .flatMap(one -> standing(dossier, one.getKey(), one.getValue()))
                .collect(Collectors.toMap(Kept::piece, Function.identity()));
    }

    private Stream<Kept> standing(Dossier dossier, Part part, List<Piece> wanted) {
        Set<String> ids = wanted.stream().map(Piece::id).collect(Collectors.toSet());
        return holder(dossier, part)
                .map(holder -> folders.standing(holder, acts.today()))
                .orElse(List.of())
                .stream()
                .filter(kept -> ids.contains(kept.piece()));
    }

    /// Joins a document that was given with an earlier request.
    ///
    /// @throws IllegalMove when it is not offered to this person, or no longer
    @Transactional
    public Dossier use(DossierId id, String piece, DocumentId document, Account by) {
        Held held = acts.filling(id, by, Act.ATTACH);
        Dossier seen = held.dossier().amended();
        Version version = acts.version(seen);
        Piece asked =
                version.piece(piece)
                        .filter(p -> p.reuse() != null)
                        .filter(p -> seen.fills(p.part(), held.relations()))
                        .filter(new Reopening(seen, version)::opens)
                        .orElseThrow(() -> held.notAllowed(Act.ATTACH));
        if (standing(seen, asked.part(), List.of(asked))
                .noneMatch(kept -> kept.document().equals(document))) {
            throw held.notAllowed(Act.ATTACH);
        }
        Attachment.Joined joined = new Attachment.Joined(piece, document, acts.now(), by.id());
        return acts.fill(
                held.dossier(),
                seen.with(seen.attachments().with(joined)),
                asked.shownTo(),
                by,
                Act.ATTACH,
                Trace.of(
                        Map.of(
                                "piece",
                                piece,
                                "document",
                                document.value().toString(),
                                "given",
                                "once")));
    }

    /// Keeps what a request that is deposited brings, for the next ones; in the deposit's own
    /// transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(Dossier deposited, LocalDate day, Account by) {
        Version version = acts.version(deposited);
        Map<String, Object> values = version.counted(deposited.values());
        deposited
                .attachments()
                .joined()
                .forEach(
                        joined ->
                                version.piece(joined.piece())
                                        .ifPresent(
                                                piece ->
                                                        keep(
                                                                deposited, piece, joined, values,
                                                                day, by)));
    }

    private void keep(
            Dossier deposited,
            Piece piece,
            Attachment.Joined joined,
            Map<String, Object> values,
            LocalDate day,
            Account by) {
        Piece.Reuse reuse = piece.reuse();
        Optional<Scope> holder = holder(deposited, piece.part());
        if (reuse == null || holder.isEmpty()) {
            return;
        }
        folders.keep(
                new Kept(
                        holder.get(),
                        piece.id(),
                        joined.document(),
                        deposited.reference().value(),
                        joined.at(),
                        joined.author(),
                        reuse.lastDay(day, values),
                        null,
                        null),
                by.actor());
    }

    /// A caseworker certified that this request is complete: its documents have been looked at.
    @Transactional(propagation = Propagation.MANDATORY)
    void checked(Dossier certified, Account by) {
        folders.checked(
                certified.attachments().joined().map(Attachment.Joined::document).toList(),
                by.id());
    }

    /// Whose the documents of a part are; nobody's while nobody has come to fill it, nor for who
    /// holds a mandate, whose documents are about the others.
    private static Optional<Scope> holder(Dossier dossier, Part part) {
        Optional<Scope> company =
                dossier.belonging().place().map(place -> place.employer().scope());
        return switch (part) {
            case EMPLOYER -> company.or(() -> person(dossier, part).map(who -> one(dossier, who)));
            case WORKER -> person(dossier, part).map(who -> new Scope("account", who));
            case MANDATE_HOLDER -> Optional.empty();
        };
    }

    private static Optional<String> person(Dossier dossier, Part part) {
        return dossier.party(part).map(party -> party.account().toString());
    }

    private static Scope one(Dossier dossier, String person) {
        String siret = Names.of(dossier.answers()).employerSiret();
        return new Scope(
                "account_employer",
                person
                        + "/"
                        + (siret == null ? "" : siret.substring(0, Math.min(9, siret.length()))));
    }
}
