package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.margin.Criteria;
import fr.gouv.workinfrance.examination.margin.Criteria.Said;
import fr.gouv.workinfrance.examination.margin.Doubts;
import fr.gouv.workinfrance.examination.margin.Judgement.Verdict;
import fr.gouv.workinfrance.examination.margin.Margins;
import fr.gouv.workinfrance.examination.margin.Note;
import fr.gouv.workinfrance.examination.margin.Notes;
import fr.gouv.workinfrance.examination.margin.Tick;
import fr.gouv.workinfrance.examination.worklist.Labels;
import fr.gouv.workinfrance.procedure.Statement;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SitePages;
import fr.gouv.workinfrance.site.caseworker.SeenCases.Turned;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What an office writes in the margin of a dossier: the parties read none of it.
@Controller
class MarginPages {

    private static final String AT = "/instruction/dossiers/{reference}";

    private final SitePages pages;
    private final SeenDossiers cases;
    private final SeenCases shown;
    private final Margins margins;
    private final Doubts doubts;
    private final Notes notes;
    private final Labels labels;
    private final Criteria criteria;
    private final Accounts accounts;
    private final MessageSource words;

    MarginPages(
            SitePages pages,
            SeenDossiers cases,
            SeenCases shown,
            Margins margins,
            Doubts doubts,
            Notes notes,
            Labels labels,
            Criteria criteria,
            Accounts accounts,
            MessageSource words) {
        this.pages = pages;
        this.cases = cases;
        this.shown = shown;
        this.margins = margins;
        this.doubts = doubts;
        this.notes = notes;
        this.labels = labels;
        this.criteria = criteria;
        this.accounts = accounts;
        this.words = words;
    }

    /// @param doubt its key
    /// @param state that it was in on the page
    @PostMapping(AT + "/doutes")
    View tick(
            @PathVariable String reference,
            @RequestParam(name = "doute") String doubt,
            @RequestParam(name = "etat", defaultValue = "") String state,
            @RequestParam(name = "motif", defaultValue = "") String reason,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        if (unfit(reason, Tick.LONGEST)) {
            return wrong(seen, account, new MarginForm("reason", doubt, reason));
        }
        doubts.tick(seen.dossier().id(), doubt, state, reason, account);
        return to(seen, "doutes");
    }

    @PostMapping(AT + "/doutes/reprise")
    View takeBack(
            @PathVariable String reference,
            @RequestParam(name = "doute") String doubt,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        doubts.takeBack(seen.dossier().id(), doubt, account);
        return to(seen, "doutes");
    }

    @PostMapping(AT + "/notes")
    View write(
            @PathVariable String reference,
            @RequestParam(name = "note", defaultValue = "") String words,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        if (unfit(words, Note.LONGEST)) {
            return wrong(seen, account, new MarginForm("note", "", words));
        }
        notes.write(seen.dossier().id(), words, account);
        return to(seen, "notes");
    }

    @PostMapping(AT + "/notes/{id}/suppression")
    View tear(
            @PathVariable String reference,
            @PathVariable UUID id,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        notes.tear(seen.dossier().id(), id, account);
        return to(seen, "notes");
    }

    @PostMapping(AT + "/libelles")
    View label(
            @PathVariable String reference,
            @RequestParam(name = "libelle", defaultValue = "") String label,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        if (unfit(label, Labels.LONGEST)) {
            return wrong(seen, account, new MarginForm("label", "", label));
        }
        labels.put(seen.dossier().id(), label, account);
        return to(seen, "libelles");
    }

    @PostMapping(AT + "/libelles/retrait")
    View unlabel(
            @PathVariable String reference,
            @RequestParam(name = "libelle", defaultValue = "") String label,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        labels.takeOff(seen.dossier().id(), label, account);
        return to(seen, "libelles");
    }

    /// @param typed `critere.` and the criterion, with its verdict; `mot.` and the criterion, with
    ///   why
    @PostMapping(AT + "/criteres")
    View judge(
            @PathVariable String reference,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        Map<String, Said> said = new HashMap<>();
        for (Statement criterion : criteria.of(seen.dossier())) {
            String verdict = typed.get("critere." + criterion.id());
            if (verdict != null) {
                String words = typed.getOrDefault("mot." + criterion.id(), "");
                said.put(criterion.id(), new Said(verdict(verdict), words));
            }
        }
        if (said.values().stream().anyMatch(MarginView::tooLong)) {
            return wrong(seen, account, new MarginForm(said));
        }
        criteria.judge(seen.dossier().id(), said, account);
        return to(seen, "criteres");
    }

    private static @Nullable Verdict verdict(String typed) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    /// The page of the dossier is open still.
    ///
    /// @return who else has it open, in words; nothing when nobody has
    @PostMapping(AT + "/presence")
    @ResponseBody
    String stay(
            @PathVariable String reference,
            @AuthenticationPrincipal Account account,
            Locale locale) {
        Seen seen = cases.byOffice(reference, account);
        List<UUID> others = margins.stay(seen.dossier().id(), account);
        if (others.isEmpty()) {
            return "";
        }
        String names = MarginView.names(others, accounts.named(Set.copyOf(others)));
        return words.getMessage("site.desk.present", new Object[] {others.size(), names}, locale);
    }

    private static boolean unfit(String words, int longest) {
        return words.isBlank() || words.strip().length() > longest;
    }

    private View wrong(Seen seen, Account account, MarginForm form) {
        String reference = seen.dossier().reference().value();
        return shown.show(cases.wholeByOffice(reference, account), account, Turned.FIRST, form);
    }

    private View to(Seen seen, String part) {
        return pages.to("/instruction/dossiers/" + seen.dossier().reference() + "#" + part);
    }
}
