package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.deed.Rendered;
import fr.gouv.workinfrance.document.Drawings;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.examination.Hand;
import fr.gouv.workinfrance.examination.revision.Revision.Paper;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.stream.Stream;

/// Shows who drafts an act the very documents that it would become: by the same checks and the same
/// renderer, and nothing is kept.
@Component
public class Sketches {

    private final Revisions revisions;
    private final RevisionDeeds deeds;
    private final Dossiers dossiers;
    private final Drawings drawings;

    Sketches(Revisions revisions, RevisionDeeds deeds, Dossiers dossiers, Drawings drawings) {
        this.revisions = revisions;
        this.deeds = deeds;
        this.dossiers = dossiers;
        this.drawings = drawings;
    }

    /// One that takes an authorization back is shown as it would be if nobody answered what is held
    /// against the decision, which is told first.
    ///
    /// @throws fr.gouv.workinfrance.dossier.IllegalMove when it is not his to draft
    public Sketch of(DossierId id, Matter matter, Account caseworker) {
        return switch (revisions.foresee(id, matter, caseworker)) {
            case Drafting.Faulty faulty -> new Sketch.Faulty(faulty);
            case Drafting.Drafted(Revision foreseen) ->
                    new Sketch.Drawn(drawn(dossiers.dossier(id), foreseen, caseworker));
        };
    }

    private List<Sketch.Sheet> drawn(Dossier dossier, Revision foreseen, Account caseworker) {
        Hand hand = Hand.project(dossiers.today(dossier));
        Stream<Sketch.Sheet> signed =
                foreseen.papers().stream()
                        .map(paper -> sheet(paper, deeds.render(paper, dossier, foreseen, hand)));
        if (!(foreseen.matter() instanceof Withdrawal withdrawal)) {
            return signed.toList();
        }
        Rendered notice = deeds.notice(dossier, withdrawal, Hand.project(caseworker, hand.day()));
        return Stream.concat(Stream.of(sheet(Paper.NOTICE, notice)), signed).toList();
    }

    private Sketch.Sheet sheet(Paper paper, Rendered rendered) {
        return new Sketch.Sheet(paper, drawings.draw(rendered.bytes()));
    }
}
