package fr.gouv.workinfrance.examination;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.deed.Deeds;
import fr.gouv.workinfrance.deed.Rendered;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Prepared;
import fr.gouv.workinfrance.dossier.Reference;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.Worklist.Cursor;
import fr.gouv.workinfrance.examination.Worklist.Line;
import fr.gouv.workinfrance.examination.Worklist.View;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.reference.Siret;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What caseworkers and signatories do at their desk, beyond the acts of [Decisions].
@Component
public class Examinations {

    private static final Set<String> STAFF = Set.of("caseworker", "signatory");
    private static final int FOUND = 50;

    private final WorklistTable worklist;
    private final ReviewTable reviews;
    private final DecisionDeeds deeds;
    private final Dossiers dossiers;
    private final Decisions decisions;
    private final Documents documents;
    private final Deeds press;
    private final Grants grants;
    private final Clock clock;

    Examinations(
            WorklistTable worklist,
            ReviewTable reviews,
            DecisionDeeds deeds,
            Dossiers dossiers,
            Decisions decisions,
            Documents documents,
            Deeds press,
            Grants grants,
            Clock clock) {
        this.worklist = worklist;
        this.reviews = reviews;
        this.deeds = deeds;
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.documents = documents;
        this.press = press;
        this.grants = grants;
        this.clock = clock;
    }

    /// One page of what the offices of this person have to do.
    @Transactional(readOnly = true)
    public Worklist worklist(Account account, View view, @Nullable Cursor after, int size) {
        Set<String> offices = offices(account);
        List<Line> lines = worklist.page(offices, view, account.id(), after, size + 1);
        return first(lines, size, offices, account);
    }

    /// Dossiers of this person's offices found by reference, SIRET, or part of a name, whatever the
    /// accents and the case.
    @Transactional(readOnly = true)
    public Worklist search(Account account, String typed) {
        Set<String> offices = offices(account);
        List<Line> found =
                worklist.search(
                        offices,
                        Reference.read(typed).map(Reference::value).orElse(""),
                        Siret.parse(typed).map(Siret::value).orElse(""),
                        Names.plain(typed),
                        FOUND + 1);
        return first(found, FOUND, offices, account);
    }

    /// The first lines, of which one too many was read to know whether there are more.
    private Worklist first(List<Line> lines, int size, Set<String> offices, Account account) {
        boolean more = lines.size() > size;
        List<Line> page = more ? lines.subList(0, size) : lines;
        return new Worklist(
                page,
                worklist.counts(offices, account.id()),
                more ? Cursor.of(page.getLast()) : null);
    }

    private Set<String> offices(Account account) {
        return grants.of(account.id()).stream()
                .filter(grant -> STAFF.contains(grant.relation()))
                .map(Grant::scope)
                .filter(scope -> scope.kind().equals("office"))
                .map(scope -> scope.id())
                .collect(Collectors.toSet());
    }

    /// The very documents that a signatory would sign: made with his name, his capacity and the
    /// day, and kept, so that what he confirms is what will be sealed.
    ///
    /// @throws NoSuchElementException when this is nothing that this person may sign
    public Review review(DossierId id, Account signatory) {
        Dossier dossier =
                dossiers.see(id, signatory)
                        .filter(seen -> seen.may(Act.SIGN))
                        .map(Seen::dossier)
                        .orElseThrow();
        Prepared prepared = dossier.prepared().orElseThrow();
        var today = dossiers.today(dossier);
        List<Review.Page> known = reviews.of(prepared.id(), signatory.id(), today);
        if (whole(known, prepared)) {
            return new Review(prepared.id(), known);
        }
        for (IssuedDeed.Kind kind : kinds(prepared)) {
            Rendered rendered = deeds.render(kind, dossier, signatory, today);
            StoredDocument kept =
                    documents.keep(
                            rendered.bytes(),
                            deeds.fileName(kind, dossier),
                            "application/pdf",
                            signatory.actor());
            Review.Page page = new Review.Page(kind, kept.id(), rendered.sha256());
            reviews.keep(prepared.id(), signatory.id(), id, page, today, clock.instant());
        }
        return new Review(prepared.id(), reviews.of(prepared.id(), signatory.id(), today));
    }

    /// Signs what was reviewed today, confirmed by its hashes.
    ///
    /// @param hashes as [Review#hashes] gave them
    /// @throws fr.gouv.workinfrance.dossier.IllegalMove when they are not those of today's review
    @Transactional
    public Dossier sign(DossierId id, String hashes, Account signatory) {
        Dossier dossier = dossiers.dossier(id);
        UUID decision = dossier.prepared().map(Prepared::id).orElse(new UUID(0, 0));
        List<Review.Page> pages = reviews.of(decision, signatory.id(), dossiers.today(dossier));
        boolean whole = dossier.prepared().filter(prepared -> whole(pages, prepared)).isPresent();
        Review review = new Review(decision, whole ? pages : List.of());
        return decisions.sign(id, decision, review.hashes(), hashes, signatory);
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
        Review review = new Review(prepared.id(), reviews.of(prepared.id(), signed.by()));
        if (!review.hashes().equals(signed.sha256())) {
            throw new IllegalStateException("what would be sealed is not what was signed");
        }
        for (Review.Page page : review.pages()) {
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
