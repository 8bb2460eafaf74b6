package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Prepared;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.appeal.Recourse;
import fr.gouv.workinfrance.examination.appeal.Waiting;
import fr.gouv.workinfrance.examination.revision.Revision;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.site.DocumentView;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenAppeals;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Appeals and requests for reasons, at the desk of who has to answer: the office that refused, or
/// the ministry above it.
@Controller
class AppealDeskPages {

    private static final String AT = "/instruction/recours";

    private final SitePages pages;
    private final Appeals appeals;
    private final SeenAppeals shown;
    private final SeenAnswers answers;
    private final Offices offices;
    private final Procedures procedures;
    private final Dossiers dossiers;
    private final Documents documents;
    private final Accounts accounts;
    private final SeenUrgencies urgencies;

    AppealDeskPages(
            SitePages pages,
            Appeals appeals,
            SeenAppeals shown,
            SeenAnswers answers,
            Offices offices,
            Procedures procedures,
            Dossiers dossiers,
            Documents documents,
            Accounts accounts,
            SeenUrgencies urgencies) {
        this.pages = pages;
        this.appeals = appeals;
        this.shown = shown;
        this.answers = answers;
        this.offices = offices;
        this.procedures = procedures;
        this.dossiers = dossiers;
        this.documents = documents;
        this.accounts = accounts;
        this.urgencies = urgencies;
    }

    @GetMapping(AT)
    View list(@AuthenticationPrincipal Account account) {
        List<Waiting> waiting = appeals.waiting(account);
        List<Office> answering =
                offices.all(waiting.stream().map(one -> one.recourse().office()).toList());
        return pages.page(
                "site/caseworker/appeals",
                Map.of(
                        "list",
                        new AppealListView(
                                waiting,
                                procedures.ways(),
                                accounts.named(
                                        waiting.stream()
                                                .map(one -> one.recourse().assignee())
                                                .filter(Objects::nonNull)
                                                .toList()),
                                urgencies.of(answering))));
    }

    @GetMapping(AT + "/{id}")
    View one(
            @PathVariable UUID id,
            @RequestParam(name = Done.PARAMETER, defaultValue = "") String done,
            @AuthenticationPrincipal Account account) {
        Recourse one = handled(id, account);
        Dossier dossier = dossiers.dossier(one.dossier());
        return pages.page(
                "site/caseworker/appeal",
                Map.of(
                        "view",
                        shown.of(one),
                        "one",
                        one,
                        "reader",
                        account,
                        "preparer",
                        preparer(dossier, one),
                        "request",
                        answers.seen(one, account).map(seen -> request(seen, one)).orElse(""),
                        "ways",
                        answers.ways(one, account),
                        "drafted",
                        answers.drafted(one).isPresent(),
                        "signing",
                        answers.signing(one, account).orElse(""),
                        "done",
                        Done.of(done)));
    }

    /// Where the whole request is.
    private static String request(Seen seen, Recourse one) {
        return seen.byOffice()
                ? "/instruction/dossiers/" + seen.dossier().reference()
                : AT + "/" + one.id() + "/demande";
    }

    /// The whole request, for the authority above as long as it has to answer.
    @GetMapping(AT + "/{id}/demande")
    View whole(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        Recourse one = handled(id, account);
        Seen seen = answers.seen(one, account).orElseThrow(NotFound::new);
        return pages.page(
                "site/caseworker/appealed-request",
                Map.of(
                        "seen",
                        seen,
                        "one",
                        one,
                        "view",
                        shown.of(one),
                        "files",
                        documents.find(seen.dossier().attachments().documents())));
    }

    /// Who prepared the decision that is contested; empty of a silence.
    private String preparer(Dossier dossier, Recourse one) {
        return dossier.prepared()
                .filter(
                        prepared ->
                                one.refusal().decision().filter(prepared.id()::equals).isPresent())
                .map(Prepared::by)
                .map(by -> accounts.named(List.of(by)).get(by))
                .map(Account::displayName)
                .orElse("");
    }

    @PostMapping(AT + "/{id}/prise-en-charge")
    View take(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        appeals.take(handled(id, account).id(), account);
        return pages.to(Done.TAKEN.at(AT + "/" + id));
    }

    /// What was joined, the acknowledgment, or the decision that is contested, as it was given and
    /// as it was mended since; and all that the request holds, as long as it is open to who asks.
    @GetMapping(AT + "/{id}/documents/{name}")
    View document(
            @PathVariable UUID id,
            @PathVariable String name,
            @AuthenticationPrincipal Account account) {
        Recourse one = handled(id, account);
        Optional<DocumentId> decision =
                Optional.of(name)
                        .filter(IssuedDeed.Kind.DECISION.name()::equals)
                        .flatMap(_ -> dossiers.dossier(one.dossier()).document(name));
        return Stream.of(
                        one.document(name),
                        Optional.ofNullable(one.receipt())
                                .filter(receipt -> receipt.toString().equals(name)),
                        decision,
                        mended(one, name),
                        answers.seen(one, account).flatMap(seen -> seen.document(name)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(
                        document ->
                                DocumentView.of(
                                        documents,
                                        document,
                                        account.actor(),
                                        one.dossier().subject()))
                .orElseThrow(NotFound::new);
    }

    /// A document of the act that mended the decision that is contested.
    private Optional<DocumentId> mended(Recourse one, String name) {
        return shown.of(one).mended(one).stream()
                .flatMap(mended -> mended.act().given().stream())
                .map(Revision.Given::document)
                .filter(document -> document.toString().equals(name))
                .findFirst();
    }

    private Recourse handled(UUID id, Account account) {
        return appeals.handled(id, account).orElseThrow(NotFound::new);
    }
}
