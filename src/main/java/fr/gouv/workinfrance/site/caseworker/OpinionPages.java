package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.opinion.Consultation;
import fr.gouv.workinfrance.opinion.Consulting;
import fr.gouv.workinfrance.opinion.Consulting.Fault;
import fr.gouv.workinfrance.opinion.Informations;
import fr.gouv.workinfrance.opinion.Opinion.Given;
import fr.gouv.workinfrance.opinion.Opinions;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.body.Body;
import fr.gouv.workinfrance.site.DocumentView;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SeenOpinions;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What the office asks other administrations about a dossier, and tells them, and what came of it.
@Controller
class OpinionPages {

    private static final String AT = "/instruction/dossiers/{reference}/avis";

    private final SitePages pages;
    private final SeenDossiers cases;
    private final SeenOpinions shown;
    private final Opinions opinions;
    private final Informations informations;
    private final Procedures procedures;
    private final Documents documents;

    OpinionPages(
            SitePages pages,
            SeenDossiers cases,
            SeenOpinions shown,
            Opinions opinions,
            Informations informations,
            Procedures procedures,
            Documents documents) {
        this.pages = pages;
        this.cases = cases;
        this.shown = shown;
        this.opinions = opinions;
        this.informations = informations;
        this.procedures = procedures;
        this.documents = documents;
    }

    @GetMapping(AT)
    View opinions(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        return show(cases.byOffice(reference, account), AskForm.BLANK, AskForm.BLANK);
    }

    @PostMapping(AT)
    View ask(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String due,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        AskForm form = new AskForm(what, words, due, Set.of());
        return switch (opinions.ask(seen.dossier().id(), form.ask(), account)) {
            case Consulting.Asked _ -> back(seen);
            case Consulting.Faulty(Set<Fault> faults) ->
                    show(seen, form.wrong(faults), AskForm.BLANK);
        };
    }

    @PostMapping(AT + "/informations")
    View tell(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        Set<Fault> faults = informations.tell(seen.dossier().id(), what, words, account);
        return faults.isEmpty()
                ? back(seen)
                : show(seen, AskForm.BLANK, new AskForm(what, words, "", faults));
    }

    @PostMapping(AT + "/{number}/retrait")
    View takeBack(
            @PathVariable String reference,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        String shortened = reason.substring(0, Math.min(reason.length(), Opinions.LONGEST));
        opinions.takeBack(id(seen, number), shortened, account);
        return back(seen);
    }

    @PostMapping(AT + "/{number}/prolongation")
    View settle(
            @PathVariable String reference,
            @PathVariable int number,
            @RequestParam boolean granted,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        opinions.settle(id(seen, number), granted, account);
        return back(seen);
    }

    @PostMapping(AT + "/{number}/communication")
    View communicate(
            @PathVariable String reference,
            @PathVariable int number,
            @RequestParam boolean to,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        opinions.communicate(id(seen, number), to, account);
        return back(seen);
    }

    /// A document that a service joined to its opinion.
    @GetMapping(AT + "/{number}/documents/{name}")
    View document(
            @PathVariable String reference,
            @PathVariable int number,
            @PathVariable String name,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        DocumentId document =
                Optional.of(consultation(seen, number))
                        .map(Consultation::opinion)
                        .filter(Given.class::isInstance)
                        .map(Given.class::cast)
                        .flatMap(
                                given ->
                                        given.documents().stream()
                                                .filter(one -> one.value().toString().equals(name))
                                                .findFirst())
                        .orElseThrow(NotFound::new);
        return DocumentView.of(documents, document, account.actor(), seen.dossier().id().subject());
    }

    private UUID id(Seen seen, int number) {
        return consultation(seen, number).id();
    }

    private Consultation consultation(Seen seen, int number) {
        return opinions.of(seen.dossier().id()).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private View back(Seen seen) {
        return pages.to("/instruction/dossiers/" + seen.dossier().reference() + "/avis");
    }

    private View show(Seen seen, AskForm form, AskForm telling) {
        Dossier dossier = seen.dossier();
        return pages.page(
                "site/caseworker/opinions",
                Map.of(
                        "view",
                        new OpinionsView(
                                seen,
                                shown.of(dossier.id()),
                                procedures.bodies().stream()
                                        .filter(Body::founded)
                                        .flatMap(body -> choices(body, dossier).stream())
                                        .toList(),
                                procedures.bodies().stream()
                                        .filter(Body::founded)
                                        .map(
                                                body ->
                                                        new OpinionsView.Addressee(
                                                                body,
                                                                office(body, dossier).orElse(null)))
                                        .toList(),
                                form,
                                telling)),
                form.faults().isEmpty() && telling.faults().isEmpty()
                        ? HttpStatus.OK
                        : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private List<OpinionsView.Choice> choices(Body body, Dossier dossier) {
        Optional<Office> office = office(body, dossier);
        return body.inquiries().stream()
                .map(
                        inquiry ->
                                new OpinionsView.Choice(
                                        body,
                                        inquiry,
                                        office.orElse(null),
                                        office.map(found -> opinions.due(found, inquiry))
                                                .orElse(null)))
                .toList();
    }

    /// The office itself is asked nothing, and told nothing.
    private Optional<Office> office(Body body, Dossier dossier) {
        return opinions.competent(body, dossier)
                .filter(found -> !found.id().equals(dossier.office().orElse("")));
    }
}
