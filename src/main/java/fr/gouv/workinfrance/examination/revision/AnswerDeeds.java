package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.calendar.WrittenDate;
import fr.gouv.workinfrance.deed.Passage;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.appeal.Recourse;
import fr.gouv.workinfrance.procedure.LegalSource;
import fr.gouv.workinfrance.procedure.Version;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/// What answers to appeals and to requests for reasons say, in French, the language of the
/// administration (L111-1 CRPA).
@Component
class AnswerDeeds {

    private final Appeals appeals;
    private final Dossiers dossiers;
    private final Days days;
    private final MessageSource words;

    AnswerDeeds(Appeals appeals, Dossiers dossiers, Days days, MessageSource words) {
        this.appeals = appeals;
        this.dossiers = dossiers;
        this.days = days;
        this.words = words;
    }

    /// That has to answer.
    String office(UUID appeal) {
        return appeals.answering(appeal);
    }

    List<Passage> passages(UUID appeal, Matter matter, Dossier dossier) {
        Recourse one =
                appeals.of(dossier.id()).stream()
                        .filter(each -> each.id().equals(appeal))
                        .findFirst()
                        .orElseThrow();
        Version version = dossiers.version(dossier);
        String name =
                version.appeals().stream()
                        .filter(way -> way.id().equals(one.way()))
                        .map(way -> way.name().in(Locale.FRENCH))
                        .findFirst()
                        .orElse(one.way());
        List<Passage> passages = new ArrayList<>();
        passages.add(
                Passage.of(
                        say("deed.answer.what"),
                        say(
                                "deed.answer.received",
                                name,
                                WrittenDate.of(one.day(), Locale.FRENCH),
                                say("deed.appeal.as." + one.from())),
                        against(one, dossier)));
        switch (matter) {
            case Rejection(_, String reason) -> {
                passages.add(reasons(reason));
                passages.add(decides("deed.answer.REJECTION.decides"));
            }
            case Reversal(_, Reversal.Basis basis, String reason) -> {
                passages.add(reasons(reason));
                passages.add(
                        decides(
                                "deed.answer.REVERSAL.decides."
                                        + (one.refusal().silent() ? "SILENCE" : basis)));
            }
            case Explanation(_, List<String> grounds, String facts) -> {
                passages.add(
                        new Passage(
                                say("deed.decision.in-law"),
                                grounds.stream()
                                        .flatMap(id -> version.reason(id).stream())
                                        .map(
                                                reason ->
                                                        reason.wording().in(Locale.FRENCH)
                                                                + " ("
                                                                + reason.law().stream()
                                                                        .map(LegalSource::article)
                                                                        .collect(
                                                                                Collectors.joining(
                                                                                        ", "))
                                                                + ")")
                                        .toList(),
                                List.of()));
                passages.add(new Passage(say("deed.decision.facts"), lines(facts), List.of()));
                passages.add(decides("deed.answer.EXPLANATION.decides"));
            }
            case Rectification _, Erratum _, Withdrawal _ ->
                    throw new IllegalArgumentException("it answers nothing");
        }
        return passages;
    }

    private String against(Recourse one, Dossier dossier) {
        if (one.refusal().silent()) {
            return say(
                    "deed.answer.against.silence",
                    WrittenDate.of(one.refusal().day().orElseThrow(), Locale.FRENCH));
        }
        return dossier.stage() instanceof Stage.Decided(_, _, var prepared, var signed)
                ? say(
                        "deed.answer.against.decision",
                        prepared.number().value(),
                        WrittenDate.of(days.of(dossier, signed.at()), Locale.FRENCH))
                : say("deed.answer.against.earlier");
    }

    private Passage reasons(String reason) {
        return new Passage(say("deed.answer.reasons"), lines(reason), List.of());
    }

    private Passage decides(String key) {
        return Passage.of(say("deed.decision.decides"), say(key));
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private String say(String key, Object... args) {
        return words.getMessage(key, args, Locale.FRENCH);
    }
}
