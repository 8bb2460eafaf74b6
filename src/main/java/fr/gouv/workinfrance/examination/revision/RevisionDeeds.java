package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.calendar.WrittenDate;
import fr.gouv.workinfrance.deed.Fact;
import fr.gouv.workinfrance.deed.Passage;
import fr.gouv.workinfrance.deed.Rendered;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.DecisionDeeds;
import fr.gouv.workinfrance.examination.revision.Revision.Paper;
import fr.gouv.workinfrance.office.Delegation;
import fr.gouv.workinfrance.permit.Terms;
import fr.gouv.workinfrance.permit.Terms.Term;
import fr.gouv.workinfrance.reference.Amount;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Writes acts about decisions, in the manner of the decisions themselves. In French, the language
/// of the administration (L111-1 CRPA).
@Component
class RevisionDeeds {

    private final DecisionDeeds deeds;
    private final AnswerDeeds answers;
    private final MessageSource words;

    RevisionDeeds(DecisionDeeds deeds, AnswerDeeds answers, MessageSource words) {
        this.deeds = deeds;
        this.answers = answers;
        this.words = words;
    }

    static String fileName(Paper paper, Revision revision, Dossier dossier) {
        String name =
                paper == Paper.AUTHORIZATION
                        ? "autorisation-de-travail"
                        : switch (revision.matter()) {
                            case Rectification _ -> "rectification";
                            case Rejection _ -> "rejet-du-recours";
                            case Reversal _ -> "recours-accueilli";
                            case Explanation _ -> "motifs";
                        };
        return "%s-%s.pdf".formatted(name, dossier.reference());
    }

    /// @param under the delegation by which he signs; absent when he has none, and may not
    Rendered render(
            Paper paper,
            Dossier dossier,
            Revision revision,
            Account signatory,
            @Nullable Delegation under,
            LocalDate day) {
        return switch (revision.matter()) {
            case Rectification mended when paper == Paper.AUTHORIZATION ->
                    deeds.mended(
                            dossier,
                            Revisions.with(
                                    Revisions.granted(dossier).orElseThrow(), mended.after()),
                            mended.after().holder(),
                            signatory,
                            under,
                            day);
            case Rectification mended ->
                    deeds.act(
                            dossier,
                            say("deed.rectification.title"),
                            rectified(dossier, mended),
                            _ -> true,
                            signatory,
                            under,
                            day);
            case Rejection rejection ->
                    answer(rejection.appeal(), rejection, dossier, signatory, under, day);
            case Reversal reversal ->
                    answer(reversal.appeal(), reversal, dossier, signatory, under, day);
            case Explanation explanation ->
                    answer(explanation.appeal(), explanation, dossier, signatory, under, day);
        };
    }

    /// What is answered to a party: one goes to court after it, and nowhere else.
    private Rendered answer(
            UUID appeal,
            Matter matter,
            Dossier dossier,
            Account signatory,
            @Nullable Delegation under,
            LocalDate day) {
        return deeds.act(
                dossier,
                say("deed.answer." + matter.kind() + ".title"),
                answers.passages(appeal, matter, dossier),
                route -> !route.here(),
                signatory,
                under,
                day);
    }

    private List<Passage> rectified(Dossier dossier, Rectification mended) {
        return List.of(
                new Passage(
                        say("deed.decision.decides"),
                        List.of(
                                say(
                                        "deed.rectification.decides",
                                        dossier.prepared().orElseThrow().number().value(),
                                        decided(dossier)),
                                say("deed.rectification.stays")),
                        mended.mended().stream()
                                .map(term -> fact(term, mended.before(), mended.after()))
                                .toList()),
                new Passage(
                        say("deed.rectification.reason"),
                        mended.reason().lines().filter(line -> !line.isBlank()).toList(),
                        List.of()));
    }

    private Fact fact(Term term, Terms before, Terms after) {
        return new Fact(
                say("deed.term." + term),
                say("deed.rectification.instead", written(before, term), written(after, term)));
    }

    private String written(Terms terms, Term term) {
        return switch (terms.of(term)) {
            case LocalDate day -> WrittenDate.of(day, Locale.FRENCH);
            case Amount hours -> say("deed.hours." + hours.per().name(), hours.written());
            case Object text -> text.toString();
        };
    }

    /// The day the decision was signed, where the office sits.
    private String decided(Dossier dossier) {
        return dossier.stage() instanceof Stage.Decided decided
                ? WrittenDate.of(deeds.day(dossier, decided.signed().at()), Locale.FRENCH)
                : "";
    }

    private String say(String key, Object... args) {
        return words.getMessage(key, args, Locale.FRENCH);
    }
}
