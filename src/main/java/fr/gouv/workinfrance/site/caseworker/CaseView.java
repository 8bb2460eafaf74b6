package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Attachment;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Party;
import fr.gouv.workinfrance.dossier.Project;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.clock.LegalClock;
import fr.gouv.workinfrance.employer.given.Kept;
import fr.gouv.workinfrance.employer.mandate.Mandate;
import fr.gouv.workinfrance.examination.margin.Margin;
import fr.gouv.workinfrance.examination.neighbour.Neighbour;
import fr.gouv.workinfrance.examination.neighbour.Neighbourhood;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.notification.Notice;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.site.AdviceView;
import fr.gouv.workinfrance.site.AppealsView;
import fr.gouv.workinfrance.site.ConsultedView;
import fr.gouv.workinfrance.site.EstablishmentView;
import fr.gouv.workinfrance.site.HistoryView;
import fr.gouv.workinfrance.site.RevisionsView;
import fr.gouv.workinfrance.site.caseworker.SeenCases.Turned;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A dossier on the desk.
///
/// @param reader who looks at it
/// @param history what happened to it, and which office had it then
/// @param colleagues who could be put in charge
/// @param people who took part in it
/// @param files what is known of the joined documents; erased ones are not there
/// @param advice what the documents themselves give reason to look at
/// @param given when documents that are given once were, and when they were last checked
/// @param revisions the acts about its decision
/// @param notices who was told what, and whether the message left
/// @param unread messages of the parties that no agent has opened
/// @param mandates under which it is, or was, filed
/// @param corrections what was asked of the parties, and what they sent
/// @param registered what the register said of the employer; nothing when it was not asked
/// @param margin what the office keeps of its own about it
/// @param neighbours what else is known of the person and of the employer
/// @param appeals when the decision was there for each party, and what was deposited against it
/// @param consulted what other administrations were asked and told
/// @param turned the document to look at, and which page of it
public record CaseView(
        Seen seen,
        Account reader,
        HistoryView history,
        List<Account> colleagues,
        Map<UUID, Account> people,
        Map<DocumentId, StoredDocument> files,
        AdviceView advice,
        Map<DocumentId, Kept> given,
        RevisionsView revisions,
        List<Notice> notices,
        int unread,
        List<Mandate> mandates,
        CorrectionsView corrections,
        Optional<EstablishmentView> registered,
        MarginView margin,
        Neighbourhood neighbours,
        AppealsView appeals,
        ConsultedView consulted,
        Instant now,
        Turned turned) {

    /// What the history tells; reads and deliveries have their own places.
    private static final Set<String> TOLD =
            Set.of(
                    "OPEN",
                    "JOIN",
                    "ATTEST",
                    "CONTEST",
                    "RETRACT",
                    "LEAVE",
                    "REPLACE",
                    "FILE",
                    "MANDATE_ENDED",
                    "SUBMIT",
                    "ASSIGN",
                    "FORWARD",
                    "REORGANISE",
                    "CERTIFY",
                    "ASK",
                    "RETURN",
                    "BEGIN",
                    "PREPARE",
                    "SEND_BACK",
                    "SIGN",
                    "APPEAL",
                    "DRAFT_REJECTION",
                    "SEND_BACK_REJECTION",
                    "ABANDON_REJECTION",
                    "SIGN_REJECTION",
                    "DRAFT_REVERSAL",
                    "SEND_BACK_REVERSAL",
                    "ABANDON_REVERSAL",
                    "SIGN_REVERSAL",
                    "DRAFT_EXPLANATION",
                    "SEND_BACK_EXPLANATION",
                    "ABANDON_EXPLANATION",
                    "SIGN_EXPLANATION",
                    "REOPEN",
                    "ASK_REASONS",
                    "WARN_APPEAL",
                    "APPEAL_SILENCE",
                    "MOVE_APPEAL",
                    "TAKE_APPEAL",
                    "WITHDRAW",
                    "DRAFT_RECTIFICATION",
                    "SEND_BACK_RECTIFICATION",
                    "ABANDON_RECTIFICATION",
                    "SIGN_RECTIFICATION",
                    "DRAFT_WITHDRAWAL",
                    "SEND_BACK_WITHDRAWAL",
                    "ABANDON_WITHDRAWAL",
                    "SIGN_WITHDRAWAL",
                    "OBSERVE",
                    "INTERVIEW",
                    "TIME",
                    "ASK_OPINION",
                    "GIVE_OPINION",
                    "TACIT_OPINION",
                    "LATE_OPINION",
                    "END_OPINION",
                    "ASK_EXTENSION",
                    "GRANT_EXTENSION",
                    "REFUSE_EXTENSION",
                    "INFORM",
                    "RETURN_FACT");

    /// When a document that is given once was, if it is one.
    public Optional<Kept> given(Attachment.Joined joined) {
        return Optional.ofNullable(given.get(joined.document()));
    }

    public Dossier dossier() {
        return seen.dossier();
    }

    /// What the authorization of another dossier is worth today.
    public Optional<String> worth(Neighbour neighbour) {
        return neighbour.worth(LocalDate.ofInstant(now, HolidayZone.METROPOLE.id()));
    }

    /// Whether its legal date has passed, recorded or not.
    public boolean past() {
        LegalClock running = dossier().clock();
        return running != null
                && (running.reached()
                        || running.limit()
                                .filter(
                                        LocalDate.ofInstant(now, HolidayZone.METROPOLE.id())
                                                ::isAfter)
                                .isPresent());
    }

    /// What the reader has just done to it.
    public Optional<Done> done() {
        return turned.done();
    }

    public Names names() {
        return Names.of(dossier().answers());
    }

    public String address() {
        return "/instruction/dossiers/" + dossier().reference();
    }

    /// The accounts that are parties to a dossier, or acted on it.
    static Set<UUID> people(
            Dossier dossier, List<Entry> entries, Collection<Kept> given, Margin margin) {
        return Stream.of(
                        dossier.parties().stream().map(Party::account),
                        entries.stream()
                                .map(Entry::actor)
                                .filter(actor -> actor.kind() == Actor.Kind.ACCOUNT)
                                .map(actor -> UUID.fromString(actor.id())),
                        given.stream().map(Kept::checkedBy).filter(Objects::nonNull),
                        margin.people().stream())
                .flatMap(accounts -> accounts)
                .collect(Collectors.toSet());
    }

    /// The address of all that the employer's establishments asked for.
    public String employed() {
        String siret = Objects.requireNonNull(names().employerSiret());
        return FilterForm.employed(siret.substring(0, 9));
    }

    /// Where a party is written to today.
    public String address(Party party) {
        return Optional.ofNullable(people.get(party.account())).map(Account::email).orElse("");
    }

    public Office office() {
        return history.office();
    }

    public List<Entry> told() {
        return history.entries().stream().filter(entry -> TOLD.contains(entry.act())).toList();
    }

    /// Whether someone else did it after this person last looked.
    public boolean isNew(Entry entry) {
        return margin.margin().isNew(entry.at())
                && !entry.actor().id().equals(reader.id().toString());
    }

    /// Whether it was joined after this person last looked.
    public boolean isNew(Attachment.Joined joined) {
        return margin.isNew(joined.at(), joined.author());
    }

    /// What others did since this person last looked.
    public List<Entry> news() {
        return told().stream().filter(this::isNew).toList();
    }

    /// How many documents came since.
    public long newDocuments() {
        return dossier().attachments().joined().filter(this::isNew).count();
    }

    /// Who did it, by name; empty for the house itself.
    public String by(Entry entry) {
        return entry.actor().kind() == Actor.Kind.ACCOUNT
                ? Optional.ofNullable(people.get(UUID.fromString(entry.actor().id())))
                        .map(Account::displayName)
                        .orElse("")
                : "";
    }

    /// The decision that the signatory sent back, while it waits to be prepared again.
    public Optional<Project> project() {
        return Project.of(dossier(), history.entries());
    }

    /// Who is in charge; empty when nobody is.
    public Optional<Account> assignee() {
        return colleagues.stream()
                .filter(colleague -> colleague.id().equals(dossier().assignee()))
                .findFirst();
    }

    public Optional<StoredDocument> file(Attachment.Joined joined) {
        return Optional.ofNullable(files.get(joined.document()));
    }

    /// What this person could do once the parties have answered, the one that would come next;
    /// nothing when nothing waits for them.
    public @Nullable Act waiting() {
        return Stream.of(Act.CERTIFY, Act.PREPARE, Act.ASK)
                .filter(seen::waits)
                .findFirst()
                .orElse(null);
    }

    /// The document that is looked at: the one asked for, otherwise the first of those that may be
    /// shown.
    public @Nullable StoredDocument shown() {
        List<StoredDocument> known =
                dossier()
                        .attachments()
                        .joined()
                        .flatMap(joined -> file(joined).stream())
                        .filter(StoredDocument::clean)
                        .toList();
        return known.stream()
                .filter(file -> file.id().value().toString().equals(turned.document()))
                .findFirst()
                .orElse(known.isEmpty() ? null : known.getFirst());
    }

    /// The page of it that is looked at, within its pages.
    public int page(StoredDocument file) {
        return Math.clamp(turned.page(), 1, Math.max(1, file.pages()));
    }

    /// The address of this dossier with a page of a document beside it.
    public String beside(StoredDocument file, int page) {
        return beside(address(), file, page);
    }

    /// The same, of a dossier at that address.
    public static String beside(String address, StoredDocument file, int page) {
        return "%s?document=%s&page=%d#feuille".formatted(address, file.id().value(), page);
    }

    /// The address of the drawing of a page.
    public String sheet(StoredDocument file, int page) {
        return "%s/documents/%s/%d".formatted(address(), file.id().value(), page);
    }
}
