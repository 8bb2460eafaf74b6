package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.opinion.ConsultationTable.Exchanged;
import fr.gouv.workinfrance.opinion.Consulting.Fault;
import fr.gouv.workinfrance.opinion.Opinion.Ended;
import fr.gouv.workinfrance.opinion.Opinion.Why;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.body.Body;
import fr.gouv.workinfrance.procedure.body.Exchange;
import fr.gouv.workinfrance.procedure.body.Exchange.Moment;
import fr.gouv.workinfrance.procedure.body.Inquiry;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// What the office that handles a dossier does with opinions: it asks, takes back, gives more time,
/// and says which of them the parties may read. What the services do is in [Inboxes].
@Component
public class Opinions {

    /// The greatest number of characters of a question, or of a reason.
    public static final int LONGEST = 2000;

    private static final Actor HOUSE = Actor.system("opinion-rules");

    private final ConsultationTable table;
    private final Administrations administrations;
    private final Dossiers dossiers;
    private final Proceedings proceedings;

    Opinions(
            ConsultationTable table,
            Administrations administrations,
            Dossiers dossiers,
            Proceedings proceedings) {
        this.table = table;
        this.administrations = administrations;
        this.dossiers = dossiers;
        this.proceedings = proceedings;
    }

    /// All that was asked about a dossier, in that order.
    @Transactional(readOnly = true)
    public List<Consultation> of(DossierId dossier) {
        return table.of(dossier);
    }

    /// The service of an administration that is competent for a dossier today.
    public Optional<Office> competent(Body body, Dossier dossier) {
        return administrations.competent(body, dossier);
    }

    /// The day by which a service would have to answer, were it asked today.
    public LocalDate due(Office office, Inquiry inquiry) {
        return administrations.after(office, administrations.today(office), inquiry.days());
    }

    /// Where each of these stands today.
    ///
    /// @param known services that were read already, by id
    public List<Standing> standing(List<Consultation> asked, Map<String, Office> known) {
        return administrations.standing(asked, known);
    }

    /// All that was asked about a dossier and told of it, in one question.
    ///
    /// @param known services that were read already, by id
    public Dialogue dialogue(DossierId dossier, Map<String, Office> known) {
        Exchanged exchanged = table.exchanged(dossier);
        Map<String, Office> offices =
                administrations.offices(
                        Stream.concat(
                                exchanged.asked().stream().map(Consultation::office),
                                exchanged.told().stream().map(Information::office)),
                        known);
        return new Dialogue(
                administrations.standing(exchanged.asked(), offices), exchanged.told(), offices);
    }

    /// Whose opinion the procedure makes compulsory, and that were not asked: no service is
    /// competent, or the moment has not come.
    ///
    /// @param asked all that was asked
    public List<Body> notAsked(Dossier dossier, List<Standing> asked) {
        Version version = dossiers.version(dossier);
        Map<String, Object> counted = version.counted(dossier.values());
        return version.exchanges().stream()
                .filter(exchange -> exchange.concerns(counted))
                .filter(
                        exchange ->
                                administrations
                                        .body(exchange.body())
                                        .inquiry(exchange.inquiry())
                                        .filter(Inquiry::compulsory)
                                        .isPresent())
                .filter(exchange -> asked.stream().noneMatch(one -> one.answers(exchange)))
                .map(exchange -> administrations.body(exchange.body()))
                .distinct()
                .toList();
    }

    /// Asks a service for its opinion.
    ///
    /// @throws fr.gouv.workinfrance.dossier.IllegalMove when this person may not ask any
    @Transactional
    public Consulting ask(DossierId id, Ask ask, Account by) {
        Dossier dossier = dossiers.hold(id, by, Act.CONSULT);
        return ask(dossier, ask, null, null, by);
    }

    /// @param parent the consultation in the course of which a service asks another
    Consulting ask(
            Dossier dossier,
            Ask ask,
            @Nullable String rule,
            @Nullable Consultation parent,
            @Nullable Account by) {
        Body body = proceedings.body(ask.body()).orElse(null);
        Inquiry inquiry = body == null ? null : body.inquiry(ask.inquiry()).orElse(null);
        if (body == null || inquiry == null) {
            return new Consulting.Faulty(Set.of(Fault.UNKNOWN));
        }
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (!body.founded()) {
            faults.add(Fault.NO_BASIS);
        }
        if (ask.question().codePointCount(0, ask.question().length()) > LONGEST) {
            faults.add(Fault.TOO_LONG);
        }
        Office office =
                (ask.office() == null
                                ? administrations.competent(body, dossier)
                                : administrations.open(body, ask.office()))
                        .filter(found -> !found.id().equals(dossier.office().orElse("")))
                        .orElse(null);
        if (office == null) {
            faults.add(Fault.NO_OFFICE);
            return new Consulting.Faulty(faults);
        }
        LocalDate today = administrations.today(office);
        LocalDate due = ask.due() == null ? due(office, inquiry) : ask.due();
        if (due.isBefore(today)
                || due.isAfter(
                        administrations.after(
                                office, today, inquiry.days() + inquiry.extension()))) {
            faults.add(Fault.WRONG_DAY);
        }
        if (pending(dossier.id(), office, inquiry)) {
            faults.add(Fault.PENDING);
        }
        if (!faults.isEmpty()) {
            return new Consulting.Faulty(faults);
        }
        Consultation asked =
                new Consultation(
                        UUID.randomUUID(),
                        dossier.id(),
                        dossier.reference(),
                        dossier.procedure(),
                        table.next(dossier.id()),
                        rule,
                        parent == null ? null : parent.id(),
                        body.id(),
                        inquiry.id(),
                        office.id(),
                        proceedings.now(),
                        by == null ? null : by.id(),
                        ask.question().strip(),
                        due,
                        null,
                        null,
                        new Opinion.Awaited(null),
                        inquiry.communicable(),
                        1);
        if (!table.insert(asked)) {
            return new Consulting.Faulty(Set.of(Fault.PENDING));
        }
        proceedings.mark(dossier.id());
        proceedings.record(
                asked,
                by == null ? HOUSE : by.actor(),
                "ASK_OPINION",
                Map.of("due", due.toString(), "rule", rule == null ? "" : rule),
                Map.of("question", asked.question()),
                new OpinionAsked(asked.id(), dossier.id(), asked.askedAt()));
        return new Consulting.Asked(asked);
    }

    private boolean pending(DossierId dossier, Office office, Inquiry inquiry) {
        return table.of(dossier).stream()
                .filter(Consultation::pending)
                .filter(one -> one.office().equals(office.id()))
                .anyMatch(one -> one.inquiry().equals(inquiry.id()));
    }

    /// The office asks it no more, and says why to the service.
    @Transactional
    public Consultation takeBack(UUID id, String reason, Account by) {
        Consultation before = held(id, by);
        return before.open()
                ? proceedings.write(
                        before.end(
                                new Ended(
                                        proceedings.now(),
                                        Why.TAKEN_BACK,
                                        by.id(),
                                        reason.strip())),
                        by.actor(),
                        "END_OPINION",
                        Map.of("why", Why.TAKEN_BACK.name()),
                        Map.of("reason", reason.strip()),
                        new OpinionEnded(id, before.dossier(), proceedings.now()))
                : before;
    }

    /// Says yes or no to the time that a service asked for.
    @Transactional
    public Consultation settle(UUID id, boolean granted, Account by) {
        Consultation before = held(id, by);
        return before.extensionAsked()
                ? proceedings.write(
                        before.settle(granted),
                        by.actor(),
                        granted ? "GRANT_EXTENSION" : "REFUSE_EXTENSION",
                        Map.of(),
                        Map.of(),
                        new ExtensionSettled(id, before.dossier(), proceedings.now()))
                : before;
    }

    /// Says whether the parties may read an opinion.
    @Transactional
    public Consultation communicate(UUID id, boolean to, Account by) {
        dossiers.hold(table.find(id).orElseThrow().dossier(), by, Act.INFORM);
        Consultation before = proceedings.lock(id);
        return before.communicable() == to
                ? before
                : proceedings.write(
                        before.communicate(to),
                        by.actor(),
                        to ? "SHARE_OPINION" : "KEEP_OPINION",
                        Map.of(),
                        Map.of(),
                        null);
    }

    private Consultation held(UUID id, Account by) {
        dossiers.hold(table.find(id).orElseThrow().dossier(), by, Act.CONSULT);
        return proceedings.lock(id);
    }

    // ---- the house's own work

    /// Asks what the procedure's rules ask at that moment; done again, nothing is asked twice.
    @Transactional
    public void askByRule(DossierId id, Moment moment) {
        Dossier dossier = dossiers.hold(id);
        Version version = dossiers.version(dossier);
        Map<String, Object> counted = version.counted(dossier.values());
        if (ended(dossier)) {
            return;
        }
        for (Exchange exchange : version.exchanges()) {
            String inquiry = exchange.inquiry();
            if (inquiry != null && exchange.on() == moment && exchange.concerns(counted)) {
                ask(dossier, Ask.of(exchange.body(), inquiry), exchange.id(), null, null);
            }
        }
    }

    /// Whether no opinion serves any more.
    static boolean ended(Dossier dossier) {
        return switch (dossier.stage()) {
            case Stage.Decided _, Stage.Withdrawn _, Stage.Draft _ -> true;
            case Stage.Submitted _,
                    Stage.Complete _,
                    Stage.InExamination _,
                    Stage.AwaitingSignature _ ->
                    false;
        };
    }

    /// What happened to a dossier ends all that is asked about it.
    @Transactional
    public void end(DossierId id, Why why) {
        dossiers.hold(id);
        for (Consultation one : table.of(id)) {
            if (one.pending()) {
                proceedings.write(
                        proceedings.lock(one.id()).end(new Ended(proceedings.now(), why, null, "")),
                        HOUSE,
                        "END_OPINION",
                        Map.of("why", why.name()),
                        Map.of(),
                        new OpinionEnded(one.id(), id, proceedings.now()));
            }
        }
    }

    /// How many answers a service owes.
    @Transactional(readOnly = true)
    public int pendingAt(String office) {
        return table.pendingAt(office).size();
    }

    /// What a service that closes was asked goes to the one that is competent now, or to its
    /// successor; where that one is asked the same already, one answer is enough.
    @Transactional
    public void handOver(String closed, String successor) {
        for (UUID id : table.pendingAt(closed)) {
            Consultation before = proceedings.hold(id);
            String next =
                    administrations
                            .competent(
                                    administrations.body(before.body()),
                                    dossiers.dossier(before.dossier()))
                            .map(Office::id)
                            .filter(found -> !found.equals(closed))
                            .orElse(successor);
            boolean asked =
                    table.of(before.dossier()).stream()
                            .filter(Consultation::pending)
                            .filter(one -> one.inquiry().equals(before.inquiry()))
                            .anyMatch(one -> one.office().equals(next));
            if (asked) {
                proceedings.write(
                        before.end(new Ended(proceedings.now(), Why.TAKEN_BACK, null, "")),
                        HOUSE,
                        "END_OPINION",
                        Map.of("why", Why.TAKEN_BACK.name()),
                        Map.of(),
                        null);
            } else {
                table.move(id, next);
                proceedings.record(
                        before, HOUSE, "MOVE_OPINION", Map.of("to", next), Map.of(), null);
            }
        }
        table.succeed(closed, successor);
    }

    /// Records that the day of an opinion has passed, and what that means.
    @Transactional
    public void look(UUID id) {
        Consultation before = proceedings.hold(id);
        Consultation after =
                before.look(
                        administrations.inquiry(before).silence(),
                        administrations.today(administrations.office(before.office())));
        if (!after.equals(before)) {
            proceedings.write(
                    after,
                    HOUSE,
                    after.pending() ? "LATE_OPINION" : "TACIT_OPINION",
                    Map.of("due", before.due().toString()),
                    Map.of(),
                    new OpinionLapsed(id, before.dossier(), proceedings.now()));
        }
    }

    /// Reminds a service, once, that its day comes.
    @Transactional
    public void remind(UUID id) {
        Consultation found = proceedings.lock(id);
        if (table.reminded(id, proceedings.now())) {
            proceedings.record(
                    found,
                    HOUSE,
                    "REMIND_OPINION",
                    Map.of("due", found.due().toString()),
                    Map.of(),
                    new OpinionDue(id, found.dossier(), proceedings.now()));
        }
    }
}
