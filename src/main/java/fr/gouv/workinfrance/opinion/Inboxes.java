package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.opinion.Answering.Wrong;
import fr.gouv.workinfrance.opinion.Consulting.Fault;
import fr.gouv.workinfrance.opinion.Inbox.Cursor;
import fr.gouv.workinfrance.opinion.Inbox.Load;
import fr.gouv.workinfrance.opinion.Inbox.Part;
import fr.gouv.workinfrance.opinion.Opinion.Given;
import fr.gouv.workinfrance.procedure.body.Body;
import fr.gouv.workinfrance.procedure.body.Inquiry;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What the members of a service do with what it is asked: all of them see all of it, so that
/// nobody's absence loses a request.
@Component
public class Inboxes {

    /// In which relations to a service someone works there, for what is asked of it.
    public static final Set<String> MEMBERS = Set.of("member", "head", "caseworker");

    private static final int A_PAGE = 25;

    private final ConsultationTable table;
    private final InboxTable inbox;
    private final Administrations administrations;
    private final Proceedings proceedings;
    private final Opinions opinions;
    private final Dossiers dossiers;
    private final Documents documents;
    private final Offices offices;
    private final Grants grants;
    private final Accounts accounts;

    Inboxes(
            ConsultationTable table,
            InboxTable inbox,
            Administrations administrations,
            Proceedings proceedings,
            Opinions opinions,
            Dossiers dossiers,
            Documents documents,
            Offices offices,
            Grants grants,
            Accounts accounts) {
        this.table = table;
        this.inbox = inbox;
        this.administrations = administrations;
        this.proceedings = proceedings;
        this.opinions = opinions;
        this.dossiers = dossiers;
        this.documents = documents;
        this.offices = offices;
        this.grants = grants;
        this.accounts = accounts;
    }

    /// The services in which someone works, by name.
    @Transactional(readOnly = true)
    public List<Office> services(Account account) {
        return offices.all(
                grants.of(account.id()).stream()
                        .filter(grant -> MEMBERS.contains(grant.relation()))
                        .map(Grant::scope)
                        .filter(scope -> scope.kind().equals("office"))
                        .map(Scope::id)
                        .distinct()
                        .toList());
    }

    /// Those who work in a service, by name.
    @Transactional(readOnly = true)
    public List<Account> members(Office office) {
        return accounts
                .named(
                        grants.on(new Scope("office", office.id())).stream()
                                .filter(grant -> MEMBERS.contains(grant.relation()))
                                .map(Grant::account)
                                .collect(Collectors.toSet()))
                .values()
                .stream()
                .sorted(Comparator.comparing(Account::displayName))
                .toList();
    }

    /// A page of what a service is asked.
    ///
    /// @param after the last one of the page before; absent for the first page
    /// @throws NoSuchElementException when this person does not work there
    @Transactional(readOnly = true)
    public Inbox page(String service, Part part, @Nullable Cursor after, Account account) {
        Office office = worked(service, account);
        LocalDate today = administrations.today(office);
        List<Consultation> found =
                inbox.page(service, account.id(), today, part, after, A_PAGE + 1);
        List<Consultation> page = found.subList(0, Math.min(A_PAGE, found.size()));
        return new Inbox(
                office,
                today,
                part,
                inbox.counts(service, account.id(), today),
                page,
                found.size() > A_PAGE ? cursor(page.getLast()) : null);
    }

    private static Cursor cursor(Consultation last) {
        return new Cursor(
                switch (last.opinion()) {
                    case Opinion.Awaited _ -> last.due().toString();
                    case Given given -> given.at().toString();
                    case Opinion.Tacit(_, LocalDate on) -> on + "T00:00:00Z";
                    case Opinion.Ended ended -> ended.at().toString();
                },
                last.id());
    }

    /// How a service stands, for its head.
    ///
    /// @throws NoSuchElementException when this person does not lead it
    @Transactional(readOnly = true)
    public Load load(Office office, Account account) {
        if (!grants.holds(account.id(), "head", new Scope("office", office.id()))) {
            throw new NoSuchElementException();
        }
        return inbox.load(office.id(), administrations.today(office));
    }

    private Office worked(String service, Account account) {
        return services(account).stream()
                .filter(office -> office.id().equals(service))
                .findFirst()
                .orElseThrow();
    }

    /// A consultation, for a member of its service; for anyone else it does not exist. The look is
    /// in the dossier's journal.
    @Transactional
    public Optional<Opened> open(UUID id, Account account) {
        return table.find(id)
                .filter(found -> worksIn(found.office(), account))
                .map(found -> open(found, account.actor()));
    }

    /// The same, to answer it or to look at one of its documents: what is done then has an entry of
    /// its own.
    @Transactional(readOnly = true)
    public Optional<Opened> reading(UUID id, Account account) {
        return table.find(id).filter(found -> worksIn(found.office(), account)).map(this::opened);
    }

    Opened open(Consultation found, Actor actor) {
        Opened opened = opened(found);
        if (opened.seen() != null) {
            proceedings.record(found, actor, "SEE_PART", Map.of(), Map.of(), null);
        }
        return opened;
    }

    /// What its service has before its eyes: of the dossier, nothing any more once it has answered,
    /// is asked no more, or its answer can serve nothing.
    Opened opened(Consultation found) {
        Body body = administrations.body(found.body());
        Office office = administrations.office(found.office());
        Seen seen = found.open() ? dossiers.shown(found.dossier(), body.sight()) : null;
        return new Opened(
                found,
                body,
                body.inquiry(found.inquiry()).orElseThrow(),
                office,
                seen == null || Opinions.ended(seen.dossier()) ? null : seen,
                administrations.today(office),
                table.of(found.dossier()).stream()
                        .filter(other -> found.id().equals(other.parent()))
                        .toList());
    }

    /// Whether someone works in a service, for what it is asked and told.
    boolean worksIn(String office, Account account) {
        Scope scope = new Scope("office", office);
        return grants.of(account.id()).stream()
                .anyMatch(
                        grant -> grant.scope().equals(scope) && MEMBERS.contains(grant.relation()));
    }

    /// Someone sees to it, or gives it to a colleague, or puts it back for all.
    ///
    /// @param member absent to put it back
    /// @throws NoSuchElementException when one of them does not work there
    @Transactional
    public Consultation take(UUID id, @Nullable UUID member, Account by) {
        Consultation before = held(id, by);
        if (member != null
                && members(administrations.office(before.office())).stream()
                        .noneMatch(one -> one.id().equals(member))) {
            throw new NoSuchElementException();
        }
        if (!before.open() || Objects.equals(before.taker(), member)) {
            return before;
        }
        return proceedings.write(
                before.taken(member),
                by.actor(),
                "TAKE_OPINION",
                Map.of("member", member == null ? "" : member.toString()),
                Map.of(),
                null);
    }

    /// Gives the opinion of the service.
    @Transactional
    public Answering answer(UUID id, Reply reply, Account by) {
        return answer(held(id, by), reply, Respondent.of(by));
    }

    Answering answer(Consultation before, Reply reply, Respondent who) {
        if (!before.open() || Opinions.ended(dossiers.dossier(before.dossier()))) {
            reply.documents().forEach(document -> documents.erase(document, who.actor()));
            return new Answering.Gone(before);
        }
        Inquiry inquiry = administrations.inquiry(before);
        Map<String, Wrong> wrong = reply.wrong(inquiry, reply.documents().size());
        if (!wrong.isEmpty()) {
            reply.documents().forEach(document -> documents.erase(document, who.actor()));
            return new Answering.Faulty(wrong);
        }
        Given given =
                new Given(
                        Objects.requireNonNull(reply.verdict()),
                        reply.reasons().strip(),
                        reply.kept(inquiry),
                        reply.documents(),
                        proceedings.now(),
                        who.account(),
                        who.name(),
                        administrations
                                .today(administrations.office(before.office()))
                                .isAfter(before.due()));
        return new Answering.Kept(
                proceedings.write(
                        before.give(given),
                        who.actor(),
                        "GIVE_OPINION",
                        Map.of(
                                "verdict",
                                given.verdict().name(),
                                "late",
                                String.valueOf(given.late())),
                        Map.of("reasons", given.reasons()),
                        new OpinionGiven(before.id(), before.dossier(), given.at())));
    }

    /// Asks for more time.
    ///
    /// @param until absent when what was typed is no day
    @Transactional
    public Answering extend(UUID id, @Nullable LocalDate until, String reason, Account by) {
        Consultation before = held(id, by);
        Inquiry inquiry = administrations.inquiry(before);
        Office office = administrations.office(before.office());
        if (!before.extensible(inquiry, administrations.today(office))) {
            return new Answering.Gone(before);
        }
        LocalDate last = administrations.after(office, before.due(), inquiry.extension());
        if (until == null || !until.isAfter(before.due()) || until.isAfter(last)) {
            return new Answering.Faulty(Map.of("until", Wrong.of("until")));
        }
        if (reason.isBlank() || reason.codePointCount(0, reason.length()) > Opinions.LONGEST) {
            return new Answering.Faulty(Map.of("reason", Wrong.of("reason")));
        }
        return new Answering.Kept(
                proceedings.write(
                        before.extend(
                                new Extension(
                                        until,
                                        reason.strip(),
                                        proceedings.now(),
                                        Extension.State.ASKED)),
                        by.actor(),
                        "ASK_EXTENSION",
                        Map.of("until", until.toString()),
                        Map.of("reason", reason.strip()),
                        new ExtensionAsked(id, before.dossier(), proceedings.now())));
    }

    /// A service asks another one, where the catalogue lets it.
    @Transactional
    public Consulting delegate(UUID id, Ask ask, Account by) {
        Consultation before = held(id, by);
        if (!before.pending()
                || !administrations.inquiry(before).delegates().contains(ask.body())) {
            return new Consulting.Faulty(Set.of(Fault.NOT_DELEGATED));
        }
        return opinions.ask(dossiers.hold(before.dossier()), ask, null, before, by);
    }

    /// A document that came with an opinion, for the service that gave it.
    @Transactional(readOnly = true)
    public Optional<DocumentId> document(Consultation consultation, String name) {
        return consultation.opinion() instanceof Given given
                ? given.documents().stream()
                        .filter(document -> document.value().toString().equals(name))
                        .findFirst()
                : Optional.empty();
    }

    private Consultation held(UUID id, Account by) {
        return Optional.of(proceedings.hold(id))
                .filter(found -> worksIn(found.office(), by))
                .orElseThrow();
    }
}
