package fr.gouv.workinfrance.site.consultee;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.opinion.Answering;
import fr.gouv.workinfrance.opinion.Answering.Wrong;
import fr.gouv.workinfrance.opinion.Ask;
import fr.gouv.workinfrance.opinion.Consulting;
import fr.gouv.workinfrance.opinion.Inboxes;
import fr.gouv.workinfrance.opinion.Opened;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.site.DocumentView;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenPapers;
import fr.gouv.workinfrance.site.SeenPapers.Reader;
import fr.gouv.workinfrance.site.SitePages;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// What a service is asked about one dossier: read, taken, passed on, and answered.
@Controller
class ItemPages {

    private static final String AT = "/avis/{id}";

    private final SitePages pages;
    private final Inboxes inboxes;
    private final SeenItems opinions;
    private final SeenPapers papers;
    private final Documents documents;

    ItemPages(
            SitePages pages,
            Inboxes inboxes,
            SeenItems opinions,
            SeenPapers papers,
            Documents documents) {
        this.pages = pages;
        this.inboxes = inboxes;
        this.opinions = opinions;
        this.papers = papers;
        this.documents = documents;
    }

    @GetMapping(AT)
    View item(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        Opened opened = inboxes.open(id, account).orElseThrow(NotFound::new);
        return show(opened, account, OpinionForm.BLANK, MoreForm.BLANK, HttpStatus.OK);
    }

    @PostMapping(AT + "/reponse")
    View answer(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "documents", required = false) @Nullable List<MultipartFile> files,
            @AuthenticationPrincipal Account account)
            throws IOException {
        Opened opened = reading(id, account);
        SeenItems.Sent sent =
                opinions.send(
                        opened,
                        OpinionForm.of(typed, opened.inquiry()),
                        files,
                        Map.of(),
                        account.actor(),
                        reply -> inboxes.answer(id, reply, account));
        return switch (sent.answering()) {
            case Answering.Kept _ -> pages.to(at(id));
            case Answering.Faulty _ ->
                    show(
                            opened,
                            account,
                            sent.form(),
                            MoreForm.BLANK,
                            HttpStatus.UNPROCESSABLE_CONTENT);
            case Answering.Gone _ -> gone(id, account, sent.form(), MoreForm.BLANK);
        };
    }

    /// @param member who sees to it from now on; empty to put it back for all
    @PostMapping(AT + "/charge")
    View take(
            @PathVariable UUID id,
            @RequestParam(name = "membre", defaultValue = "") String member,
            @AuthenticationPrincipal Account account) {
        Opened opened = reading(id, account);
        UUID taker =
                member.isEmpty()
                        ? null
                        : inboxes.members(opened.office()).stream()
                                .map(Account::id)
                                .filter(one -> one.toString().equals(member))
                                .findFirst()
                                .orElseThrow(NotFound::new);
        if (!opened.consultation().open()) {
            return gone(id, account, OpinionForm.BLANK, MoreForm.BLANK);
        }
        inboxes.take(id, taker, account);
        return pages.to(at(id));
    }

    @PostMapping(AT + "/delai")
    View extend(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Account account) {
        Opened opened = reading(id, account);
        return switch (inboxes.extend(id, day(until), reason, account)) {
            case Answering.Kept _ -> pages.to(at(id));
            case Answering.Faulty(Map<String, Wrong> wrong) ->
                    show(
                            opened,
                            account,
                            OpinionForm.BLANK,
                            MoreForm.time(until, reason, wrong),
                            HttpStatus.UNPROCESSABLE_CONTENT);
            case Answering.Gone _ ->
                    gone(id, account, OpinionForm.BLANK, MoreForm.time(until, reason, Map.of()));
        };
    }

    /// A day as people write it; absent when it is none.
    static @Nullable LocalDate day(String typed) {
        return new FieldType.Day().parse(typed, Locale.FRENCH) instanceof Parsed.Value(var day, _)
                ? LocalDate.parse(day.toString())
                : null;
    }

    /// @param inquiry as `body/inquiry`
    @PostMapping(AT + "/consultation")
    View ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String inquiry,
            @RequestParam(defaultValue = "") String question,
            @AuthenticationPrincipal Account account) {
        Opened opened = reading(id, account);
        String[] parts = inquiry.split("/", 2);
        Consulting consulting =
                inboxes.delegate(
                        id,
                        new Ask(parts[0], parts.length == 2 ? parts[1] : "", null, question, null),
                        account);
        return switch (consulting) {
            case Consulting.Asked _ -> pages.to(at(id));
            case Consulting.Faulty faulty ->
                    opened.consultation().pending()
                            ? show(
                                    opened,
                                    account,
                                    OpinionForm.BLANK,
                                    MoreForm.asking(inquiry, question, wrong(faulty)),
                                    HttpStatus.UNPROCESSABLE_CONTENT)
                            : gone(
                                    id,
                                    account,
                                    OpinionForm.BLANK,
                                    MoreForm.asking(inquiry, question, Map.of()));
        };
    }

    private static Map<String, Wrong> wrong(Consulting.Faulty faulty) {
        Consulting.Fault fault = faulty.faults().stream().sorted().findFirst().orElseThrow();
        return Map.of(
                fault == Consulting.Fault.TOO_LONG ? "question" : "inquiry",
                new Wrong("site.consultee.ask.wrong." + fault, List.of()));
    }

    // ---- documents

    @GetMapping(AT + "/documents/{name}")
    View document(
            @PathVariable UUID id,
            @PathVariable String name,
            @AuthenticationPrincipal Account account) {
        Opened opened = reading(id, account);
        return papers.file(seen(opened), name, at(id), reader(opened, account));
    }

    @GetMapping(AT + "/documents/{name}/lecture")
    View reading(
            @PathVariable UUID id,
            @PathVariable String name,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String zoom,
            @AuthenticationPrincipal Account account) {
        Opened opened = reading(id, account);
        return papers.reading(seen(opened), name, page, !zoom.isEmpty(), at(id), at(id));
    }

    @GetMapping(AT + "/documents/{name}/{page}")
    ResponseEntity<byte[]> sheet(
            @PathVariable UUID id,
            @PathVariable String name,
            @PathVariable int page,
            @RequestParam(name = "largeur", defaultValue = "1400") int width,
            @AuthenticationPrincipal Account account) {
        Opened opened = reading(id, account);
        return papers.sheet(seen(opened), name, page, width, reader(opened, account));
    }

    /// A document that came with the opinion, for the service that gave it.
    @GetMapping(AT + "/pieces/{name}")
    View enclosed(
            @PathVariable UUID id,
            @PathVariable String name,
            @AuthenticationPrincipal Account account) {
        Opened opened = reading(id, account);
        return opinions.enclosed(opened.consultation(), name)
                .map(
                        document ->
                                DocumentView.of(
                                        documents,
                                        document,
                                        account.actor(),
                                        opened.consultation().dossier().subject()))
                .orElseThrow(NotFound::new);
    }

    private static Reader reader(Opened opened, Account account) {
        return new Reader(account.actor(), account.displayName(), opened.office().name());
    }

    /// What its purpose lets it see, as long as it has something to answer.
    static Seen seen(Opened opened) {
        Seen seen = opened.seen();
        if (seen == null) {
            throw new NotFound();
        }
        return seen;
    }

    private Opened reading(UUID id, Account account) {
        return inboxes.reading(id, account).orElseThrow(NotFound::new);
    }

    private static String at(UUID id) {
        return "/avis/" + id;
    }

    private View show(
            Opened opened, Account account, OpinionForm form, MoreForm more, HttpStatus status) {
        String at = at(opened.consultation().id());
        return pages.page(
                "site/consultee/item",
                Map.of("view", opinions.view(opened, at, account, form, more)),
                status);
    }

    /// Too late: what happened is told, and what was typed is not lost.
    private View gone(UUID id, Account account, OpinionForm form, MoreForm more) {
        Opened opened = reading(id, account);
        return pages.page(
                "site/consultee/gone",
                Map.of("view", opinions.view(opened, at(id), account, form, more)),
                HttpStatus.CONFLICT);
    }
}
