package fr.gouv.workinfrance.demo;

import fr.gouv.workinfrance.access.SignInSession;
import fr.gouv.workinfrance.demo.DemoAccounts.Person;
import fr.gouv.workinfrance.demo.mailbox.Mailbox;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SitePages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.util.Map;

/// Trying the service: one click per role, and every message it would have sent.
@Controller
@Profile("demo")
class DemoPages {

    private static final int SHOWN = 50;

    private final SitePages pages;
    private final DemoAccounts accounts;
    private final Mailbox messages;
    private final SignInSession session;

    DemoPages(SitePages pages, DemoAccounts accounts, Mailbox messages, SignInSession session) {
        this.pages = pages;
        this.accounts = accounts;
        this.messages = messages;
        this.session = session;
    }

    @GetMapping("/demo")
    View people() {
        return pages.page(
                "demo/people",
                Map.of(
                        "people",
                        DemoAccounts.PEOPLE.stream().map(DemoAccounts.Person::id).toList()));
    }

    @PostMapping("/demo/{id}")
    View signIn(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Person person = accounts.person(id).orElseThrow(NotFound::new);
        session.open(request, response, accounts.account(person));
        RedirectView home = new RedirectView(person.home(), true);
        home.setStatusCode(HttpStatus.SEE_OTHER);
        return home;
    }

    @GetMapping("/demo/courriels")
    View mailbox() {
        return pages.page("demo/mailbox", Map.of("messages", messages.last(null, SHOWN)));
    }
}
