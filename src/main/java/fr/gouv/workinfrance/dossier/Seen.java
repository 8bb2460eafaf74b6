package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Gap;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Section;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.Words;
import fr.gouv.workinfrance.procedure.body.Sight;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A dossier as someone may see it: what he is to it, and what he may do to it now.
///
/// @param procedure what is asked for: the name of its procedure
/// @param version of the procedure that the dossier follows
/// @param acts all that he may do to it where it is
/// @param waiting what nobody does before the parties have answered what was asked
/// @param sight what its purpose lets a consulted administration see; absent for whoever is
///   something to it
public record Seen(
        Dossier dossier,
        Words procedure,
        Version version,
        Set<Relation> relations,
        Set<Act> acts,
        Set<Act> waiting,
        @Nullable Sight sight) {

    public Seen {
        relations = Set.copyOf(relations);
        acts = Set.copyOf(acts);
        waiting = Set.copyOf(waiting);
    }

    /// As an administration sees it that was consulted or informed, and is nothing else to it.
    static Seen consulted(Dossier dossier, Words procedure, Version version, Sight sight) {
        return new Seen(dossier, procedure, version, Set.of(), Set.of(), Set.of(), sight);
    }

    public boolean may(Act act) {
        return acts.contains(act) && !waiting.contains(act);
    }

    /// What the parties have yet to mend and to send, as it stands for this person.
    public Optional<Due> due() {
        return Due.of(dossier, relations);
    }

    /// Whether this person could do this, once the parties have answered what was asked.
    public boolean waits(Act act) {
        return acts.contains(act) && waiting.contains(act);
    }

    /// Whether this person may delete it: whoever files, as long as it is a draft.
    public boolean mayErase() {
        return may(Act.ERASE) && Relation.files(relations, dossier.filer());
    }

    /// Whether this person may hand his part over: within a company, colleagues see to it.
    public boolean mayHandOver() {
        return may(Act.HAND_OVER) && dossier.belonging().place().isEmpty();
    }

    /// Whether this person fills this part of the form.
    public boolean fills(Part part) {
        return dossier.fills(part, relations);
    }

    /// Whether this person may answer this question now: of a draft, or of what is open again in a
    /// deposited request.
    public boolean changes(Field field) {
        return changes() && fills(field.part()) && new Reopening(dossier, version).opens(field);
    }

    /// Whether this person may change what answers this piece now.
    public boolean changes(Piece piece) {
        return changes() && fills(piece.part()) && new Reopening(dossier, version).opens(piece);
    }

    private boolean changes() {
        return may(Act.ANSWER) || may(Act.MEND);
    }

    /// Whether this person reads the answers of this page; some of its questions may be shown to
    /// fewer.
    public boolean sees(Section section) {
        return sight == null
                ? sees(section.part(), section.shownTo())
                : section.fields().stream().anyMatch(sight::of);
    }

    /// Whether this person reads the answer to this question.
    public boolean sees(Field field) {
        return sight == null ? sees(field.part(), field.shownTo()) : sight.of(field);
    }

    /// Whether this person may open what was joined for this piece, or read why it was not.
    public boolean sees(Piece piece) {
        return sight == null ? sees(piece.part(), piece.shownTo()) : sight.of(piece);
    }

    /// Whether nothing that was answered or joined is kept from this person.
    public boolean seesAll() {
        return version.asked(dossier.values()).stream().allMatch(this::sees)
                && version.pieces().stream()
                        .filter(piece -> !dossier.attachments().of(piece.id()).isEmpty())
                        .allMatch(this::sees);
    }

    /// Whether this person may be told this: what is missing or wrong says something of every
    /// answer it looks at.
    public boolean sees(Gap gap) {
        return switch (gap.kind()) {
            case FIELD -> version.field(gap.id()).filter(this::sees).isPresent();
            case PIECE -> version.piece(gap.id()).filter(this::sees).isPresent();
            case RULE ->
                    version.rule(gap.id())
                            .filter(rule -> version.judgedBy(rule).stream().allMatch(this::sees))
                            .isPresent();
            case ATTESTATION -> sight == null;
            case LIMIT -> readsAll();
        };
    }

    /// The one rule of who reads what: the office and the authority above it, everything; a party,
    /// its own part and what the version of the procedure shows it of the others; whoever files,
    /// every part for which nobody has come.
    private boolean sees(Part part, Set<Part> shownTo) {
        return readsAll() || reads(part) || shownTo.stream().anyMatch(this::isParty);
    }

    /// The parts whose holders read something of these, their own included.
    static Set<Part> readers(Version version, Collection<Subject> subjects) {
        return subjects.stream()
                .flatMap(
                        subject ->
                                switch (subject.kind()) {
                                    case FIELD ->
                                            version.field(subject.id()).stream()
                                                    .flatMap(f -> and(f.part(), f.shownTo()));
                                    case PIECE ->
                                            version.piece(subject.id()).stream()
                                                    .flatMap(p -> and(p.part(), p.shownTo()));
                                })
                .collect(Collectors.toSet());
    }

    private static Stream<Part> and(Part own, Set<Part> others) {
        return Stream.concat(Stream.of(own), others.stream());
    }

    private boolean reads(Part part) {
        return isParty(part)
                || Proxy.standsIn(
                        dossier, part, relations.stream().flatMap(r -> r.reads().stream()).toList())
                || (atCounter() && dossier.party(part).isEmpty());
    }

    private boolean isParty(Part part) {
        return relations.stream()
                .anyMatch(relation -> relation.reads().filter(part::equals).isPresent());
    }

    /// A document of the dossier that this person may have, by the name it has in addresses: every
    /// official one; what was joined, for those who see the piece.
    public Optional<DocumentId> document(String name) {
        return dossier.document(name)
                .filter(document -> readsAll() || official(name) || joined(document));
    }

    private boolean official(String name) {
        return dossier.deeds().stream()
                .filter(
                        deed ->
                                sight == null
                                        || (sight.authorization() && deed.kind().authorizes()))
                .anyMatch(deed -> dossier.named(deed).equals(name));
    }

    private boolean joined(DocumentId document) {
        return dossier.attachments()
                .joined()
                .filter(joined -> joined.document().equals(document))
                .flatMap(joined -> version.piece(joined.piece()).stream())
                .anyMatch(this::sees);
    }

    /// Whether this is the office that handles it: a caseworker, or a signatory.
    public boolean byOffice() {
        return relations.contains(Relation.OFFICE) || relations.contains(Relation.SIGNATORY);
    }

    /// Whether this is an agent of the authority above, which an appeal is before.
    public boolean byAuthority() {
        return relations.stream().anyMatch(Relation.ABOVE::contains);
    }

    /// Whether nothing of the request is kept from this person.
    public boolean readsAll() {
        return byOffice() || byAuthority();
    }

    /// Whether this party has yet to confirm what is said in its name. Whoever files does so by the
    /// statement on honour.
    public boolean silent() {
        return relations.stream()
                .flatMap(relation -> relation.part().stream())
                .filter(part -> part != dossier.filer() || dossier.deposit().isPresent())
                .flatMap(part -> dossier.party(part).stream())
                .anyMatch(party -> party.attestedAt() == null);
    }

    /// Whether this person, who came in, may go again before the deposit.
    public boolean leaves(UUID account) {
        return may(Act.LEAVE) && dossier.participation().canLeave(account);
    }

    /// Whether this person may let that party go, so that another is invited in its place.
    public boolean replaces(Part part) {
        return may(Act.REPLACE)
                && Parties.others(part, relations)
                && dossier.participation().replaceable(part);
    }

    /// Whether this is the agent who entered it at the counter.
    public boolean atCounter() {
        return relations.contains(Relation.COUNTER);
    }

    /// Whether this is one of the parties, or who helps one of them, rather than the office.
    public boolean byParty() {
        return atCounter() || relations.stream().anyMatch(relation -> relation.reads().isPresent());
    }
}
