package fr.gouv.workinfrance.demo;

import fr.gouv.workinfrance.access.SignInSession;
import fr.gouv.workinfrance.demo.DemoAccounts.Person;
import fr.gouv.workinfrance.demo.mailbox.Mailbox;
import fr.gouv.workinfrance.demo.past.Stories;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SitePages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Trying the service: one click per role, and every message it would have sent.
@Controller
@Profile("demo")
class DemoPages {

    private static final int SHOWN = 50;

    private final SitePages pages;
    private final DemoAccounts accounts;
    private final Stories stories;
    private final Mailbox mailbox;
    private final SignInSession session;

    DemoPages(
            SitePages pages,
            DemoAccounts accounts,
            Stories stories,
            Mailbox mailbox,
            SignInSession session) {
        this.pages = pages;
        this.accounts = accounts;
        this.stories = stories;
        this.mailbox = mailbox;
        this.session = session;
    }

    @GetMapping("/demo")
    View people() {
        return pages.page(
                "demo/people",
                Map.of(
                        "people", shown(DemoAccounts.PEOPLE),
                        "colleagues", shown(DemoAccounts.COLLEAGUES),
                        "progress", stories.progress(),
                        "samples", stories.samples()));
    }

    @PostMapping("/demo/{id}")
    View signIn(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Person person = accounts.person(id).orElseThrow(NotFound::new);
        session.open(request, response, accounts.account(person));
        RedirectView home = new RedirectView(person.home(), true);
        home.setStatusCode(HttpStatus.SEE_OTHER);
        return home;
    }

    /// @param to the only recipient whose messages are wanted; empty for everybody's
    @GetMapping("/demo/courriels")
    View mailbox(@RequestParam(name = "destinataire", defaultValue = "") String to) {
        return pages.page(
                "demo/mailbox",
                Map.of(
                        "messages",
                        mailbox.last(to.isBlank() ? null : to, SHOWN),
                        "recipients",
                        mailbox.recipients(),
                        "to",
                        to,
                        "most",
                        SHOWN));
    }

    /// A file that came with a message: handed out, never shown in the page.
    @GetMapping("/demo/courriels/fichiers/{id}")
    ResponseEntity<byte[]> enclosure(@PathVariable long id) {
        Mailbox.Opened opened = mailbox.open(id).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(opened.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(opened.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(opened.content());
    }

    private static List<PersonView> shown(List<Person> people) {
        return people.stream()
                .map(each -> new PersonView(each.id(), each.givenName() + " " + each.surname()))
                .toList();
    }
}
