package fr.gouv.workinfrance.examination;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.deed.Deeds;
import fr.gouv.workinfrance.deed.Rendered;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Drawings;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Preparation;
import fr.gouv.workinfrance.dossier.Prepared;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.office.Delegation;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.opinion.Opinions;
import fr.gouv.workinfrance.opinion.Standing;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/// What caseworkers and signatories do at their desk, beyond the acts of [Decisions].
@Component
public class Examinations {

    private final ReviewTable reviews;
    private final DecisionDeeds deeds;
    private final Dossiers dossiers;
    private final Decisions decisions;
    private final Opinions opinions;
    private final Offices offices;
    private final Documents documents;
    private final Drawings drawings;
    private final Deeds press;
    private final Clock clock;

    Examinations(
            ReviewTable reviews,
            DecisionDeeds deeds,
            Dossiers dossiers,
            Decisions decisions,
            Opinions opinions,
            Offices offices,
            Documents documents,
            Drawings drawings,
            Deeds press,
            Clock clock) {
        this.reviews = reviews;
        this.deeds = deeds;
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.opinions = opinions;
        this.offices = offices;
        this.documents = documents;
        this.drawings = drawings;
        this.press = press;
        this.clock = clock;
    }

    /// The very documents that a signatory would sign: made with his name, his capacity and the
    /// day, and kept, so that what he confirms is what will be sealed.
    ///
    /// @throws NoSuchElementException when this is nothing that this person may sign
    public Review review(DossierId id, Account signatory) {
        Seen seen = dossiers.see(id, signatory).orElseThrow();
        return review(
                seen, seen.dossier().office().flatMap(offices::office).orElseThrow(), signatory);
    }

    /// The same, of what this person was seen to see.
    ///
    /// @param office that handles it
    /// @throws NoSuchElementException when this is nothing that he may sign
    public Review review(Seen seen, Office office, Account signatory) {
        if (!seen.may(Act.SIGN)) {
            throw new NoSuchElementException();
        }
        Dossier dossier = seen.dossier();
        Prepared prepared = dossier.prepared().orElseThrow();
        LocalDate today = offices.today(office);
        Optional<Delegation> delegation = decisions.delegation(dossier, signatory, today);
        Optional<Why> barred = Decisions.barred(dossier, signatory, delegation);
        UUID under = delegation.map(Delegation::id).orElse(null);
        List<Review.Page> known = reviews.of(prepared.id(), signatory.id(), today, under);
        if (whole(known, prepared)) {
            return new Review(prepared.id(), known, barred);
        }
        for (IssuedDeed.Kind kind : kinds(prepared)) {
            Rendered rendered =
                    deeds.render(kind, dossier, Hand.of(signatory, delegation.orElse(null), today));
            StoredDocument kept =
                    documents.keep(
                            rendered.bytes(),
                            deeds.fileName(kind, dossier),
                            "application/pdf",
                            signatory.actor());
            Review.Page page = new Review.Page(kind, kept.id(), rendered.sha256());
            reviews.keep(
                    prepared.id(),
                    signatory.id(),
                    dossier.id(),
                    page,
                    today,
                    under,
                    clock.instant());
        }
        return new Review(
                prepared.id(), reviews.of(prepared.id(), signatory.id(), today, under), barred);
    }

    /// What is missing before a decision is prepared.
    ///
    /// @param criteria how many nobody has judged
    /// @param doubts how many are open
    @Transactional(readOnly = true)
    public Readiness readiness(Dossier dossier, long criteria, long doubts) {
        List<Standing> asked = opinions.standing(opinions.of(dossier.id()), Map.of());
        return Readiness.of(asked, opinions.notAsked(dossier, asked), criteria, doubts);
    }

    /// The very documents that a decision would become, drawn page by page: checked as when it is
    /// prepared, and nothing is kept.
    ///
    /// @param version of the dossier that the caseworker had before his eyes
    public Preview preview(DossierId id, long version, Decision decision, Account caseworker) {
        return switch (decisions.foresee(id, version, decision, caseworker)) {
            case Preparation.Faulty(var gaps) -> new Preview.Faulty(gaps);
            case Preparation.Ready(Dossier foreseen) ->
                    new Preview.Drawn(
                            kinds(foreseen.prepared().orElseThrow()).stream()
                                    .map(kind -> drawn(kind, foreseen))
                                    .toList());
        };
    }

    private Preview.Document drawn(IssuedDeed.Kind kind, Dossier foreseen) {
        Rendered project = deeds.project(kind, foreseen, dossiers.today(foreseen));
        return new Preview.Document(kind, drawings.draw(project.bytes()));
    }

    /// Signs what was reviewed today, confirmed by its hashes.
    ///
    /// @param hashes as [Review#hashes] gave them
    /// @throws fr.gouv.workinfrance.dossier.IllegalMove when they are not those of today's review
    @Transactional
    public Dossier sign(DossierId id, String hashes, Account signatory) {
        Dossier dossier = dossiers.dossier(id);
        Prepared prepared = dossier.prepared().orElse(null);
        if (prepared == null) {
            return decisions.sign(id, new UUID(0, 0), "", hashes, signatory);
        }
        var today = dossiers.today(dossier);
        Optional<Delegation> under = decisions.delegation(dossier, signatory, today);
        List<Review.Page> pages =
                reviews.of(
                        prepared.id(),
                        signatory.id(),
                        today,
                        under.map(Delegation::id).orElse(null));
        String shown = whole(pages, prepared) ? Review.hashes(pages) : "";
        return decisions.sign(id, prepared.id(), shown, hashes, signatory);
    }

    /// Seals what was signed and gives it to the parties: an incremental update of those very
    /// bytes. Done again, nothing changes.
    void seal(DossierId id) {
        Dossier dossier = dossiers.dossier(id);
        if (!(dossier.stage()
                instanceof Stage.Decided(_, _, Prepared prepared, Stage.Signed signed))) {
            return;
        }
        Actor house = Actor.system("examination-seal");
        List<Review.Page> pages = reviews.of(prepared.id(), signed.by());
        if (!Review.hashes(pages).equals(signed.sha256())) {
            throw new IllegalStateException("what would be sealed is not what was signed");
        }
        for (Review.Page page : pages) {
            if (dossier.deed(page.kind()).isPresent()) {
                continue;
            }
            byte[] seen = documents.read(page.document(), house, id.subject());
            byte[] sealed = press.seal(seen, prepared.number().value());
            StoredDocument kept =
                    documents.keep(
                            sealed, deeds.fileName(page.kind(), dossier), "application/pdf", house);
            decisions.deliver(
                    id,
                    new IssuedDeed(page.kind(), kept.id(), kept.sha256(), clock.instant()),
                    house);
        }
    }

    /// A review that was cut half-way is not one.
    private static boolean whole(List<Review.Page> pages, Prepared prepared) {
        return pages.stream().map(Review.Page::kind).toList().equals(kinds(prepared));
    }

    /// What is signed: the decision and, when it grants, the authorization.
    private static List<IssuedDeed.Kind> kinds(Prepared prepared) {
        return prepared.decision() instanceof Decision.Granted
                ? List.of(IssuedDeed.Kind.DECISION, IssuedDeed.Kind.AUTHORIZATION)
                : List.of(IssuedDeed.Kind.DECISION);
    }
}
