package fr.gouv.workinfrance.site.consultee;

import fr.gouv.workinfrance.access.Challenge;
import fr.gouv.workinfrance.access.PassSession;
import fr.gouv.workinfrance.access.Passage;
import fr.gouv.workinfrance.access.Passes;
import fr.gouv.workinfrance.opinion.Answering;
import fr.gouv.workinfrance.opinion.Answering.Wrong;
import fr.gouv.workinfrance.opinion.Guests;
import fr.gouv.workinfrance.opinion.Opened;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenPapers;
import fr.gouv.workinfrance.site.SeenPapers.Reader;
import fr.gouv.workinfrance.site.SitePages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a service answers by a one-off link. Without the code, the link tells nothing, and one that
/// was used, revoked, or is too old is told apart by nothing from one that never was.
@Controller
class GuestPages {

    private static final String AT = "/avis/lien/{token}";

    private final SitePages pages;
    private final Guests guests;
    private final Passes passes;
    private final PassSession session;
    private final SeenItems opinions;
    private final SeenPapers papers;

    GuestPages(
            SitePages pages,
            Guests guests,
            Passes passes,
            PassSession session,
            SeenItems opinions,
            SeenPapers papers) {
        this.pages = pages;
        this.guests = guests;
        this.passes = passes;
        this.session = session;
        this.opinions = opinions;
        this.papers = papers;
    }

    @GetMapping(AT)
    View item(@PathVariable String token, HttpServletRequest request) {
        Optional<Opened> opened = guests.open(token, session.key(request));
        if (opened.isPresent()) {
            return show(opened.get(), token, OpinionForm.BLANK);
        }
        return guests.opens(token) ? code(token, false, "", HttpStatus.OK) : dead();
    }

    @PostMapping(AT + "/code")
    View challenge(@PathVariable String token, HttpServletRequest request) {
        if (!guests.opens(token)) {
            return dead();
        }
        Challenge challenge = passes.challenge(token, request.getRemoteAddr()).orElse(null);
        return switch (challenge) {
            case null -> dead();
            case Challenge.Mailed _ -> code(token, true, "", HttpStatus.OK);
            case Challenge.TooMany _ ->
                    code(token, false, "site.sign-in.too-many", HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    @PostMapping(AT + "/entree")
    View enter(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String code,
            HttpServletResponse response) {
        if (!guests.opens(token)) {
            return dead();
        }
        return switch (passes.enter(token, code)) {
            case Passage.Entered entered -> {
                session.keep(response, entered);
                yield pages.to("/avis/lien/" + token);
            }
            case Passage.Wrong _ ->
                    code(token, true, "site.sign-in.code.wrong", HttpStatus.UNPROCESSABLE_CONTENT);
            case Passage.Expired _ ->
                    code(token, false, "site.sign-in.expired", HttpStatus.UNPROCESSABLE_CONTENT);
            case Passage.Gone _ -> dead();
        };
    }

    @PostMapping(AT + "/reponse")
    View answer(
            @PathVariable String token,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "documents", required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String key = session.key(request);
        Opened opened = guests.reading(token, key).orElse(null);
        if (opened == null) {
            return dead();
        }
        OpinionForm form = OpinionForm.of(typed, opened.inquiry());
        SeenItems.Sent sent =
                opinions.send(
                        opened,
                        form,
                        files,
                        unsigned(form),
                        Guests.actor(opened.consultation()),
                        reply ->
                                guests.answer(token, key, reply, form.author())
                                        .orElseThrow(NotFound::new));
        return switch (sent.answering()) {
            case Answering.Kept kept -> {
                session.forget(response);
                yield pages.page("site/consultee/thanks", Map.of("asked", kept.consultation()));
            }
            case Answering.Faulty _ -> show(opened, token, sent.form());
            case Answering.Gone gone ->
                    pages.page(
                            "site/consultee/gone",
                            Map.of(
                                    "view",
                                    view(
                                            guests.reading(token, key).orElse(opened),
                                            token,
                                            sent.form())),
                            HttpStatus.CONFLICT);
        };
    }

    private static Map<String, Wrong> unsigned(OpinionForm form) {
        String author = form.author().strip();
        return author.isEmpty() || author.length() > OpinionForm.LONGEST_AUTHOR
                ? Map.of("author", new Wrong("site.consultee.author.wrong", List.of()))
                : Map.of();
    }

    // ---- documents

    @GetMapping(AT + "/documents/{name}")
    View document(
            @PathVariable String token, @PathVariable String name, HttpServletRequest request) {
        Opened opened = reading(token, request);
        return papers.file(ItemPages.seen(opened), name, at(token), reader(opened));
    }

    @GetMapping(AT + "/documents/{name}/lecture")
    View reading(
            @PathVariable String token,
            @PathVariable String name,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String zoom,
            HttpServletRequest request) {
        Opened opened = reading(token, request);
        return papers.reading(
                ItemPages.seen(opened), name, page, !zoom.isEmpty(), at(token), at(token));
    }

    @GetMapping(AT + "/documents/{name}/{page}")
    ResponseEntity<byte[]> sheet(
            @PathVariable String token,
            @PathVariable String name,
            @PathVariable int page,
            @RequestParam(name = "largeur", defaultValue = "1400") int width,
            HttpServletRequest request) {
        Opened opened = reading(token, request);
        return papers.sheet(ItemPages.seen(opened), name, page, width, reader(opened));
    }

    /// Only the service is known of who came by a link.
    private static Reader reader(Opened opened) {
        return new Reader(Guests.actor(opened.consultation()), "", opened.office().name());
    }

    private Opened reading(String token, HttpServletRequest request) {
        return guests.reading(token, session.key(request)).orElseThrow(NotFound::new);
    }

    private static String at(String token) {
        return "/avis/lien/" + token;
    }

    private View show(Opened opened, String token, OpinionForm form) {
        return pages.page(
                "site/consultee/item",
                Map.of("view", view(opened, token, form)),
                form.wrong().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ItemView view(Opened opened, String token, OpinionForm form) {
        return opinions.view(opened, at(token), null, form, MoreForm.BLANK);
    }

    /// @param sent whether a code is on its way
    private View code(String token, boolean sent, String wrong, HttpStatus status) {
        return pages.page(
                "site/consultee/code",
                Map.of("at", at(token), "sent", sent, "wrong", wrong),
                status);
    }

    private View dead() {
        return pages.page(
                "site/visitor/error",
                Map.of("status", 404, "why", "site.consultee.link.gone"),
                HttpStatus.NOT_FOUND);
    }
}
