package fr.gouv.workinfrance.site.consultee;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.opinion.Answering.Wrong;
import fr.gouv.workinfrance.opinion.Informations;
import fr.gouv.workinfrance.opinion.Informations.Told;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.site.DocumentView;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenPapers;
import fr.gouv.workinfrance.site.SeenPapers.Reader;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What a service was told of one dossier: read, acknowledged, and answered by a fact.
@Controller
class InformationPages {

    private static final String AT = "/avis/informations/{id}";

    private final SitePages pages;
    private final Informations informations;
    private final SeenItems opinions;
    private final SeenAuthorizations authorizations;
    private final SeenPapers papers;
    private final Documents documents;
    private final Procedures procedures;
    private final Offices offices;

    InformationPages(
            SitePages pages,
            Informations informations,
            SeenItems opinions,
            SeenAuthorizations authorizations,
            SeenPapers papers,
            Documents documents,
            Procedures procedures,
            Offices offices) {
        this.pages = pages;
        this.informations = informations;
        this.opinions = opinions;
        this.authorizations = authorizations;
        this.papers = papers;
        this.documents = documents;
        this.procedures = procedures;
        this.offices = offices;
    }

    @GetMapping(AT)
    View information(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        Told told = informations.open(id, account).orElseThrow(NotFound::new);
        return show(told, "", "", Map.of());
    }

    @PostMapping(AT + "/reception")
    View acknowledge(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        reading(id, account);
        informations.acknowledge(id, account);
        return pages.to(at(id));
    }

    /// @param typed on which it happened, as people write a day
    @PostMapping(AT + "/faits")
    View giveBack(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String fact,
            @RequestParam(name = "day", defaultValue = "") String typed,
            @AuthenticationPrincipal Account account) {
        Told told = reading(id, account);
        Map<String, Wrong> wrong = informations.giveBack(id, fact, ItemPages.day(typed), account);
        return wrong.isEmpty() ? pages.to(at(id)) : show(told, fact, typed, wrong);
    }

    @GetMapping(AT + "/documents/{name}")
    View document(
            @PathVariable UUID id,
            @PathVariable String name,
            @AuthenticationPrincipal Account account) {
        if (name.equals(IssuedDeed.Kind.AUTHORIZATION.name())) {
            return authorization(reading(id, account), account);
        }
        Told told = joined(id, name, account);
        return papers.file(told.seen(), name, at(id), reader(told, account));
    }

    @GetMapping(AT + "/documents/{name}/lecture")
    View reading(
            @PathVariable UUID id,
            @PathVariable String name,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String zoom,
            @AuthenticationPrincipal Account account) {
        Told told = joined(id, name, account);
        return papers.reading(told.seen(), name, page, !zoom.isEmpty(), at(id), at(id));
    }

    @GetMapping(AT + "/documents/{name}/{page}")
    ResponseEntity<byte[]> sheet(
            @PathVariable UUID id,
            @PathVariable String name,
            @PathVariable int page,
            @RequestParam(name = "largeur", defaultValue = "1400") int width,
            @AuthenticationPrincipal Account account) {
        Told told = joined(id, name, account);
        return papers.sheet(told.seen(), name, page, width, reader(told, account));
    }

    private Reader reader(Told told, Account account) {
        String service =
                offices.office(told.information().office()).map(Office::name).orElseThrow();
        return new Reader(account.actor(), account.displayName(), service);
    }

    private View authorization(Told told, Account account) {
        return authorizations
                .of(told)
                .flatMap(one -> Optional.ofNullable(one.deed()))
                .map(
                        deed ->
                                DocumentView.of(
                                        documents,
                                        deed.id(),
                                        account.actor(),
                                        told.seen().dossier().id().subject()))
                .orElseThrow(NotFound::new);
    }

    /// Of what was joined to the request: an official document is had as it holds today alone.
    private Told joined(UUID id, String name, Account account) {
        if (Arrays.stream(IssuedDeed.Kind.values()).map(Enum::name).anyMatch(name::equals)) {
            throw new NotFound();
        }
        return reading(id, account);
    }

    private Told reading(UUID id, Account account) {
        return informations.reading(id, account).orElseThrow(NotFound::new);
    }

    private static String at(UUID id) {
        return "/avis/informations/" + id;
    }

    private View show(Told told, String fact, String day, Map<String, Wrong> wrong) {
        return pages.page(
                "site/consultee/information",
                Map.of(
                        "view",
                        new InformationView(
                                told,
                                procedures.name(told.information().procedure()),
                                authorizations.of(told).orElse(null),
                                opinions.files(told.seen()),
                                fact,
                                day,
                                wrong)),
                wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
