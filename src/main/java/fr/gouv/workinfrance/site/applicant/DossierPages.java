package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Lapse;
import fr.gouv.workinfrance.dossier.Messages;
import fr.gouv.workinfrance.dossier.Parties;
import fr.gouv.workinfrance.dossier.Party;
import fr.gouv.workinfrance.dossier.RegisterNotes;
import fr.gouv.workinfrance.dossier.Relation;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.dossier.Submission;
import fr.gouv.workinfrance.dossier.Whole;
import fr.gouv.workinfrance.employer.mandate.Mandate;
import fr.gouv.workinfrance.employer.mandate.Mandates;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.notification.Notice;
import fr.gouv.workinfrance.notification.Notices;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Gap;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.site.EstablishmentView;
import fr.gouv.workinfrance.site.HistoryView;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenAppeals;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SeenOpinions;
import fr.gouv.workinfrance.site.SeenPapers;
import fr.gouv.workinfrance.site.SeenRevisions;
import fr.gouv.workinfrance.site.SitePages;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// One's requests: the list, the task list of a draft, check and deposit, then how it goes on.
@Controller
class DossierPages {

    private static final int SIZE = 25;

    private final SitePages pages;
    private final SeenDossiers requests;
    private final SeenRevisions revisions;
    private final Dossiers dossiers;
    private final Drafts drafts;
    private final Parties parties;
    private final Procedures procedures;
    private final Offices offices;
    private final Documents documents;
    private final SeenPapers papers;
    private final Journal journal;
    private final Notices notices;
    private final Messages messages;
    private final Mandates mandates;
    private final SeenOpinions opinions;
    private final RegisterNotes notes;
    private final SeenAppeals appeals;
    private final Accounts accounts;
    private final Clock clock;

    DossierPages(
            SitePages pages,
            SeenDossiers requests,
            SeenRevisions revisions,
            Dossiers dossiers,
            Drafts drafts,
            Parties parties,
            Procedures procedures,
            Offices offices,
            Documents documents,
            SeenPapers papers,
            Journal journal,
            Notices notices,
            Messages messages,
            Mandates mandates,
            SeenOpinions opinions,
            RegisterNotes notes,
            SeenAppeals appeals,
            Accounts accounts,
            Clock clock) {
        this.pages = pages;
        this.requests = requests;
        this.revisions = revisions;
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.parties = parties;
        this.procedures = procedures;
        this.offices = offices;
        this.documents = documents;
        this.papers = papers;
        this.journal = journal;
        this.notices = notices;
        this.messages = messages;
        this.mandates = mandates;
        this.opinions = opinions;
        this.notes = notes;
        this.appeals = appeals;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/mes-demandes")
    View mine(
            @RequestParam(name = "apres", defaultValue = "") String after,
            @AuthenticationPrincipal Account account) {
        Dossier last = after.isEmpty() ? null : requests.byParty(after, account).dossier();
        List<Dossier> mine = dossiers.of(account, last, SIZE + 1);
        boolean more = mine.size() > SIZE;
        List<Dossier> shown = more ? mine.subList(0, SIZE) : mine;
        List<DossierId> ids = shown.stream().map(Dossier::id).toList();
        return pages.page(
                "site/applicant/mine",
                Map.of(
                        "dossiers",
                        shown,
                        "unread",
                        ids.isEmpty() ? Map.of() : messages.unread(ids, account),
                        "procedures",
                        procedures.all().stream()
                                .collect(Collectors.toMap(Procedure::id, Procedure::name)),
                        "next",
                        more ? shown.getLast().reference().value() : ""));
    }

    @PostMapping("/mes-demandes/nouvelle")
    View open(
            @RequestParam String procedure,
            @RequestParam Part filer,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal Account account,
            Locale locale) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), HolidayZone.METROPOLE.id());
        Procedure wanted =
                procedures
                        .procedure(procedure)
                        .filter(known -> known.on(Procedure.Aspect.FORM, today).isPresent())
                        .orElseThrow(NotFound::new);
        Map<String, String> known =
                procedures.need().walk(sent, today, locale).prefilled(wanted.id());
        return to(drafts.open(wanted.id(), filer, account, account.language(), known), "");
    }

    @GetMapping("/dossiers/{reference}")
    View dossier(
            @PathVariable String reference,
            @RequestParam(name = "envoye", required = false) @Nullable String sent,
            @AuthenticationPrincipal Account account) {
        Whole whole = requests.wholeByParty(reference, account);
        Seen seen = whole.seen();
        Map<String, Object> model = new HashMap<>();
        model.put("seen", seen);
        model.put("mandates", mandates(seen, account));
        model.put("at", clock.instant());
        if (seen.dossier().stage() instanceof Stage.Draft) {
            List<Gap> gaps = dossiers.gaps(seen.dossier());
            model.put("gaps", gaps);
            model.put("parties", parties(seen, account, gaps));
            model.put("near", Lapse.of(seen.dossier()).near(dossiers.today(seen.dossier())));
            MovedView.of(seen, procedures).ifPresent(moved -> model.put("moved", moved));
            return pages.page("site/applicant/tasks", model);
        }
        model.put("sent", sent != null);
        model.put("revisions", revisions.of(seen, false));
        model.put("held", held(seen));
        model.put("parties", parties(seen, account, List.of()));
        List<Entry> entries = journal.of(seen.dossier().id().subject());
        HistoryView history = HistoryView.of(seen.dossier(), entries, offices);
        model.put("history", history);
        model.put("consulted", opinions.of(seen.dossier().id(), history));
        List<Notice> told = notices.of(seen.dossier().id());
        model.put(
                "told",
                told.stream().filter(notice -> account.id().equals(notice.account())).toList());
        model.put("unreached", Notice.unreached(told));
        model.put("unread", whole.unopened());
        model.put("appeals", appeals.of(seen, history.office(), told, entries));
        return pages.page("site/applicant/follow", model);
    }

    /// Those under which it is filed, or was.
    private List<Mandate> mandates(Seen seen, Account account) {
        Optional<UUID> holder = seen.dossier().party(Part.MANDATE_HOLDER).map(Party::account);
        boolean employer = seen.relations().contains(Relation.EMPLOYER);
        return holder.isEmpty()
                ? List.of()
                : mandates.on(seen.dossier().request(), holder.get()).stream()
                        .filter(mandate -> employer || mandate.side(account.id()).isPresent())
                        .toList();
    }

    @PostMapping("/dossiers/{reference}/sans-mandataire")
    View fileItself(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        return to(
                dossiers.fileItself(requests.byParty(reference, account).dossier().id(), account),
                "");
    }

    /// The documents that the antivirus holds back, of those that this person may have.
    private List<StoredDocument> held(Seen seen) {
        return documents.find(seen.dossier().attachments().documents()).values().stream()
                .filter(file -> !file.clean())
                .filter(file -> seen.document(file.id().toString()).isPresent())
                .toList();
    }

    private PartiesView parties(Seen seen, Account account, List<Gap> gaps) {
        return PartiesView.of(
                seen,
                account,
                gaps,
                parties.invited(seen.dossier().id()),
                accounts.named(seen.dossier().parties().stream().map(Party::account).toList()),
                clock.instant());
    }

    // ---- check and deposit

    @GetMapping("/dossiers/{reference}/recapitulatif")
    View check(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        return check(seen, dossiers.gaps(seen.dossier()), null, HttpStatus.OK);
    }

    @PostMapping("/dossiers/{reference}/depot")
    View submit(
            @PathVariable String reference,
            @RequestParam(defaultValue = "false") boolean statement,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        return switch (dossiers.submit(seen.dossier().id(), account, statement)) {
            case Submission.Accepted(Dossier deposited) -> to(deposited, "?depot");
            case Submission.Incomplete(List<Gap> gaps) ->
                    check(seen, gaps, null, HttpStatus.UNPROCESSABLE_CONTENT);
            case Submission.Refused(Submission.Reason reason) ->
                    check(
                            seen,
                            dossiers.gaps(seen.dossier()),
                            reason,
                            HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private View check(
            Seen seen, List<Gap> gaps, Submission.@Nullable Reason refused, HttpStatus status) {
        Map<String, Object> model = new HashMap<>();
        model.put("seen", seen);
        model.put(
                "gaps",
                seen.dossier().stage() instanceof Stage.Draft
                        ? GapsView.of(seen, gaps)
                        : GapsView.NONE);
        model.put("files", documents.find(seen.dossier().attachments().documents()));
        MovedView.of(seen, procedures).ifPresent(moved -> model.put("moved", moved));
        closed(seen, model);
        model.put("noStatement", refused == Submission.Reason.NO_STATEMENT);
        model.put("lawNotEncoded", refused == Submission.Reason.LAW_NOT_ENCODED);
        dossiers.competent(seen.version(), seen.dossier())
                .ifPresent(office -> model.put("office", office));
        return pages.page("site/applicant/check", model, status);
    }

    /// What the register said of an establishment that it holds to be closed, when it was asked
    /// from this request: it is not asked again here.
    private void closed(Seen seen, Map<String, Object> model) {
        Optional<Field> asked =
                seen.version().field(Known.EMPLOYER_SIRET.field()).filter(seen::sees);
        asked.filter(_ -> seen.dossier().stage() instanceof Stage.Draft)
                .flatMap(_ -> notes.of(seen.dossier()))
                .filter(note -> !note.establishment().open())
                .ifPresent(
                        note -> {
                            model.put(
                                    "closed",
                                    new EstablishmentView(note.establishment(), note.readAt()));
                            model.put(
                                    "closedAt",
                                    asked.filter(field -> seen.fills(field.part()))
                                            .map(f -> "/formulaire/" + f.section() + "#" + f.id())
                                            .orElse(""));
                        });
    }

    @GetMapping("/dossiers/{reference}/retrait")
    View withdrawal(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        if (!seen.may(Act.WITHDRAW)) {
            throw new NotFound();
        }
        return pages.page("site/applicant/withdraw", Map.of("seen", seen));
    }

    @PostMapping("/dossiers/{reference}/retrait")
    View withdraw(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        return to(
                dossiers.withdraw(requests.byParty(reference, account).dossier().id(), account),
                "");
    }

    // ---- official documents

    @GetMapping("/dossiers/{reference}/documents/{kind}")
    View deed(
            @PathVariable String reference,
            @PathVariable String kind,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        Dossier dossier = seen.dossier();
        return papers.file(
                seen,
                kind,
                "/dossiers/" + dossier.reference(),
                account,
                () ->
                        dossier.deeds().stream()
                                .map(IssuedDeed::kind)
                                .filter(deed -> deed.name().equals(kind))
                                .forEach(deed -> notices.opened(dossier.id(), deed, account)));
    }

    private View to(Dossier dossier, String more) {
        return pages.to("/dossiers/" + dossier.reference() + more);
    }
}
