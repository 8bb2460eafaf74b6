package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.examination.revision.Explanation;
import fr.gouv.workinfrance.examination.revision.Matter;
import fr.gouv.workinfrance.examination.revision.Rectification;
import fr.gouv.workinfrance.examination.revision.Rejection;
import fr.gouv.workinfrance.examination.revision.Reversal;
import fr.gouv.workinfrance.examination.revision.Revision;
import fr.gouv.workinfrance.permit.Terms;
import fr.gouv.workinfrance.permit.Terms.Term;
import fr.gouv.workinfrance.reference.Amount;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The acts about the decision of a dossier, as the office or a party sees them.
///
/// @param known those that are shown, in order
/// @param terms of the authorization today; absent when none was granted
/// @param office whether the office looks at them
/// @param at the address of the dossier
public record RevisionsView(
        List<Revision> known, @Nullable Terms terms, boolean office, String at) {

    public static final RevisionsView NONE = new RevisionsView(List.of(), null, false, "");

    public RevisionsView {
        known = List.copyOf(known);
    }

    /// What a party is shown: what was given to it. The answer to what another deposited is not.
    ///
    /// @param made what it deposited against a refusal
    static List<Revision> given(List<Revision> known, Set<UUID> made) {
        return known.stream()
                .filter(Revision::isGiven)
                .filter(
                        one ->
                                one.matter().kind() == Matter.Kind.REVERSAL
                                        || one.matter().answered().map(made::contains).orElse(true))
                .toList();
    }

    /// When the authorization that was given with the decision was replaced by another; absent when
    /// it is the good one.
    public @Nullable Instant replaced() {
        return known.stream()
                .flatMap(one -> one.paper(Revision.Paper.AUTHORIZATION).stream())
                .map(Revision.Given::at)
                .findFirst()
                .orElse(null);
    }

    /// Whether one of this kind is under way.
    public boolean open(Matter.Kind kind) {
        return known.stream().anyMatch(one -> one.open() && one.matter().kind() == kind);
    }

    /// Whether another of this kind can be drafted: none waits to be signed.
    public boolean draftable(Matter.Kind kind) {
        return terms != null
                && known.stream()
                        .noneMatch(
                                one ->
                                        one.state() == Revision.State.DRAFTED
                                                && one.matter().kind() == kind);
    }

    /// What is changed by one that mends; nothing for another.
    public Set<Term> mended(Revision revision) {
        return revision.matter() instanceof Rectification mended ? mended.mended() : Set.of();
    }

    public String before(Revision revision, Term term, Shell shell) {
        return revision.matter() instanceof Rectification mended
                ? written(mended.before(), term, shell)
                : "";
    }

    public String after(Revision revision, Term term, Shell shell) {
        return revision.matter() instanceof Rectification mended
                ? written(mended.after(), term, shell)
                : "";
    }

    public String reason(Revision revision) {
        return switch (revision.matter()) {
            case Rectification mended -> mended.reason();
            case Rejection(_, String reason) -> reason;
            case Reversal(_, _, String reason) -> reason;
            case Explanation(_, _, String facts) -> facts;
        };
    }

    private static String written(Terms terms, Term term, Shell shell) {
        return switch (terms.of(term)) {
            case LocalDate day -> shell.day(day);
            case Amount hours -> shell.say("deed.hours." + hours.per().name(), hours.written());
            case Object text -> text.toString();
        };
    }
}
