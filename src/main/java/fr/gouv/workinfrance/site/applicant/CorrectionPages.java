package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Change;
import fr.gouv.workinfrance.dossier.Corrections;
import fr.gouv.workinfrance.dossier.Mending;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Sending;
import fr.gouv.workinfrance.dossier.correction.CorrectionLine;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.procedure.Gap;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.site.AskedView;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What is mended in a deposited request, asked or not: what is expected, what was changed, and the
/// one step that sends it.
@Controller
class CorrectionPages {

    private static final String AT = "/dossiers/{reference}/corrections";

    private final SitePages pages;
    private final SeenDossiers requests;
    private final Corrections corrections;
    private final Procedures procedures;
    private final Documents documents;

    CorrectionPages(
            SitePages pages,
            SeenDossiers requests,
            Corrections corrections,
            Procedures procedures,
            Documents documents) {
        this.pages = pages;
        this.requests = requests;
        this.corrections = corrections;
        this.procedures = procedures;
        this.documents = documents;
    }

    @GetMapping(AT)
    View mending(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        return show(mended(reference, account), Set.of(), List.of(), false, "", HttpStatus.OK);
    }

    @PostMapping(AT)
    View send(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        return switch (corrections.send(seen.dossier().id(), account)) {
            case Sending.Sent _ -> pages.to("/dossiers/" + seen.dossier().reference() + "?envoye");
            case Sending.Unanswered(List<CorrectionLine> lines) ->
                    wrong(
                            seen,
                            lines.stream().map(CorrectionLine::subject).collect(Collectors.toSet()),
                            List.of());
            case Sending.Broken(List<Gap> gaps) -> wrong(seen, Set.of(), gaps);
            case Sending.Unchanged _ ->
                    show(seen, Set.of(), List.of(), true, "", HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /// Says why something that was asked is left as it is.
    @PostMapping(AT + "/explication")
    View explain(
            @PathVariable String reference,
            @RequestParam String subject,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        Subject about = subject(subject);
        if (words.isBlank() && corrections.mending(seen).said(about).isEmpty()) {
            return show(
                    seen,
                    Set.of(),
                    List.of(),
                    false,
                    about.toString(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        corrections.explain(seen.dossier().id(), about, words, account);
        return back(seen);
    }

    @GetMapping(AT + "/abandon")
    View givingUp(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        return pages.page("site/applicant/give-up", Map.of("seen", mended(reference, account)));
    }

    @PostMapping(AT + "/abandon")
    View giveUp(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        corrections.giveUp(seen.dossier().id(), account);
        return back(seen);
    }

    private static Subject subject(String written) {
        try {
            return Subject.parse(written);
        } catch (IllegalArgumentException _) {
            throw new NotFound();
        }
    }

    private Seen mended(String reference, Account account) {
        Seen seen = requests.byParty(reference, account);
        if (!seen.may(Act.MEND)) {
            throw new NotFound();
        }
        return seen;
    }

    private View back(Seen seen) {
        return pages.to("/dossiers/" + seen.dossier().reference() + "/corrections");
    }

    private View wrong(Seen seen, Set<Subject> unanswered, List<Gap> broken) {
        return show(seen, unanswered, broken, false, "", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View show(
            Seen seen,
            Set<Subject> unanswered,
            List<Gap> broken,
            boolean unchanged,
            String silent,
            HttpStatus status) {
        Mending mending = corrections.mending(seen);
        Map<String, Object> model = new HashMap<>();
        model.put("seen", seen);
        model.put("mending", mending);
        model.put("asked", new AskedView(seen, procedures.faults()));
        model.put("files", files(mending));
        model.put("unanswered", unanswered);
        model.put("broken", broken.stream().filter(seen::sees).toList());
        model.put("hidden", !broken.isEmpty() && broken.stream().noneMatch(seen::sees));
        model.put("unchanged", unchanged);
        model.put("silent", silent);
        return pages.page("site/applicant/corrections", model, status);
    }

    /// The documents that were taken out or put in.
    private Map<DocumentId, StoredDocument> files(Mending mending) {
        return documents.find(mending.changes().stream().flatMap(Change::documents).toList());
    }
}
