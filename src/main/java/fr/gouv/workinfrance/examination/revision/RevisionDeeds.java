package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.calendar.WrittenDate;
import fr.gouv.workinfrance.deed.Fact;
import fr.gouv.workinfrance.deed.Passage;
import fr.gouv.workinfrance.deed.Rendered;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.examination.Hand;
import fr.gouv.workinfrance.examination.LaterDeeds;
import fr.gouv.workinfrance.examination.revision.Revision.Paper;
import fr.gouv.workinfrance.permit.Terms;
import fr.gouv.workinfrance.permit.Terms.Term;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Ground;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.reference.Amount;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Writes acts about decisions, in the manner of the decisions themselves. In French, the language
/// of the administration (L111-1 CRPA).
@Component
class RevisionDeeds {

    private final LaterDeeds deeds;
    private final CertificateDeeds certificates;
    private final AnswerDeeds answers;
    private final Revisions revisions;
    private final Wordings wordings;
    private final Procedures procedures;
    private final Days days;
    private final MessageSource words;

    RevisionDeeds(
            LaterDeeds deeds,
            CertificateDeeds certificates,
            AnswerDeeds answers,
            Revisions revisions,
            Wordings wordings,
            Procedures procedures,
            Days days,
            MessageSource words) {
        this.deeds = deeds;
        this.certificates = certificates;
        this.answers = answers;
        this.revisions = revisions;
        this.wordings = wordings;
        this.procedures = procedures;
        this.days = days;
        this.words = words;
    }

    static String fileName(Paper paper, Revision revision, Dossier dossier) {
        String name =
                switch (paper) {
                    case AUTHORIZATION -> "autorisation-de-travail";
                    case CERTIFICATE -> "attestation";
                    case DECISION -> "decision";
                    case NOTICE -> "avant-retrait";
                    case ACT ->
                            switch (revision.matter()) {
                                case Rectification _, Erratum _ -> "rectification";
                                case Withdrawal _ -> "retrait";
                                case Rejection _ -> "rejet-du-recours";
                                case Reversal _ -> "recours-accueilli";
                                case Explanation _ -> "motifs";
                            };
                };
        return "%s-%s.pdf".formatted(name, dossier.reference());
    }

    Rendered render(Paper paper, Dossier dossier, Revision revision, Hand hand) {
        return switch (revision.matter()) {
            case Rectification mended when paper == Paper.AUTHORIZATION ->
                    deeds.mended(
                            dossier,
                            Revisions.with(dossier, mended.after()),
                            mended.after().holder(),
                            mended.after().birth(),
                            hand);
            case Rectification mended when paper == Paper.CERTIFICATE ->
                    certificates.mended(dossier, revisions.number(dossier), mended.after(), hand);
            case Rectification mended ->
                    deeds.act(
                            dossier,
                            dossier.office().orElseThrow(),
                            names(dossier),
                            say("deed.rectification.title"),
                            rectified(dossier, mended),
                            _ -> true,
                            hand);
            case Erratum erratum when paper == Paper.DECISION ->
                    deeds.mended(
                            dossier,
                            Wordings.with(dossier, erratum.after()),
                            names(dossier, erratum.after()),
                            days.decided(dossier),
                            hand);
            case Erratum erratum ->
                    deeds.act(
                            dossier,
                            dossier.office().orElseThrow(),
                            names(dossier),
                            say("deed.rectification.title"),
                            rectified(dossier, erratum),
                            _ -> true,
                            hand);
            case Withdrawal withdrawal -> {
                Ground ground = ground(withdrawal);
                yield deeds.act(
                        dossier,
                        dossier.office().orElseThrow(),
                        names(dossier),
                        say("deed.withdrawal.title." + ground.effect()),
                        withdrawn(dossier, withdrawal, ground, revision.hearing(), hand.day()),
                        route -> route.opens(false),
                        hand);
            }
            case Rejection rejection -> answer(rejection.appeal(), rejection, dossier, hand);
            case Reversal reversal -> answer(reversal.appeal(), reversal, dossier, hand);
            case Explanation explanation ->
                    answer(explanation.appeal(), explanation, dossier, hand);
        };
    }

    /// What is answered to a party: one goes to court after it, and nowhere else.
    private Rendered answer(UUID appeal, Matter matter, Dossier dossier, Hand hand) {
        return deeds.act(
                dossier,
                answers.office(appeal),
                names(dossier),
                say("deed.answer." + matter.kind() + ".title"),
                answers.passages(appeal, matter, dossier),
                route -> !route.here(),
                hand);
    }

    /// What is held against the decision, until when it may be answered, and how.
    Rendered notice(Dossier dossier, Withdrawal withdrawal, Hand hand) {
        Ground ground = ground(withdrawal);
        return deeds.letter(
                dossier,
                names(dossier),
                say("deed.withdrawal.notice.title"),
                List.of(
                        Passage.of(
                                say("deed.withdrawal.notice.what"),
                                say(
                                        "deed.withdrawal.notice.intends." + ground.effect(),
                                        revisions.number(dossier),
                                        given(dossier))),
                        inLaw(ground),
                        facts(withdrawal),
                        Passage.of(
                                say("deed.withdrawal.notice.answer"),
                                say(
                                        "deed.withdrawal.notice.by",
                                        WrittenDate.of(withdrawal.answerBy(), Locale.FRENCH)),
                                procedures.retraction().hearing().words().in(Locale.FRENCH),
                                say(
                                        "deed.decision.law",
                                        LaterDeeds.law(procedures.retraction().hearing().law())))),
                hand);
    }

    private Ground ground(Withdrawal withdrawal) {
        return procedures.retraction().ground(withdrawal.ground()).orElseThrow();
    }

    private Passage inLaw(Ground ground) {
        return Passage.of(
                say("deed.decision.in-law"),
                say("deed.decision.law", LaterDeeds.law(ground.law())),
                ground.wording().in(Locale.FRENCH));
    }

    private Passage facts(Withdrawal withdrawal) {
        return new Passage(
                say("deed.decision.facts"),
                withdrawal.facts().lines().filter(line -> !line.isBlank()).toList(),
                List.of());
    }

    private List<Passage> withdrawn(
            Dossier dossier, Withdrawal withdrawal, Ground ground, Hearing hearing, LocalDate day) {
        List<String> heard = new ArrayList<>();
        heard.add(
                say(
                        "deed.withdrawal.heard.asked",
                        WrittenDate.of(withdrawal.answerBy(), Locale.FRENCH)));
        for (Part part : Days.asked(dossier)) {
            heard.add(heard(dossier, part, hearing));
        }
        if (hearing.interview() != null) {
            heard.add(
                    say(
                            "deed.withdrawal.heard.orally",
                            WrittenDate.of(
                                    days.of(dossier, hearing.interview().at()), Locale.FRENCH)));
        }
        return List.of(
                inLaw(ground),
                facts(withdrawal),
                new Passage(say("deed.withdrawal.heard"), heard, List.of()),
                Passage.of(
                        say("deed.decision.decides"),
                        say(
                                "deed.withdrawal.decides." + ground.effect(),
                                revisions.number(dossier),
                                given(dossier),
                                WrittenDate.of(day, Locale.FRENCH)),
                        say("deed.withdrawal.reasoned")));
    }

    private String heard(Dossier dossier, Part part, Hearing hearing) {
        String who = say("deed.withdrawal.part." + part);
        return hearing.observations().stream()
                .filter(one -> one.part() == part)
                .findFirst()
                .map(
                        one ->
                                say(
                                        one.says()
                                                ? "deed.withdrawal.heard.said"
                                                : "deed.withdrawal.heard.nothing",
                                        who,
                                        WrittenDate.of(days.of(dossier, one.at()), Locale.FRENCH)))
                .orElseGet(() -> say("deed.withdrawal.heard.silent", who));
    }

    /// How and when the authorization came to be.
    private String given(Dossier dossier) {
        return say(
                dossier.course().acquired().isPresent()
                        ? "deed.revision.acquired"
                        : "deed.revision.granted",
                WrittenDate.of(days.decided(dossier), Locale.FRENCH));
    }

    private List<Passage> rectified(Dossier dossier, Rectification mended) {
        return rectified(
                say("deed.rectification.decides", revisions.number(dossier), given(dossier)),
                say("deed.rectification.stays"),
                mended.mended().stream()
                        .map(term -> fact(term, mended.before(), mended.after()))
                        .toList(),
                mended.reason());
    }

    private List<Passage> rectified(Dossier dossier, Erratum mended) {
        return rectified(
                say("deed.erratum.decides", WrittenDate.of(days.decided(dossier), Locale.FRENCH)),
                say("deed.erratum.stays"),
                mended.changes().stream()
                        .map(
                                change ->
                                        new Fact(
                                                say("deed.erratum." + change.field()),
                                                say(
                                                        "deed.rectification.instead",
                                                        change.before(),
                                                        change.after())))
                        .toList(),
                mended.reason());
    }

    private List<Passage> rectified(String decides, String stays, List<Fact> facts, String why) {
        return List.of(
                new Passage(say("deed.decision.decides"), List.of(decides, stays), facts),
                new Passage(
                        say("deed.rectification.reason"),
                        why.lines().filter(line -> !line.isBlank()).toList(),
                        List.of()));
    }

    /// Whom the dossier is about, clerical errors mended.
    private Names names(Dossier dossier) {
        return wordings.of(dossier, revisions.of(dossier.id()))
                .map(wording -> names(dossier, wording))
                .or(
                        () ->
                                revisions
                                        .terms(dossier)
                                        .map(
                                                terms ->
                                                        names(
                                                                dossier,
                                                                terms.holder(),
                                                                terms.employer())))
                .orElseGet(() -> Names.of(dossier.answers()));
    }

    private static Names names(Dossier dossier, Wording wording) {
        return names(dossier, wording.worker(), wording.employer());
    }

    private static Names names(Dossier dossier, String worker, String employer) {
        Names asked = Names.of(dossier.answers());
        return new Names(worker, asked.workerBirth(), employer, asked.employerSiret());
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
            case String born when term == Term.BIRTH ->
                    new FieldType.PartialDay().display(born, Locale.FRENCH);
            case Object text -> text.toString();
        };
    }

    private String say(String key, Object... args) {
        return words.getMessage(key, args, Locale.FRENCH);
    }
}
