package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Asked;
import fr.gouv.workinfrance.dossier.Corrections;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.correction.Correction;
import fr.gouv.workinfrance.dossier.correction.Correction.CorrectionAnswer;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.site.AskedView;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Asking the parties to mend their request: line by line, as one message. While they have yet to
/// answer one, it is shown instead.
@Controller
class AskingPages {

    private static final String AT = "/instruction/dossiers/{reference}/corrections";

    private final SitePages pages;
    private final SeenDossiers cases;
    private final Corrections corrections;
    private final Procedures procedures;
    private final Documents documents;
    private final Accounts accounts;

    AskingPages(
            SitePages pages,
            SeenDossiers cases,
            Corrections corrections,
            Procedures procedures,
            Documents documents,
            Accounts accounts) {
        this.pages = pages;
        this.cases = cases;
        this.corrections = corrections;
        this.procedures = procedures;
        this.documents = documents;
        this.accounts = accounts;
    }

    @GetMapping(AT)
    View form(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        Dossier dossier = seen.dossier();
        if (seen.waits(Act.ASK)) {
            return pending(seen, dossier.pendingCorrection().orElseThrow());
        }
        return seen.may(Act.ASK)
                ? show(
                        seen,
                        AskingForm.blank(corrections.proposed(dossier)),
                        List.of(),
                        HttpStatus.OK)
                : pages.to(at(dossier));
    }

    @PostMapping(AT)
    View ask(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        if (seen.waits(Act.ASK)) {
            return pages.to(at(seen.dossier()) + "/corrections"); // sent already, here or elsewhere
        }
        AskingForm form =
                new AskingForm(
                        typed.getOrDefault("ask", List.of()).stream()
                                .map(subject -> known(seen, subject))
                                .distinct()
                                .toList(),
                        typed.toSingleValueMap());
        return switch (corrections.ask(seen.dossier().id(), form.asking(), account)) {
            case Asked.Faulty(List<Asked.Fault> faults) ->
                    show(seen, form, faults, HttpStatus.UNPROCESSABLE_CONTENT);
            case Asked.Sent(Dossier asked) -> pages.to(Done.ASKED.at(at(asked)));
        };
    }

    /// What the form names, which the version knows.
    private static Subject known(Seen seen, String written) {
        Subject subject;
        try {
            subject = Subject.parse(written);
        } catch (IllegalArgumentException _) {
            throw new NotFound();
        }
        boolean known =
                switch (subject.kind()) {
                    case FIELD -> seen.version().field(subject.id()).isPresent();
                    case PIECE -> seen.version().piece(subject.id()).isPresent();
                };
        if (!known) {
            throw new NotFound();
        }
        return subject;
    }

    private static String at(Dossier dossier) {
        return "/instruction/dossiers/" + dossier.reference();
    }

    private View show(Seen seen, AskingForm form, List<Asked.Fault> faults, HttpStatus status) {
        Dossier dossier = seen.dossier();
        return pages.page(
                "site/caseworker/asking",
                Map.of(
                        "view",
                        new AskingView(
                                seen,
                                form,
                                faults,
                                procedures.faults(),
                                corrections.required(dossier),
                                documents.find(dossier.attachments().documents()))),
                status);
    }

    private static List<UUID> people(Correction asked) {
        return Stream.concat(
                        Stream.of(asked.by()),
                        asked.sent().values().stream().map(CorrectionAnswer::by))
                .toList();
    }

    private View pending(Seen seen, Correction asked) {
        return pages.page(
                "site/caseworker/asked",
                Map.of(
                        "view",
                        new CorrectionsView(
                                new AskedView(seen, procedures.faults()),
                                List.of(),
                                Map.of(),
                                accounts.named(people(asked)))));
    }
}
