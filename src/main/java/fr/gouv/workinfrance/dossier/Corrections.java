package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Acts.Held;
import fr.gouv.workinfrance.dossier.Acts.Trace;
import fr.gouv.workinfrance.dossier.correction.Correction;
import fr.gouv.workinfrance.dossier.correction.Correction.CorrectionAnswer;
import fr.gouv.workinfrance.dossier.correction.CorrectionLine;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.procedure.Gap;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Version;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is mended in a deposited request: asked for by the office, or of the parties' own accord.
/// What someone mends is his until he sends it, all of his parts at once; then the office reads it,
/// with what it was before. Answers and documents are given by [Drafts], as in a draft.
@Component
public class Corrections {

    private static final int MANY = 500;

    private final Acts acts;
    private final Dossiers dossiers;
    private final AskedLines lines;
    private final CorrectionTable table;
    private final DossierSettings settings;
    private final ApplicationEventPublisher events;

    Corrections(
            Acts acts,
            Dossiers dossiers,
            AskedLines lines,
            CorrectionTable table,
            DossierSettings settings,
            ApplicationEventPublisher events) {
        this.acts = acts;
        this.dossiers = dossiers;
        this.lines = lines;
        this.table = table;
        this.settings = settings;
        this.events = events;
    }

    /// The day proposed for an answer to what would be asked today.
    public LocalDate proposed(Dossier dossier) {
        return dossiers.today(dossier).plusDays(settings.answerDays());
    }

    /// What can be asked for as missing: what a text requires, until completeness is certified.
    public Set<Subject> required(Dossier dossier) {
        return AskedLines.required(dossier, dossiers.version(dossier));
    }

    /// Asks the parties for corrections, as one message with one last day.
    ///
    /// @throws IllegalMove while they have yet to answer an earlier request
    @Transactional
    public Asked ask(DossierId id, Asking asking, Account by) {
        Held held = acts.hold(id, by, Act.ASK);
        Dossier before = held.dossier();
        LocalDate today = acts.today(before.office().orElseThrow());
        List<Asked.Fault> faults = lines.faults(before, acts.version(before), asking, today);
        LocalDate answerBy = asking.answerBy();
        if (!faults.isEmpty() || answerBy == null) {
            return new Asked.Faulty(faults);
        }
        int number = before.course().corrections().size() + 1;
        Correction correction =
                new Correction(
                        number,
                        acts.now(),
                        by.id(),
                        today,
                        answerBy,
                        lines.of(acts.version(before), asking),
                        number == 1 ? null : asking.late().strip(),
                        Set.of(),
                        Map.of());
        return new Asked.Sent(
                acts.write(
                        before,
                        before.ask(correction),
                        by.actor(),
                        Act.ASK.name(),
                        new Trace(
                                Map.of(
                                        "number", String.valueOf(number),
                                        "answer by", answerBy.toString(),
                                        "lines",
                                                correction.lines().stream()
                                                        .map(l -> l.subject() + " " + l.nature())
                                                        .collect(Collectors.joining(","))),
                                words(correction)),
                        new CorrectionsAsked(id, acts.now())));
    }

    private static Map<String, String> words(Correction correction) {
        Map<String, String> words = new LinkedHashMap<>();
        correction
                .lines()
                .forEach(
                        line -> {
                            if (line.words() != null) {
                                words.put(line.subject().toString(), line.words());
                            }
                        });
        if (correction.late() != null) {
            words.put("late", correction.late());
        }
        return words;
    }

    /// Says why something that was asked is left as it is; blank words take that back.
    @Transactional
    public Dossier explain(DossierId id, Subject subject, String words, Account by) {
        Held held = acts.hold(id, by, Act.MEND);
        Dossier before = held.dossier();
        if (before.pendingCorrection()
                .flatMap(correction -> correction.line(subject))
                .filter(line -> before.fills(line.part(), held.relations()))
                .isEmpty()) {
            throw held.notAllowed(Act.MEND);
        }
        return acts.write(
                before,
                before.with(acts.amendment(before).saying(subject, words)),
                by.actor(),
                Act.MEND.name(),
                new Trace(Map.of("explained", subject.toString()), Map.of("words", words)),
                null);
    }

    /// Gives up what he mended and did not send: his parts are as the office reads them.
    @Transactional
    public Dossier giveUp(DossierId id, Account by) {
        Held held = acts.hold(id, by, Act.MEND);
        Dossier before = held.dossier();
        Amendment begun = before.amendment();
        Mending mending = mending(held);
        if (begun == null || !mending.begun()) {
            return before;
        }
        Amendment left = begun.without(mending, before.content()).orElse(null);
        if (left == null) {
            table.giveUp(id);
        }
        return acts.write(
                before,
                before.with(left),
                by.actor(),
                Act.MEND.name(),
                Trace.of(Map.of("given up", left == null ? "all" : "his")),
                null);
    }

    /// Sends what he mended: all that he was asked, answered or explained; or what he changed of
    /// his own accord. What others mend waits until they send it.
    @Transactional
    public Sending send(DossierId id, Account by) {
        Held held = acts.hold(id, by, Act.RETURN);
        Dossier before = held.dossier();
        Mending mending = mending(held);
        List<CorrectionLine> unanswered = mending.unanswered();
        if (!unanswered.isEmpty()) {
            return new Sending.Unanswered(unanswered);
        }
        if (!mending.begun()) {
            return new Sending.Unchanged();
        }
        String office = before.office().orElseThrow();
        Dossier after =
                before.mended(
                                mending,
                                new CorrectionAnswer(acts.now(), by.id(), mending.said()),
                                acts.today(office),
                                acts.days(office))
                        .changedFor(Seen.readers(acts.version(before), mending.subjects()));
        List<Gap> broken = broken(held, after);
        if (!broken.isEmpty()) {
            return new Sending.Broken(broken);
        }
        Integer asked = mending.number();
        table.sent(id, acts.now(), by.id(), asked, mending.changes());
        return new Sending.Sent(
                acts.write(
                        before,
                        after,
                        by.actor(),
                        Act.RETURN.name(),
                        Trace.of(
                                Map.of(
                                        "correction",
                                        asked == null ? "" : String.valueOf(asked),
                                        "parts",
                                        mending.parts().stream()
                                                .sorted()
                                                .map(Part::name)
                                                .collect(Collectors.joining(",")),
                                        "changed",
                                        mending.subjects().stream()
                                                .map(Subject::toString)
                                                .collect(Collectors.joining(",")))),
                        new CorrectionsReturned(id, acts.now())));
    }

    private Mending mending(Held held) {
        return Mending.of(
                held.dossier(),
                acts.version(held.dossier()),
                part -> held.dossier().fills(part, held.relations()));
    }

    /// What would break, and did not before: what was so already is for the office, and so is what
    /// someone else would have to answer or to join.
    private List<Gap> broken(Held held, Dossier after) {
        Version version = acts.version(after);
        Set<String> known = new HashSet<>();
        blocking(held.dossier()).forEach(gap -> known.add(gap.kind() + gap.id()));
        return blocking(after).stream()
                .filter(gap -> !known.contains(gap.kind() + gap.id()))
                .filter(
                        gap ->
                                part(version, gap)
                                        .map(part -> after.fills(part, held.relations()))
                                        .orElse(true))
                .toList();
    }

    private static Optional<Part> part(Version version, Gap gap) {
        return switch (gap.kind()) {
            case FIELD -> AskedLines.part(version, Subject.field(gap.id()));
            case PIECE -> AskedLines.part(version, Subject.piece(gap.id()));
            case RULE, ATTESTATION, LIMIT -> Optional.empty();
        };
    }

    private List<Gap> blocking(Dossier dossier) {
        return dossiers.gaps(dossier).stream().filter(Gap::blocking).toList();
    }

    /// What someone is asked to mend, and what he has mended and not sent yet.
    @Transactional(readOnly = true)
    public Mending mending(Seen seen) {
        return Mending.of(dossiers.dossier(seen.dossier().id()), seen.version(), seen::fills);
    }

    /// Requests whose parties have little time left to answer, and were not reminded.
    List<DossierId> due() {
        LocalDate today = acts.today();
        return table.due(today, today.plusDays(settings.remindDays()), MANY);
    }

    /// Reminds the parties of a dossier, once.
    @Transactional
    public void remind(DossierId id) {
        Dossier dossier = acts.locked(id);
        dossier.pendingCorrection()
                .filter(_ -> table.reminded(id, acts.now()))
                .ifPresent(
                        correction -> {
                            acts.told(dossier, Actor.system("dossier-corrections"), "REMIND");
                            events.publishEvent(new CorrectionsDue(id, acts.now()));
                        });
    }
}
