package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.examination.Review;
import fr.gouv.workinfrance.examination.Signature;
import fr.gouv.workinfrance.examination.Signature.Confirmed;
import fr.gouv.workinfrance.examination.Signatures;
import fr.gouv.workinfrance.examination.margin.Doubt;
import fr.gouv.workinfrance.examination.margin.Doubts;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SeenOpinions;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Signing several: each is read, with the hashes of its documents, and all are confirmed at once.
@Controller
class SeveralPages {

    private static final String AT = "/signature/plusieurs";

    private final SitePages pages;
    private final SeenDossiers cases;
    private final Examinations examinations;
    private final Signatures signatures;
    private final Decisions decisions;
    private final SeenOpinions opinions;
    private final Doubts doubts;
    private final Documents documents;
    private final Offices offices;

    SeveralPages(
            SitePages pages,
            SeenDossiers cases,
            Examinations examinations,
            Signatures signatures,
            Decisions decisions,
            SeenOpinions opinions,
            Doubts doubts,
            Documents documents,
            Offices offices) {
        this.pages = pages;
        this.cases = cases;
        this.examinations = examinations;
        this.signatures = signatures;
        this.decisions = decisions;
        this.opinions = opinions;
        this.doubts = doubts;
        this.documents = documents;
        this.offices = offices;
    }

    /// @param references of the dossiers that were chosen on the list
    @GetMapping(AT)
    View review(
            @RequestParam(name = "dossier", defaultValue = "") List<String> references,
            @AuthenticationPrincipal Account account) {
        Set<String> all = new HashSet<>(references);
        return references.isEmpty()
                ? show(references, all, "chosen", account)
                : show(references, all, "", account);
    }

    /// @param asked reference and hashes of each that is to be signed
    /// @param confirmed whether the signatory says that he read them
    @PostMapping(AT)
    View sign(
            @RequestParam(name = "decision", defaultValue = "") List<String> asked,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @AuthenticationPrincipal Account account) {
        List<Confirmed> signed = asked.stream().distinct().map(SeveralPages::read).toList();
        List<String> references = signed.stream().map(Confirmed::reference).toList();
        if (signed.isEmpty() || signed.size() > Signature.MOST) {
            return show(List.of(), Set.of(), "chosen", account);
        }
        return confirmed
                ? pages.page(
                        "site/caseworker/signed-several",
                        Map.of("signatures", signatures.sign(signed, account)))
                : show(references, new HashSet<>(references), "confirmed", account);
    }

    private static Confirmed read(String typed) {
        String[] parts = typed.split(" ", 2);
        return new Confirmed(parts[0], parts.length > 1 ? parts[1] : "");
    }

    /// @param wrong the field that is to be mended; empty when none is
    private View show(List<String> references, Set<String> chosen, String wrong, Account account) {
        Map<String, Office> known = new HashMap<>();
        List<SeveralView.Case> read =
                references.stream()
                        .distinct()
                        .limit(Signature.MOST)
                        .map(reference -> read(reference, account, known))
                        .toList();
        return pages.page(
                "site/caseworker/review-several",
                Map.of(
                        "several",
                        new SeveralView(
                                read,
                                documents.find(
                                        read.stream()
                                                .flatMap(
                                                        one ->
                                                                Optional.ofNullable(one.read())
                                                                        .stream())
                                                .flatMap(review -> review.pages().stream())
                                                .map(Review.Page::document)
                                                .toList()),
                                chosen),
                        "wrong",
                        wrong),
                wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// @param known offices that were read for those before
    private SeveralView.Case read(String reference, Account account, Map<String, Office> known) {
        Seen seen = cases.byOffice(reference, account);
        if (!seen.may(Act.SIGN)) {
            return SeveralView.Case.barred(seen, Why.NOT_ALLOWED);
        }
        Office office =
                known.computeIfAbsent(
                        seen.dossier().office().orElseThrow(),
                        id -> offices.office(id).orElseThrow());
        Review review = examinations.review(seen, office, account);
        return review.barred().isPresent()
                ? SeveralView.Case.barred(seen, review.barred().get())
                : new SeveralView.Case(
                        seen,
                        null,
                        review,
                        ReviewView.of(seen, office, decisions),
                        opinions.asked(seen.dossier().id()),
                        doubts.of(seen).stream().filter(Doubt::open).count());
    }
}
