package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Answering;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Given;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Section;
import fr.gouv.workinfrance.reference.online.RegisterAnswer;
import fr.gouv.workinfrance.site.AskedView;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A request being filled: one section a page, each answer kept as it is left.
@Controller
class FormPages {

    /// The buttons that ask the register, and that prefer its answer to one's own.
    private static final String FIND = "trouver";

    private static final String SEARCH = "chercher";
    private static final String TAKE = "reprendre";

    private final SitePages pages;
    private final SeenDossiers requests;
    private final Drafts drafts;
    private final Dossiers dossiers;
    private final RegisterForm register;
    private final Procedures procedures;
    private final MessageSource words;

    FormPages(
            SitePages pages,
            SeenDossiers requests,
            Drafts drafts,
            Dossiers dossiers,
            RegisterForm register,
            Procedures procedures,
            MessageSource words) {
        this.pages = pages;
        this.requests = requests;
        this.drafts = drafts;
        this.dossiers = dossiers;
        this.register = register;
        this.procedures = procedures;
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
        Section asked = asked(seen, section);
        return form(seen, asked, List.of(), added, register(seen, asked), HttpStatus.OK, locale);
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
        for (Field field : asked.fields().stream().filter(seen::changes).toList()) {
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
        Optional<Field> looked = RegisterForm.asking(asked);
        if (newer.isEmpty() && looked.isPresent() && request.getParameter(SEARCH) != null) {
            return pages.to(
                    "/dossiers/" + seen.dossier().reference() + "/registre/" + looked.get().id());
        }
        if (newer.isEmpty() && looked.isPresent() && finds(request)) {
            return found(after, asked, looked.get(), account, request, locale);
        }
        if (newer.isEmpty()
                && outcomes.values().stream().noneMatch(Answering.Wrong.class::isInstance)) {
            String page =
                    unseen(after, asked, request)
                            .map(field -> "/formulaire/" + section + "#" + field.id())
                            .orElseGet(() -> next(after, asked));
            return pages.to("/dossiers/" + seen.dossier().reference() + page);
        }
        return form(
                after,
                asked,
                newer,
                "",
                register(after, asked),
                HttpStatus.UNPROCESSABLE_CONTENT,
                locale);
    }

    private static boolean finds(HttpServletRequest request) {
        return request.getParameter(FIND) != null || request.getParameter(TAKE) != null;
    }

    /// The page again, with what the register says in it.
    private View found(
            Seen seen,
            Section asked,
            Field looked,
            Account account,
            HttpServletRequest request,
            Locale locale) {
        String chosen = request.getParameter(TAKE);
        RegisterAnswer answer =
                register.find(
                        seen, looked, chosen == null ? Set.of() : Set.of(chosen), account, locale);
        if (answer instanceof RegisterAnswer.Found) {
            return pages.to(
                    "/dossiers/"
                            + seen.dossier().reference()
                            + "/formulaire/"
                            + asked.id()
                            + "#"
                            + looked.id());
        }
        return form(
                seen,
                asked,
                List.of(),
                "",
                Optional.of(register.view(seen, looked, answer)),
                HttpStatus.OK,
                locale);
    }

    private Optional<RegisterView> register(Seen seen, Section section) {
        return RegisterForm.asking(section).map(field -> register.known(seen, field));
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
        Answering outcome =
                drafts.answer(
                                seen.dossier().id(),
                                List.of(new Given(field, typed, revision)),
                                account,
                                locale)
                        .values()
                        .iterator()
                        .next();
        return switch (outcome) {
            case Answering.Saved(int kept) ->
                    advised(
                            saved(kept, seen, field, typed, locale),
                            requests.byParty(reference, account),
                            field,
                            locale);
            case Answering.Wrong(int kept, String key, List<Object> args) ->
                    told(kept, true, key, locale, args.toArray());
            case Answering.Newer(var answer) ->
                    told(
                            answer.revision(),
                            true,
                            "site.form.newer.theirs",
                            locale,
                            AskedView.read(seen, field, answer.typed(), locale));
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

    /// What was told, with what the answers of that page now call for: advice beside each question,
    /// and what need no longer be asked.
    private Map<String, Object> advised(
            Map<String, Object> told, Seen after, String field, Locale locale) {
        Map<String, Object> all = new HashMap<>(told);
        after.version()
                .field(field)
                .flatMap(asked -> after.version().section(asked.section()))
                .ifPresent(
                        section -> {
                            all.put("advice", advice(after, section, locale));
                            all.put("deduced", deduced(after, section, locale));
                        });
        return all;
    }

    /// What the answers of a page break, by question; not what says something of answers that this
    /// person does not see.
    private Map<String, List<String>> advice(Seen seen, Section section, Locale locale) {
        return dossiers.broken(seen.dossier()).stream()
                .filter(gap -> section.id().equals(gap.section()) && seen.sees(gap))
                .collect(
                        Collectors.groupingBy(
                                gap -> Objects.toString(gap.field(), ""),
                                Collectors.mapping(
                                        gap -> gap.args().getFirst().in(locale),
                                        Collectors.toList())));
    }

    /// What other answers of the page say, and is not asked.
    private static Map<String, String> deduced(Seen seen, Section section, Locale locale) {
        Map<String, Object> counted = seen.version().counted(seen.dossier().values());
        Map<String, String> deduced = new HashMap<>();
        for (Field field : section.fields()) {
            field.deduced(counted)
                    .ifPresent(said -> deduced.put(field.id(), field.display(said, locale)));
        }
        return deduced;
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
            Optional<RegisterView> register,
            HttpStatus status,
            Locale locale) {
        Map<String, Object> model = new HashMap<>();
        model.put("seen", seen);
        model.put("section", section);
        model.put("asked", new AskedView(seen, procedures.faults()));
        model.put(
                "fields",
                seen.version().visibleFields(section, seen.dossier().values()).stream()
                        .filter(seen::changes)
                        .map(field -> FieldView.of(field, seen.dossier(), words, locale))
                        .toList());
        model.put("newer", newer);
        model.put("added", added);
        model.put("advice", advice(seen, section, locale));
        model.put("deduced", deduced(seen, section, locale));
        register.ifPresent(said -> model.put("register", said));
        return pages.page("site/applicant/section", model, status);
    }

    private static Section asked(Seen seen, String id) {
        return seen.version()
                .section(id)
                .filter(section -> section.fields().stream().anyMatch(seen::changes))
                .orElseThrow(NotFound::new);
    }

    /// The first question of the page that these answers have brought about.
    private static Optional<Field> unseen(Seen after, Section asked, HttpServletRequest request) {
        return after.version().visibleFields(asked, after.dossier().values()).stream()
                .filter(after::changes)
                .filter(field -> request.getParameter(field.id() + ".revision") == null)
                .findFirst();
    }

    /// The section after this one that this person fills. After the last, one that answers have
    /// brought about above and that he went past before it was there; then the documents.
    private static String next(Seen seen, Section done) {
        if (seen.may(Act.MEND)) {
            return "/corrections";
        }
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
