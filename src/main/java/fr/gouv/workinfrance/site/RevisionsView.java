package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.examination.revision.Erratum;
import fr.gouv.workinfrance.examination.revision.Explanation;
import fr.gouv.workinfrance.examination.revision.Matter;
import fr.gouv.workinfrance.examination.revision.Observation;
import fr.gouv.workinfrance.examination.revision.Rectification;
import fr.gouv.workinfrance.examination.revision.Rejection;
import fr.gouv.workinfrance.examination.revision.Replacement;
import fr.gouv.workinfrance.examination.revision.Reversal;
import fr.gouv.workinfrance.examination.revision.Revision;
import fr.gouv.workinfrance.examination.revision.Revision.Paper;
import fr.gouv.workinfrance.examination.revision.Revisions;
import fr.gouv.workinfrance.examination.revision.Withdrawal;
import fr.gouv.workinfrance.examination.revision.Wording;
import fr.gouv.workinfrance.permit.Terms;
import fr.gouv.workinfrance.permit.Terms.Term;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Ground;
import fr.gouv.workinfrance.procedure.Retraction;
import fr.gouv.workinfrance.reference.Amount;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// The acts about the decision of a dossier, as the office or a party sees them.
///
/// @param known those that are shown, in order
/// @param terms of the authorization today; absent when none was granted
/// @param wording of the refusal today; absent when no decision refuses
/// @param office whether the office looks at them
/// @param drafts whether whoever looks may draft one
/// @param at the address of the dossier
/// @param law how an authorization may be taken back
/// @param answering those that whoever looks has yet to answer
public record RevisionsView(
        List<Revision> known,
        @Nullable Terms terms,
        @Nullable Wording wording,
        boolean office,
        boolean drafts,
        String at,
        Retraction law,
        Set<UUID> answering) {

    public static final RevisionsView NONE =
            new RevisionsView(List.of(), null, null, false, false, "", Retraction.NONE, Set.of());

    public RevisionsView {
        known = List.copyOf(known);
        answering = Set.copyOf(answering);
    }

    /// What a party is shown: what was given to it. The answer to what another deposited is not.
    ///
    /// @param made what it deposited against a refusal
    static List<Revision> given(List<Revision> known, Set<UUID> made) {
        return known.stream()
                .filter(one -> one.isGiven() || one.paper(Paper.NOTICE).isPresent())
                .filter(
                        one ->
                                one.matter().kind() == Matter.Kind.REVERSAL
                                        || one.matter().answered().map(made::contains).orElse(true))
                .toList();
    }

    /// Where one is, as whoever looks may know it: a party, whether it is under way.
    public String state(Revision revision) {
        if (office) {
            return revision.state().name();
        }
        return revision.open()
                ? "OPEN"
                : revision.state() == Revision.State.SIGNED && !revision.isGiven()
                        ? "OPEN"
                        : revision.state().name();
    }

    /// The one that took the authorization back, if one did.
    public Optional<Revision> withdrawn() {
        return Revisions.withdrawn(known);
    }

    /// What one is about, when the authorization is to be taken back.
    public Optional<Withdrawal> withdrawal(Revision revision) {
        return revision.matter() instanceof Withdrawal withdrawal
                ? Optional.of(withdrawal)
                : Optional.empty();
    }

    /// The ground of one that takes the authorization back.
    public Ground ground(Withdrawal withdrawal) {
        return law.ground(withdrawal.ground()).orElseThrow();
    }

    /// Whether whoever looks has yet to answer it.
    public boolean answers(Revision revision) {
        return answering.contains(revision.id());
    }

    /// What whoever looks may read of what was answered: the office, all of it; a party, that it
    /// answered.
    public List<Observation> observations(Revision revision) {
        return office ? revision.hearing().observations() : List.of();
    }

    /// When an official document of the request was replaced by another; absent when it is the good
    /// one.
    public @Nullable Instant replaced(IssuedDeed deed) {
        return Replacement.paper(deed.kind()).stream()
                .flatMap(paper -> known.stream().flatMap(one -> one.paper(paper).stream()))
                .map(Revision.Given::at)
                .filter(deed.at()::isBefore)
                .findFirst()
                .orElse(null);
    }

    /// Whether another of this kind can be drafted: there is something to mend or to take back, and
    /// none waits to be signed.
    public boolean draftable(Matter.Kind kind) {
        boolean there =
                kind == Matter.Kind.ERRATUM
                        ? wording != null
                        : terms != null && withdrawn().isEmpty();
        return there
                && known.stream()
                        .noneMatch(
                                one ->
                                        one.state() == Revision.State.DRAFTED
                                                && one.matter().kind() == kind);
    }

    /// Something that was misprinted.
    ///
    /// @param what in words
    /// @param before as it was printed
    /// @param after as it is read from then on
    public record Mended(String what, String before, String after) {}

    /// What is changed by one that mends; nothing for another.
    public List<Mended> mended(Revision revision, Shell shell) {
        return switch (revision.matter()) {
            case Rectification mended ->
                    mended.mended().stream()
                            .map(
                                    term ->
                                            new Mended(
                                                    shell.lookup("deed.term." + term),
                                                    written(mended.before(), term, shell),
                                                    written(mended.after(), term, shell)))
                            .toList();
            case Erratum mended ->
                    mended.changes().stream()
                            .map(
                                    change ->
                                            new Mended(
                                                    shell.lookup("deed.erratum." + change.field()),
                                                    change.before(),
                                                    change.after()))
                            .toList();
            case Withdrawal _, Rejection _, Reversal _, Explanation _ -> List.of();
        };
    }

    /// Something that the authorization says.
    ///
    /// @param what in words
    public record Printed(String what, String said) {}

    /// Term by term, what the authorization says today; nothing where there is none.
    public List<Printed> printed(Shell shell) {
        Terms today = terms;
        return today == null
                ? List.of()
                : Stream.of(Term.values())
                        .map(
                                term ->
                                        new Printed(
                                                shell.lookup("deed.term." + term),
                                                written(today, term, shell)))
                        .toList();
    }

    public String reason(Revision revision) {
        return switch (revision.matter()) {
            case Rectification mended -> mended.reason();
            case Erratum mended -> mended.reason();
            case Withdrawal withdrawal -> withdrawal.facts();
            case Rejection(_, String reason) -> reason;
            case Reversal(_, _, String reason) -> reason;
            case Explanation(_, _, String facts) -> facts;
        };
    }

    private static String written(Terms terms, Term term, Shell shell) {
        return switch (terms.of(term)) {
            case LocalDate day -> shell.day(day);
            case Amount hours -> shell.say("deed.hours." + hours.per().name(), hours.written());
            case String born when term == Term.BIRTH ->
                    new FieldType.PartialDay().display(born, shell.locale());
            case Object text -> text.toString();
        };
    }
}
