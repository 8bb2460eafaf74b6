package fr.gouv.workinfrance.examination.appeal;

import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.examination.appeal.Recourse.Nearness;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.office.Closure;
import fr.gouv.workinfrance.office.Closures;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Appeal;
import fr.gouv.workinfrance.procedure.Appeal.Authority;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What the house does by itself with appeals and requests for reasons, from its queue or with what
/// happens to a dossier.
@Component
class AppealDuties {

    private static final int AT_ONCE = 100;

    private static final Actor HOUSE = Actor.system("examination-appeal");

    private final AppealTable table;
    private final Dossiers dossiers;
    private final Offices offices;
    private final Closures closures;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppealDuties(
            AppealTable table,
            Dossiers dossiers,
            Offices offices,
            Closures closures,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.dossiers = dossiers;
        this.offices = offices;
        this.closures = closures;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    Recourse recourse(UUID id) {
        return table.find(id).orElseThrow();
    }

    @Transactional
    void acknowledged(Recourse one, DocumentId receipt) {
        table.receipt(one.id(), receipt);
        journal.record(
                one.dossier().subject(),
                HOUSE,
                "ACKNOWLEDGE_APPEAL",
                Map.of("appeal", one.id().toString(), "document", receipt.toString()));
        events.publishEvent(new AppealAcknowledged(one.dossier(), one.id(), now()));
    }

    // ---- days

    /// Those whose limit comes within the working days that their office set, and of which it was
    /// not yet warned so: some of each, the most urgent first.
    @Transactional(readOnly = true)
    List<UUID> near() {
        return offices.all(table.running()).stream()
                .flatMap(office -> near(office).stream())
                .toList();
    }

    private List<UUID> near(Office office) {
        LegalDays days = offices.days(office);
        LocalDate today = offices.today(office);
        return table.near(
                office.id(),
                office.thresholds().atRisk(today, days),
                office.thresholds().urgent(today, days),
                AT_ONCE);
    }

    /// Warns who has to answer that the day comes near: once when it comes soon, and once more when
    /// it is urgent.
    @Transactional
    void warn(UUID id) {
        Recourse one = table.lock(id).orElseThrow();
        Office office = offices.office(one.office()).orElseThrow();
        boolean urgent =
                !one.limit()
                        .isAfter(
                                office.thresholds()
                                        .urgent(offices.today(office), offices.days(office)));
        Nearness near = urgent ? Nearness.URGENT : Nearness.SOON;
        if (!one.open() || one.silent() || near == one.warned()) {
            return;
        }
        table.warn(id, near);
        journal.record(
                one.dossier().subject(),
                HOUSE,
                "WARN_APPEAL",
                Map.of(
                        "appeal", id.toString(),
                        "limit", one.limit().toString(),
                        "near", near.name(),
                        "office", one.office()));
        events.publishEvent(new AppealDue(one.dossier(), id, now()));
    }

    /// Those whose limit has come, and of which this was not yet recorded: some of them, the oldest
    /// first.
    List<UUID> late() {
        return table.late(now().atZone(HolidayZone.REUNION.id()).toLocalDate(), AT_ONCE);
    }

    /// Records that silence has taken its meaning, once its day has come where the dossier is
    /// handled.
    @Transactional
    void look(UUID id) {
        Recourse one = table.lock(id).orElseThrow();
        LocalDate today = dossiers.today(dossiers.dossier(one.dossier()));
        if (!one.open() || one.silent() || today.isBefore(one.limit())) {
            return;
        }
        table.silent(id, now());
        journal.record(
                one.dossier().subject(),
                HOUSE,
                "APPEAL_SILENCE",
                Map.of(
                        "appeal", id.toString(),
                        "limit", one.limit().toString(),
                        "silence", one.silence().name()));
        events.publishEvent(new AppealUnanswered(one.dossier(), id, now()));
    }

    /// A decision was signed: it takes the place of the silence that was contested.
    @Transactional
    void replaced(DossierId id) {
        table.replaced(id, now(), dossiers.today(dossiers.dossier(id)));
        before(id);
    }

    // ---- who has to answer

    /// Opens the dossier to the authority above as long as it has an appeal to answer, and closes
    /// it.
    @Transactional(propagation = Propagation.MANDATORY)
    void before(DossierId id) {
        Set<String> above =
                dossiers.version(dossiers.dossier(id)).appeals().stream()
                        .filter(way -> way.authority() == Authority.ABOVE)
                        .map(Appeal::id)
                        .collect(Collectors.toSet());
        dossiers.before(
                id,
                table.of(id).stream()
                        .filter(Recourse::open)
                        .filter(one -> above.contains(one.way()))
                        .map(Recourse::office)
                        .findFirst()
                        .orElse(null));
    }

    /// What the office of a dossier has to answer goes with it, when another office has it.
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(DossierId id) {
        table.follow(id);
    }

    /// The same, of all that an office had, which has closed; and what it had to answer as the
    /// authority above is its successor's, with the dossiers that go with it.
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(String closed, String successor) {
        boolean keep = closures.of(closed).filter(Closure::members).isPresent();
        table.follow(closed, successor, keep);
        for (Recourse one : table.above(closed)) {
            dossiers.hold(one.dossier());
            if (table.move(one.id(), closed, successor, keep)) {
                journal.record(
                        one.dossier().subject(),
                        HOUSE,
                        "MOVE_APPEAL",
                        Map.of("appeal", one.id().toString(), "from", closed, "office", successor));
                before(one.dossier());
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
