package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.Roles;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Papers;
import fr.gouv.workinfrance.document.Sheaf;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Evidence;
import fr.gouv.workinfrance.dossier.Party;
import fr.gouv.workinfrance.dossier.Relation;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Whole;
import fr.gouv.workinfrance.employer.mandate.Mandates;
import fr.gouv.workinfrance.examination.margin.Criteria;
import fr.gouv.workinfrance.examination.margin.Doubts;
import fr.gouv.workinfrance.examination.margin.Margin;
import fr.gouv.workinfrance.examination.margin.Margins;
import fr.gouv.workinfrance.examination.neighbour.Neighbours;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.notification.Notice;
import fr.gouv.workinfrance.notification.Notices;
import fr.gouv.workinfrance.office.Circle;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.site.AdviceView;
import fr.gouv.workinfrance.site.AskedView;
import fr.gouv.workinfrance.site.EstablishmentView;
import fr.gouv.workinfrance.site.HistoryView;
import fr.gouv.workinfrance.site.SeenAppeals;
import fr.gouv.workinfrance.site.SeenOpinions;
import fr.gouv.workinfrance.site.SeenRevisions;
import fr.gouv.workinfrance.site.SitePages;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads all that the page of one dossier shows to whoever examines it.
@Component
class SeenCases {

    private static final Set<String> STAFF =
            Set.of(Relation.OFFICE.granted(), Relation.SIGNATORY.granted());

    private final SitePages pages;
    private final SeenRevisions revisions;
    private final Papers papers;
    private final Offices offices;
    private final Journal journal;
    private final Notices notices;
    private final Mandates mandates;
    private final Procedures procedures;
    private final Margins margins;
    private final Doubts doubts;
    private final Criteria criteria;
    private final Neighbours neighbours;
    private final SeenAppeals appeals;
    private final SeenOpinions opinions;
    private final Roles roles;
    private final HttpServletRequest request;
    private final Clock clock;

    SeenCases(
            SitePages pages,
            SeenRevisions revisions,
            Papers papers,
            Offices offices,
            Journal journal,
            Notices notices,
            Mandates mandates,
            Procedures procedures,
            Margins margins,
            Doubts doubts,
            Criteria criteria,
            Neighbours neighbours,
            SeenAppeals appeals,
            SeenOpinions opinions,
            Roles roles,
            HttpServletRequest request,
            Clock clock) {
        this.pages = pages;
        this.revisions = revisions;
        this.papers = papers;
        this.offices = offices;
        this.journal = journal;
        this.notices = notices;
        this.mandates = mandates;
        this.procedures = procedures;
        this.margins = margins;
        this.doubts = doubts;
        this.criteria = criteria;
        this.neighbours = neighbours;
        this.appeals = appeals;
        this.opinions = opinions;
        this.roles = roles;
        this.request = request;
        this.clock = clock;
    }

    /// How the page was asked for.
    ///
    /// @param document the one looked at; the first one when none is named
    /// @param page of it, from 1
    /// @param done what was just done
    record Turned(String document, int page, Optional<Done> done) {
        static final Turned FIRST = new Turned("", 1, Optional.empty());
    }

    /// @param form what was typed in the margin and is wrong
    View show(Whole whole, Account account, Turned turned, MarginForm form) {
        Seen seen = whole.seen();
        Dossier dossier = seen.dossier();
        List<Entry> entries = journal.of(dossier.id().subject());
        Sheaf sheaf = papers.of(dossier.attachments().known().toList());
        Map<DocumentId, StoredDocument> files = sheaf.files();
        Margin margin = margins.open(seen, account);
        Circle circle =
                offices.circle(
                        dossier.office().orElseThrow(),
                        Relation.OFFICE.granted(),
                        HistoryView.named(dossier, entries),
                        CaseView.people(dossier, entries, whole.given().values(), margin));
        HistoryView history = HistoryView.of(dossier, entries, circle.offices());
        Map<UUID, Account> people = circle.people();
        List<Notice> told = notices.of(dossier.id());
        Evidence evidence = Evidence.of(seen, sheaf);
        return pages.page(
                "site/caseworker/dossier",
                Map.of(
                        "kase",
                        new CaseView(
                                seen,
                                account,
                                history,
                                circle.members(),
                                people,
                                files,
                                new AdviceView(evidence),
                                whole.given(),
                                revisions.of(seen, true),
                                told,
                                whole.unopened(),
                                dossier.filer() == Part.EMPLOYER && !did(entries, Act.FILE.name())
                                        ? List.of()
                                        : mandates.on(dossier.request(), holder(dossier)),
                                new CorrectionsView(
                                        new AskedView(seen, procedures.faults()),
                                        whole.mended(),
                                        files,
                                        people),
                                whole.registered()
                                        .map(
                                                note ->
                                                        new EstablishmentView(
                                                                note.establishment(),
                                                                note.readAt())),
                                new MarginView(
                                        margin,
                                        doubts.of(seen, evidence, margin),
                                        criteria.of(dossier),
                                        people,
                                        account,
                                        form),
                                neighbours.of(seen, offices(account)),
                                appeals.of(seen, history.office(), told, entries),
                                opinions.of(dossier.id(), history),
                                clock.instant(),
                                turned)),
                form.wrong().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// Whether this ever happened to it: what the journal does not tell, nobody asks for.
    private static boolean did(List<Entry> entries, String act) {
        return entries.stream().anyMatch(entry -> entry.act().equals(act));
    }

    /// Where someone works; what he holds was read to let him in.
    private Set<String> offices(Account account) {
        return roles.of(account, request).stream()
                .filter(grant -> STAFF.contains(grant.relation()))
                .map(Grant::scope)
                .filter(scope -> scope.kind().equals("office"))
                .map(Scope::id)
                .collect(Collectors.toSet());
    }

    static @Nullable UUID holder(Dossier dossier) {
        return dossier.party(Part.MANDATE_HOLDER).map(Party::account).orElse(null);
    }
}
