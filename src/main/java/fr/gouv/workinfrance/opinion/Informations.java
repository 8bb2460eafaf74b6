package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.opinion.Answering.Wrong;
import fr.gouv.workinfrance.opinion.Consulting.Fault;
import fr.gouv.workinfrance.opinion.Inbox.Cursor;
import fr.gouv.workinfrance.opinion.Information.Returned;
import fr.gouv.workinfrance.permit.Permits;
import fr.gouv.workinfrance.permit.Verification;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.body.Body;
import fr.gouv.workinfrance.procedure.body.Body.ReturnedFact;
import fr.gouv.workinfrance.procedure.body.Exchange;
import fr.gouv.workinfrance.procedure.body.Exchange.Moment;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// What other administrations are told of a dossier without being asked anything, and the facts
/// that they send back, so that nothing is keyed twice.
@Component
public class Informations {

    private static final Actor HOUSE = Actor.system("opinion-rules");

    private final InformationTable table;
    private final Administrations administrations;
    private final Procedures procedures;
    private final Dossiers dossiers;
    private final Inboxes inboxes;
    private final Permits permits;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Informations(
            InformationTable table,
            Administrations administrations,
            Procedures procedures,
            Dossiers dossiers,
            Inboxes inboxes,
            Permits permits,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.administrations = administrations;
        this.procedures = procedures;
        this.dossiers = dossiers;
        this.inboxes = inboxes;
        this.permits = permits;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /// All that services were told of a dossier, in that order.
    @Transactional(readOnly = true)
    public List<Information> of(DossierId dossier) {
        return table.of(dossier);
    }

    /// Tells an administration of a dossier.
    ///
    /// @param words beside what it may see; empty for nothing
    /// @return what keeps it from being told; nothing when it was
    @Transactional
    public Set<Fault> tell(DossierId id, String administration, String words, Account by) {
        Dossier dossier = dossiers.hold(id, by, Act.INFORM);
        Body body = procedures.body(administration).orElse(null);
        if (body == null) {
            return Set.of(Fault.UNKNOWN);
        }
        if (words.codePointCount(0, words.length()) > Opinions.LONGEST) {
            return Set.of(Fault.TOO_LONG);
        }
        return tell(dossier, body, null, null, words.strip(), by);
    }

    private Set<Fault> tell(
            Dossier dossier,
            Body body,
            @Nullable String rule,
            @Nullable Moment moment,
            String words,
            @Nullable Account by) {
        if (!body.founded()) {
            return Set.of(Fault.NO_BASIS);
        }
        Office office =
                administrations
                        .competent(body, dossier)
                        .filter(found -> !found.id().equals(dossier.office().orElse("")))
                        .orElse(null);
        if (office == null) {
            return Set.of(Fault.NO_OFFICE);
        }
        Information told =
                new Information(
                        UUID.randomUUID(),
                        dossier.id(),
                        dossier.reference(),
                        dossier.procedure(),
                        rule,
                        body.id(),
                        office.id(),
                        now(),
                        by == null ? null : by.id(),
                        moment,
                        words,
                        null,
                        null,
                        List.of());
        if (table.insert(told)) {
            record(
                    told,
                    by == null ? HOUSE : by.actor(),
                    "INFORM",
                    Map.of("moment", moment == null ? "" : moment.name()),
                    Map.of("words", words));
            events.publishEvent(new ServiceInformed(told.id(), dossier.id(), told.toldAt()));
        }
        return Set.of();
    }

    /// Tells what the procedure's rules tell at that moment; done again, nobody is told twice.
    @Transactional
    public void tellByRule(DossierId id, Moment moment) {
        Dossier dossier = dossiers.hold(id);
        if (moment == Moment.REFUSED && !refused(dossier)) {
            return;
        }
        Version version = dossiers.version(dossier);
        Map<String, Object> counted = version.counted(dossier.values());
        for (Exchange exchange : version.exchanges()) {
            if (exchange.inquiry() == null
                    && exchange.on() == moment
                    && exchange.concerns(counted)) {
                Body body = administrations.body(exchange.body());
                tell(dossier, body, exchange.id(), moment, "", null);
            }
        }
    }

    private static boolean refused(Dossier dossier) {
        return dossier.stage() instanceof Stage.Decided
                && dossier.prepared().orElseThrow().decision() instanceof Decision.Refused;
    }

    /// What a service was told, the newest first.
    ///
    /// @param after the last one of the page before; absent for the first page
    /// @throws NoSuchElementException when this person does not work there
    @Transactional(readOnly = true)
    public List<Information> page(
            String service, @Nullable Cursor after, int limit, Account account) {
        if (!inboxes.worksIn(service, account)) {
            throw new NoSuchElementException();
        }
        return table.page(service, after, limit);
    }

    /// How much of what a service was told it has not acknowledged.
    @Transactional(readOnly = true)
    public int unread(String service) {
        return table.unread(service);
    }

    /// What a service was told, and what of the dossier its purpose lets it see.
    ///
    /// @param permit what the authorization is worth and says today; absent when there is none, or
    ///   its purpose does not need it
    public record Told(
            Information information, Body body, Seen seen, Verification.@Nullable Genuine permit) {}

    /// One of them, for a member of the service; for anyone else it does not exist. The look is in
    /// the dossier's journal.
    @Transactional
    public Optional<Told> open(UUID id, Account account) {
        return table.find(id)
                .filter(found -> inboxes.worksIn(found.office(), account))
                .map(
                        found -> {
                            record(found, account.actor(), "SEE_PART", Map.of(), Map.of());
                            return told(found);
                        });
    }

    /// The same, for one of its documents: each look at one has an entry of its own.
    @Transactional(readOnly = true)
    public Optional<Told> reading(UUID id, Account account) {
        return table.find(id)
                .filter(found -> inboxes.worksIn(found.office(), account))
                .map(this::told);
    }

    private Told told(Information found) {
        Body body = administrations.body(found.body());
        return new Told(
                found,
                body,
                dossiers.shown(found.dossier(), body.sight()),
                body.sight().authorization() ? permits.of(found.dossier()).orElse(null) : null);
    }

    /// A member of the service says that it has it.
    @Transactional
    public void acknowledge(UUID id, Account by) {
        Information found = held(id, by);
        if (table.acknowledge(id, now(), by.id())) {
            record(found, by.actor(), "ACKNOWLEDGE_INFORMATION", Map.of(), Map.of());
        }
    }

    /// A service sends a fact back to the timeline.
    ///
    /// @param day absent when none was typed, or none that can be read
    /// @return what is wrong, by field; nothing when it was kept
    @Transactional
    public Map<String, Wrong> giveBack(UUID id, String fact, @Nullable LocalDate day, Account by) {
        Information found = held(id, by);
        ReturnedFact known = administrations.body(found.body()).returned(fact).orElse(null);
        if (known == null) {
            return Map.of("fact", Wrong.of("fact"));
        }
        LocalDate today = administrations.today(administrations.office(found.office()));
        if (known.dated() && (day == null || day.isAfter(today))) {
            return Map.of("day", Wrong.of("day"));
        }
        LocalDate kept = known.dated() ? day : null;
        table.giveBack(id, new Returned(fact, kept, now(), by.id()));
        if (table.acknowledge(id, now(), by.id())) {
            record(found, by.actor(), "ACKNOWLEDGE_INFORMATION", Map.of(), Map.of());
        }
        record(
                found,
                by.actor(),
                "RETURN_FACT",
                Map.of("fact", fact, "day", kept == null ? "" : kept.toString()),
                Map.of());
        events.publishEvent(new FactReturned(id, found.dossier(), now()));
        return Map.of();
    }

    private Information held(UUID id, Account by) {
        return table.lock(id).filter(found -> inboxes.worksIn(found.office(), by)).orElseThrow();
    }

    private void record(
            Information about,
            Actor actor,
            String act,
            Map<String, String> facts,
            Map<String, String> personal) {
        Map<String, String> all = new TreeMap<>(facts);
        all.put("body", about.body());
        all.put("office", about.office());
        journal.record(about.dossier().subject(), actor, act, all, personal);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
