package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Papers;
import fr.gouv.workinfrance.document.Sheaf;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Evidence;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.examination.Review;
import fr.gouv.workinfrance.examination.margin.Criteria;
import fr.gouv.workinfrance.examination.margin.Doubts;
import fr.gouv.workinfrance.examination.margin.Judgement;
import fr.gouv.workinfrance.examination.margin.Margin;
import fr.gouv.workinfrance.examination.margin.Margins;
import fr.gouv.workinfrance.examination.margin.Tick;
import fr.gouv.workinfrance.examination.revision.Revision;
import fr.gouv.workinfrance.office.Circle;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.opinion.Consultation;
import fr.gouv.workinfrance.opinion.Opinions;
import fr.gouv.workinfrance.site.AdviceView;
import fr.gouv.workinfrance.site.DocumentView;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SeenOpinions;
import fr.gouv.workinfrance.site.SeenRevisions;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Signing: the very documents, with the signatory's name and the day, confirmed by their hashes,
/// or sent back with a reason.
@Controller
class SignaturePages {

    private static final String AT = "/signature/dossiers/{reference}";

    private final SitePages pages;
    private final SeenDossiers cases;
    private final SeenRevisions revisions;
    private final Examinations examinations;
    private final Decisions decisions;
    private final Criteria criteria;
    private final Margins margins;
    private final Doubts doubts;
    private final Papers papers;
    private final Opinions opinions;
    private final SeenOpinions shown;
    private final Documents documents;
    private final Offices offices;

    SignaturePages(
            SitePages pages,
            SeenDossiers cases,
            SeenRevisions revisions,
            Examinations examinations,
            Decisions decisions,
            Criteria criteria,
            Margins margins,
            Doubts doubts,
            Papers papers,
            Opinions opinions,
            SeenOpinions shown,
            Documents documents,
            Offices offices) {
        this.pages = pages;
        this.cases = cases;
        this.revisions = revisions;
        this.examinations = examinations;
        this.decisions = decisions;
        this.criteria = criteria;
        this.margins = margins;
        this.doubts = doubts;
        this.papers = papers;
        this.opinions = opinions;
        this.shown = shown;
        this.documents = documents;
        this.offices = offices;
    }

    @GetMapping(AT)
    View review(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        return seen.may(Act.SIGN)
                ? show(seen, account, "", HttpStatus.OK)
                : pages.to(elsewhere(seen));
    }

    /// Where to go instead: to the act about its decision that waits to be signed, if one does.
    private String elsewhere(Seen seen) {
        String reference = seen.dossier().reference().value();
        return revisions.of(seen, true).known().stream()
                .filter(revision -> revision.state() == Revision.State.DRAFTED)
                .findFirst()
                .map(one -> "/signature/dossiers/%s/actes/%s".formatted(reference, one.id()))
                .orElse("/instruction/dossiers/" + reference);
    }

    /// @param hashes of the documents that were on the page
    /// @param confirmed whether the signatory says that he read them
    @PostMapping(AT + "/signature")
    View sign(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String hashes,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        if (!confirmed && seen.may(Act.SIGN)) {
            return show(seen, account, "confirmed", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        examinations.sign(seen.dossier().id(), hashes, account);
        return pages.to(Done.SIGNED.at(ToSignPages.AT));
    }

    @PostMapping(AT + "/renvoi")
    View sendBack(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        if (reason.isBlank() && seen.may(Act.SIGN)) {
            return show(seen, account, "reason", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        decisions.sendBack(seen.dossier().id(), reason, account);
        return pages.to(Done.SENT_BACK.at(ToSignPages.AT));
    }

    /// The document itself, to be opened elsewhere.
    @GetMapping(AT + "/documents/{kind}")
    View document(
            @PathVariable String reference,
            @PathVariable String kind,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        return DocumentView.of(
                documents,
                reviewed(seen, kind, account),
                account.actor(),
                seen.dossier().id().subject());
    }

    @GetMapping(AT + "/documents/{kind}/{page}")
    ResponseEntity<byte[]> sheet(
            @PathVariable String reference,
            @PathVariable String kind,
            @PathVariable int page,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        return documents
                .preview(
                        reviewed(seen, kind, account),
                        page,
                        account.actor(),
                        seen.dossier().id().subject())
                .map(CasePages::png)
                .orElseThrow(NotFound::new);
    }

    private DocumentId reviewed(Seen seen, String kind, Account account) {
        if (!seen.may(Act.SIGN)) {
            throw new NotFound();
        }
        Office office = seen.dossier().office().flatMap(offices::office).orElseThrow();
        return examinations.review(seen, office, account).pages().stream()
                .filter(page -> page.kind().name().equals(kind))
                .map(Review.Page::document)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /// @param wrong the field that is to be mended; empty when none is
    private View show(Seen seen, Account account, String wrong, HttpStatus status) {
        Dossier dossier = seen.dossier();
        Margin margin = margins.of(dossier);
        UUID preparedBy = dossier.prepared().orElseThrow().by();
        Set<UUID> named =
                margin.judgements().stream().map(Judgement::by).collect(Collectors.toSet());
        named.add(preparedBy);
        margin.ticks().stream().map(Tick::by).forEach(named::add);
        String handling = dossier.office().orElseThrow();
        List<Consultation> asked = opinions.of(dossier.id());
        Set<String> services = asked.stream().map(Consultation::office).collect(Collectors.toSet());
        services.add(handling);
        Circle circle = offices.named(handling, services, named);
        Map<String, Office> known =
                circle.offices().stream().collect(Collectors.toMap(Office::id, one -> one));
        Office office = Objects.requireNonNull(known.get(handling));
        Review review = examinations.review(seen, office, account);
        Sheaf sheaf =
                papers.of(
                        Stream.concat(
                                        dossier.attachments().documents().stream(),
                                        review.pages().stream().map(Review.Page::document))
                                .toList());
        Evidence evidence = Evidence.of(seen, sheaf);
        return pages.page(
                "site/caseworker/review",
                Map.of(
                        "seen",
                        seen,
                        "checked",
                        ReviewView.of(seen, office, decisions),
                        "review",
                        review,
                        "files",
                        sheaf.files(),
                        "preparedBy",
                        Optional.ofNullable(circle.people().get(preparedBy))
                                .map(Account::displayName)
                                .orElse(""),
                        "wrong",
                        wrong,
                        "judged",
                        new CriteriaView(criteria.of(dossier), margin, circle.people()),
                        "consulted",
                        shown.asked(asked, known),
                        "doubts",
                        new DoubtsView(
                                doubts.of(seen, evidence, margin),
                                sheaf.files(),
                                new AdviceView(evidence),
                                circle.people())),
                status);
    }
}
