package fr.gouv.workinfrance.demo.past;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.appeal.Filing;
import fr.gouv.workinfrance.examination.revision.Drafting;
import fr.gouv.workinfrance.examination.revision.Reading;
import fr.gouv.workinfrance.examination.revision.Rectification;
import fr.gouv.workinfrance.examination.revision.Reviews;
import fr.gouv.workinfrance.examination.revision.Revision;
import fr.gouv.workinfrance.examination.revision.Revisions;
import fr.gouv.workinfrance.opinion.Answering;
import fr.gouv.workinfrance.opinion.Ask;
import fr.gouv.workinfrance.opinion.Consultation;
import fr.gouv.workinfrance.opinion.Consulting;
import fr.gouv.workinfrance.opinion.Inboxes;
import fr.gouv.workinfrance.opinion.Opinion.Verdict;
import fr.gouv.workinfrance.opinion.Opinions;
import fr.gouv.workinfrance.opinion.Reply;
import fr.gouv.workinfrance.permit.Terms;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.util.List;

/// Plays what other administrations are asked, and what comes after a decision: it is contested, or
/// mended.
@Component
@Profile("demo")
class Sequels {

    private final Dossiers dossiers;
    private final Opinions opinions;
    private final Inboxes inboxes;
    private final Appeals appeals;
    private final Revisions revisions;
    private final Reviews reviews;

    Sequels(
            Dossiers dossiers,
            Opinions opinions,
            Inboxes inboxes,
            Appeals appeals,
            Revisions revisions,
            Reviews reviews) {
        this.dossiers = dossiers;
        this.opinions = opinions;
        this.inboxes = inboxes;
        this.appeals = appeals;
        this.revisions = revisions;
        this.reviews = reviews;
    }

    void consult(DossierId id, Step step, String question, Account who) {
        Ask ask = new Ask(step.about().getFirst(), step.about().getLast(), null, question, null);
        Consulting consulting = opinions.ask(id, ask, who);
        if (!(consulting instanceof Consulting.Asked)) {
            throw new IllegalStateException("not asked: " + consulting);
        }
    }

    /// What was asked last is answered, favourably.
    void advise(DossierId id, Story story, String reasons, Account who) {
        Consultation asked =
                opinions.of(id).stream()
                        .filter(Consultation::pending)
                        .reduce((_, last) -> last)
                        .orElseThrow();
        Reply reply = new Reply(Verdict.FAVOURABLE, reasons, story.advised(), List.of());
        Answering answering = inboxes.answer(asked.id(), reply, who);
        if (!(answering instanceof Answering.Kept)) {
            throw new IllegalStateException("not answered: " + answering);
        }
    }

    void appeal(DossierId id, Step step, String words, Account who) {
        Filing filing = appeals.file(id, step.about().getFirst(), words, List.of(), who);
        if (!(filing instanceof Filing.Filed)) {
            throw new IllegalStateException("not filed: " + filing);
        }
    }

    void take(DossierId id, Account who) {
        appeals.take(appeals.of(id).getLast().id(), who);
    }

    /// The name of the employer was misprinted.
    void rectify(DossierId id, Story story, String reason, Account who) {
        Terms printed = revisions.terms(dossiers.dossier(id)).orElseThrow();
        Terms meant =
                new Terms(
                        printed.holder(),
                        printed.birth(),
                        requireNonNull(story.rectified()),
                        printed.job(),
                        printed.hours(),
                        printed.from(),
                        printed.until());
        Drafting drafting =
                revisions.draft(id, new Rectification(printed, meant, false, reason), who);
        if (!(drafting instanceof Drafting.Drafted)) {
            throw new IllegalStateException("not drafted: " + drafting);
        }
    }

    /// Reads the act that was drafted last, and gives back its signature.
    Runnable sign(DossierId id, Account who) {
        Revision drafted = revisions.of(id).getLast();
        Reading reading = reviews.read(id, drafted.id(), who);
        return () -> reviews.sign(id, drafted.id(), reading.hashes(), who);
    }
}
