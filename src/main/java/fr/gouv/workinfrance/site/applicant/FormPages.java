package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Answering;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Given;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Section;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SitePages;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request being filled: one section a page, each answer kept as it is left.
@Controller
class FormPages {

    private final SitePages pages;
    private final SeenDossiers requests;
    private final Drafts drafts;
    private final MessageSource words;

    FormPages(SitePages pages, SeenDossiers requests, Drafts drafts, MessageSource words) {
        this.pages = pages;
        this.requests = requests;
        this.drafts = drafts;
        this.words = words;
    }

    @GetMapping("/dossiers/{reference}/formulaire/{section}")
    View section(
            @PathVariable String reference,
            @PathVariable String section,
            @RequestParam(name = RowsView.ADD, defaultValue = "") String added,
            @AuthenticationPrincipal Account account,
            Locale locale) {
        Seen seen = requests.byParty(reference, account);
        return form(seen, asked(seen, section), List.of(), added, HttpStatus.OK, locale);
    }

    @PostMapping("/dossiers/{reference}/formulaire/{section}")
    View keep(
            @PathVariable String reference,
            @PathVariable String section,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request,
            Locale locale) {
        Seen seen = requests.byParty(reference, account);
        Section asked = asked(seen, section);
        List<Given> given = new ArrayList<>();
        for (Field field : asked.fields()) {
            String typed = FieldView.typed(field, request);
            if (typed != null) {
                given.add(new Given(field.id(), typed, revision(request, field.id())));
            }
        }
        Map<String, Answering> outcomes =
                drafts.answer(seen.dossier().id(), given, account, locale);
        List<Given> newer =
                given.stream()
                        .filter(one -> outcomes.get(one.field()) instanceof Answering.Newer)
                        .toList();
        Seen after = requests.byParty(reference, account);
        String rows = rows(request);
        if (newer.isEmpty() && !rows.isEmpty()) {
            return pages.to(
                    "/dossiers/" + seen.dossier().reference() + "/formulaire/" + section + rows);
        }
        if (newer.isEmpty()
                && outcomes.values().stream().noneMatch(Answering.Wrong.class::isInstance)) {
            String page =
                    unseen(after, asked, request)
                            .map(field -> "/formulaire/" + section + "#" + field.id())
                            .orElseGet(() -> next(after, asked));
            return pages.to("/dossiers/" + seen.dossier().reference() + page);
        }
        return form(after, asked, newer, "", HttpStatus.UNPROCESSABLE_CONTENT, locale);
    }

    /// One answer, as its field is left.
    @PostMapping("/dossiers/{reference}/reponses")
    @ResponseBody
    Map<String, Object> answer(
            @PathVariable String reference,
            @RequestParam String field,
            @RequestParam String typed,
            @RequestParam int revision,
            @AuthenticationPrincipal Account account,
            Locale locale) {
        Seen seen = requests.byParty(reference, account);
        Dossier dossier = seen.dossier();
        Answering outcome =
                drafts.answer(
                                dossier.id(),
                                List.of(new Given(field, typed, revision)),
                                account,
                                locale)
                        .values()
                        .iterator()
                        .next();
        return switch (outcome) {
            case Answering.Saved(int kept) -> saved(kept, seen, field, typed, locale);
            case Answering.Wrong(int kept, String key, List<Object> args) ->
                    Map.of(
                            "revision",
                            kept,
                            "wrong",
                            true,
                            "message",
                            words.getMessage(key, args.toArray(), locale));
            case Answering.Newer(var answer) ->
                    told(
                            answer.revision(),
                            true,
                            "site.form.newer.theirs",
                            locale,
                            FieldView.read(seen, field, answer.typed(), locale));
        };
    }

    private Map<String, Object> saved(
            int kept, Seen seen, String field, String typed, Locale locale) {
        String understood =
                seen.version()
                        .field(field)
                        .map(asked -> FieldView.understood(asked, typed, locale))
                        .orElse("");
        return understood.isEmpty()
                ? told(kept, false, "site.form.saved", locale)
                : told(kept, false, "site.form.understood", locale, understood);
    }

    private Map<String, Object> told(
            int revision, boolean wrong, String key, Locale locale, Object... args) {
        return Map.of(
                "revision", revision,
                "wrong", wrong,
                "message", words.getMessage(key, args, locale));
    }

    /// Where the page is found again when the form was sent by the button that adds a row to a
    /// block, or takes one off; empty otherwise.
    private static String rows(HttpServletRequest request) {
        String added = request.getParameter(RowsView.ADD);
        String removed = request.getParameter(RowsView.REMOVE);
        if (added != null && added.matches("\\w+")) {
            return "?" + RowsView.ADD + "=" + added + "#" + added + "-new";
        }
        return removed != null && removed.matches("\\w+\\.\\d+")
                ? "#" + removed.replaceFirst("\\..*", "")
                : "";
    }

    private View form(
            Seen seen,
            Section section,
            List<Given> newer,
            String added,
            HttpStatus status,
            Locale locale) {
        List<FieldView> fields =
                seen.version().visibleFields(section, seen.dossier().values()).stream()
                        .map(field -> FieldView.of(field, seen.dossier(), words, locale))
                        .toList();
        return pages.page(
                "site/applicant/section",
                Map.of(
                        "seen", seen,
                        "section", section,
                        "fields", fields,
                        "newer", newer,
                        "added", added),
                status);
    }

    private static Section asked(Seen seen, String id) {
        return seen.version()
                .section(id)
                .filter(section -> seen.fills(section.part()))
                .orElseThrow(NotFound::new);
    }

    /// The first question of the page that these answers have brought about.
    private static Optional<Field> unseen(Seen after, Section asked, HttpServletRequest request) {
        return after.version().visibleFields(asked, after.dossier().values()).stream()
                .filter(field -> request.getParameter(field.id() + ".revision") == null)
                .findFirst();
    }

    /// The section after this one that this person fills. After the last, one that answers have
    /// brought about above and that he went past before it was there; then the documents.
    private static String next(Seen seen, Section done) {
        List<Section> mine = TaskView.sections(seen);
        int at = mine.indexOf(done);
        return at >= 0 && at + 1 < mine.size()
                ? "/formulaire/" + mine.get(at + 1).id()
                : mine.stream()
                        .filter(section -> section.visibleWhen() != null)
                        .filter(section -> !section.equals(done))
                        .filter(section -> !TaskView.begun(seen, section))
                        .findFirst()
                        .map(section -> "/formulaire/" + section.id())
                        .orElse("/pieces");
    }

    private static int revision(HttpServletRequest request, String field) {
        String revision = request.getParameter(field + ".revision");
        return revision != null && revision.matches("\\d{1,6}") ? Integer.parseInt(revision) : 0;
    }
}
