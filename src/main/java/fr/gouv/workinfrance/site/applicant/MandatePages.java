package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.EmailAddress;
import fr.gouv.workinfrance.access.Limits;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Relation;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.employer.mandate.Mandate;
import fr.gouv.workinfrance.employer.mandate.MandateDeeds;
import fr.gouv.workinfrance.employer.mandate.MandateId;
import fr.gouv.workinfrance.employer.mandate.Mandates;
import fr.gouv.workinfrance.employer.mandate.Power;
import fr.gouv.workinfrance.employer.mandate.Standing.Side;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SitePages;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One's mandates, given and held: drafted, asked for, read, accepted, refused, ended.
@Controller
class MandatePages {

    /// How many invitations one person may send: official mail must not serve to pester.
    private static final int INVITATIONS = 30;

    private static final Duration DAY = Duration.ofDays(1);

    private final SitePages pages;
    private final SeenDossiers requests;
    private final Mandates mandates;
    private final MandateDeeds texts;
    private final Procedures procedures;
    private final Limits limits;
    private final MessageSource words;
    private final Clock clock;

    MandatePages(
            SitePages pages,
            SeenDossiers requests,
            Mandates mandates,
            MandateDeeds texts,
            Procedures procedures,
            Limits limits,
            MessageSource words,
            Clock clock) {
        this.pages = pages;
        this.requests = requests;
        this.mandates = mandates;
        this.texts = texts;
        this.procedures = procedures;
        this.limits = limits;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/mandats")
    View mine(@AuthenticationPrincipal Account account) {
        return pages.page(
                "site/applicant/mandates",
                Map.of(
                        "mandates", mandates.of(account),
                        "reader", account.id(),
                        "now", clock.instant()));
    }

    // ---- drafting

    /// @param reference of the request that it is for; empty for requests to come
    @GetMapping("/mandats/nouveau")
    View draft(
            @RequestParam(name = "dossier", defaultValue = "") String reference,
            @RequestParam(name = "cote", defaultValue = "HOLDER") Side side,
            @AuthenticationPrincipal Account account) {
        Seen seen = reference.isEmpty() ? null : requests.byParty(reference, account);
        return form(MandateForm.blank(seen, side(seen, side), account, today()), HttpStatus.OK);
    }

    @PostMapping("/mandats/nouveau")
    View drafted(
            @RequestParam(name = "dossier", defaultValue = "") String reference,
            @RequestParam(name = "cote", defaultValue = "HOLDER") Side side,
            @RequestParam(name = "powers", defaultValue = "") Set<Power> powers,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal Account account) {
        Seen seen = reference.isEmpty() ? null : requests.byParty(reference, account);
        MandateForm form =
                new MandateForm(seen, side(seen, side), sent, powers, Map.of()).checked();
        if (!form.wrong().isEmpty()) {
            return form(form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return to(mandates.draft(form.proposal(account, about(form)), account).id());
    }

    /// Who is the employer of a request gives; whoever else takes part in it would hold.
    private static Side side(@Nullable Seen seen, Side asked) {
        if (seen == null) {
            return asked;
        }
        return seen.relations().contains(Relation.EMPLOYER) ? Side.GIVER : Side.HOLDER;
    }

    private View form(MandateForm form, HttpStatus status) {
        return pages.page(
                "site/applicant/mandate-new",
                Map.of("form", form, "procedures", procedures.all()),
                status);
    }

    /// In the words of the document, which is in French.
    private String about(MandateForm form) {
        Seen seen = form.seen();
        if (seen != null) {
            String procedure = seen.procedure().in(Locale.FRENCH);
            String worker = Names.of(seen.dossier().answers()).worker();
            return worker == null
                    ? say("deed.mandate.about.request", procedure)
                    : say("deed.mandate.about.request.worker", procedure, worker);
        }
        return procedures
                .procedure(form.value("procedure"))
                .map(Procedure::name)
                .map(name -> say("deed.mandate.about.procedure", name.in(Locale.FRENCH)))
                .orElseGet(() -> say("deed.mandate.about.all"));
    }

    private String say(String key, Object... args) {
        return words.getMessage(key, args, Locale.FRENCH);
    }

    // ---- one of them

    @GetMapping("/mandats/{id}")
    View mandate(@PathVariable String id, @AuthenticationPrincipal Account account) {
        return pages.page(
                "site/applicant/mandate",
                model(seen(mandates, id, account), account, Map.of(), Map.of()));
    }

    /// @param wrong the words for what is wrong, by field
    /// @param typed what was sent, by field: nothing of it is lost
    Map<String, Object> model(
            Mandate mandate,
            Account account,
            Map<String, String> wrong,
            Map<String, String> typed) {
        Map<String, Object> model = new HashMap<>();
        model.put("mandate", mandate);
        model.put("side", mandates.side(mandate, account).orElseThrow(NotFound::new));
        model.put("text", texts.text(mandate));
        model.put("sha256", texts.sha256(mandate));
        model.put("now", clock.instant());
        model.put("wrong", wrong);
        model.put("typed", typed);
        return model;
    }

    /// Asks in the other of the two, by a link and a code, or the employer who is there already.
    @PostMapping("/mandats/{id}/invitation")
    View ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String email,
            @AuthenticationPrincipal Account account) {
        Mandate mandate = seen(mandates, id, account);
        if (mandate.giver().account() != null && mandate.open()) {
            return to(mandates.ask(mandate.id(), account).id());
        }
        if (EmailAddress.parse(email).isEmpty()) {
            return pages.page(
                    "site/applicant/mandate",
                    model(
                            mandate,
                            account,
                            Map.of("email", "site.sign-in.email.wrong"),
                            Map.of("email", email)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!limits.allow("invite:" + account.id(), INVITATIONS, DAY)) {
            return pages.page(
                    "site/visitor/error",
                    Map.of("status", 429, "why", "site.error.429"),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        var issued = mandates.ask(mandate.id(), email, account, account.language());
        return pages.page(
                "site/applicant/mandate-asked",
                Map.of("mandate", mandate, "email", email, "code", issued.code()));
    }

    /// The employer gives it, having read it.
    @PostMapping("/mandats/{id}/acceptation")
    View accept(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String capacity,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @AuthenticationPrincipal Account account) {
        Mandate mandate = seen(mandates, id, account);
        Map<String, String> wrong = new LinkedHashMap<>();
        if (person.isBlank()) {
            wrong.put("person", "site.mandate.person.missing");
        }
        if (capacity.isBlank()) {
            wrong.put("capacity", "site.mandate.capacity.missing");
        }
        if (!confirmed || !text.equals(texts.sha256(mandate))) {
            wrong.put("confirmed", "site.mandate.confirm.missing");
        }
        return wrong.isEmpty()
                ? to(mandates.accept(mandate.id(), person, capacity, text, account).id())
                : pages.page(
                        "site/applicant/mandate",
                        model(
                                mandate,
                                account,
                                wrong,
                                Map.of("person", person, "capacity", capacity)),
                        HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/mandats/{id}/refus")
    View refuse(@PathVariable String id, @AuthenticationPrincipal Account account) {
        return to(mandates.refuse(seen(mandates, id, account).id(), account).id());
    }

    @GetMapping("/mandats/{id}/fin")
    View end(@PathVariable String id, @AuthenticationPrincipal Account account) {
        Mandate mandate = seen(mandates, id, account);
        if (!mandate.canEnd(clock.instant())) {
            throw new NotFound();
        }
        return pages.page(
                "site/applicant/mandate-end", model(mandate, account, Map.of(), Map.of()));
    }

    @PostMapping("/mandats/{id}/fin")
    View ended(@PathVariable String id, @AuthenticationPrincipal Account account) {
        return to(mandates.end(seen(mandates, id, account).id(), account).id());
    }

    /// The mandate of that address, for one of the two; for anyone else there is none.
    static Mandate seen(Mandates all, String id, Account account) {
        Optional<Mandate> found = MandateId.read(id).flatMap(known -> all.see(known, account));
        return found.orElseThrow(NotFound::new);
    }

    private View to(MandateId id) {
        return pages.to("/mandats/" + id);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HolidayZone.METROPOLE.id());
    }
}
