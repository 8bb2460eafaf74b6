package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.Reorganisation.Share;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.office.Closure;
import fr.gouv.workinfrance.office.Closures;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.OfficeKind;
import fr.gouv.workinfrance.office.Place;
import fr.gouv.workinfrance.procedure.Procedure.Aspect;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Version;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What an office that closes hands over to its successors: all that it has, in one act. Of each
/// request the limit runs on as it did: the office was competent, and its successor is.
@Component
public class Reorganisations {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Set<Stage.Name> ENDED = Set.of(Stage.Name.DECIDED, Stage.Name.WITHDRAWN);
    private static final int BATCH = 500;

    private final ReorganisationTable table;
    private final Closures closures;
    private final Procedures procedures;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reorganisations(
            ReorganisationTable table,
            Closures closures,
            Procedures procedures,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.closures = closures;
        this.procedures = procedures;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /// What it would move, were it carried out now.
    @Transactional(readOnly = true)
    public Reorganisation foresee(Office office, Closure closure) {
        SortedMap<String, Share> shares = new TreeMap<>();
        closure.successors().forEach(successor -> shares.put(successor, Share.NOTHING));
        if (closure.parts().isEmpty()) {
            shares.put(closure.successor(), of(office));
        } else {
            each(
                    after -> table.page(office.id(), after, BATCH),
                    row ->
                            shares.computeIfPresent(
                                    successor(closure, row),
                                    (_, share) -> share.with(row.stage(), 1)));
        }
        drafts(office)
                .forEach(
                        (place, many) -> {
                            if (office.territory().covers(place)) {
                                shares.computeIfPresent(
                                        closure.successor(place),
                                        (_, share) -> share.withDrafts(many));
                            }
                        });
        return new Reorganisation(shares);
    }

    /// How many drafts would be deposited at an office of that kind and for those procedures, by
    /// where they are, as they are answered now.
    @Transactional(readOnly = true)
    public Map<Place, Long> drafts(Office office) {
        Map<String, Version> versions = versions(office);
        Map<Place, Long> drafts = new HashMap<>();
        each(
                after -> table.drafts(after, BATCH),
                row ->
                        Optional.ofNullable(versions.get(row.procedure()))
                                .flatMap(version -> Competences.place(version, row.values()))
                                .ifPresent(place -> drafts.merge(place, 1L, Long::sum)));
        return drafts;
    }

    /// What the drafts of such an office follow today, by procedure.
    private Map<String, Version> versions(Office office) {
        LocalDate today = clock.instant().atZone(PARIS).toLocalDate();
        return procedures.all().stream()
                .filter(
                        procedure ->
                                office.procedures().isEmpty()
                                        || office.procedures().contains(procedure.id()))
                .flatMap(procedure -> procedure.on(Aspect.FORM, today).stream())
                .filter(
                        version ->
                                OfficeKind.valueOf(version.competence().officeKind())
                                        == office.kind())
                .collect(Collectors.toMap(Version::procedureId, Function.identity()));
    }

    private static void each(Function<UUID, List<AnsweredRow>> pages, Consumer<AnsweredRow> act) {
        List<AnsweredRow> rows = pages.apply(new UUID(0, 0));
        while (!rows.isEmpty()) {
            rows.forEach(act);
            rows = pages.apply(rows.getLast().id());
        }
    }

    /// How many requests an office has, by stage.
    @Transactional(readOnly = true)
    public Share of(Office office) {
        return new Share(table.counts(office.id()), 0);
    }

    /// Offices that have closed and have something still: all that they had, or what came since by
    /// an act that was under way.
    @Transactional(readOnly = true)
    public List<String> due() {
        return closures.past().stream()
                .filter(closure -> !closure.done() || table.any(closure.office()))
                .map(Closure::office)
                .toList();
    }

    /// Hands over all that an office has, once its last day has passed; done by two at once, it is
    /// done once. What waits to be signed is examined again: another authority signs.
    ///
    /// @return how many requests were handed over
    @Transactional
    public long carryOut(String office, Actor by) {
        return closures.held(office)
                .map(
                        closure -> {
                            long moved = move(closure, by);
                            if (!closure.done()) {
                                closures.done(closure, moved, by);
                            } else if (moved > 0) {
                                closures.late(closure);
                            }
                            return moved;
                        })
                .orElse(0L);
    }

    private long move(Closure closure, Actor by) {
        Instant now = clock.instant();
        long moved = 0;
        UUID after = new UUID(0, 0);
        List<AnsweredRow> rows = table.next(closure.office(), after, BATCH);
        while (!rows.isEmpty()) {
            rows.stream()
                    .collect(Collectors.groupingBy(row -> successor(closure, row)))
                    .forEach(
                            (successor, all) ->
                                    table.move(
                                            all.stream().map(AnsweredRow::id).toList(),
                                            successor,
                                            keeps(closure, successor),
                                            now));
            rows.forEach(row -> told(closure, row, now, by));
            moved += rows.size();
            after = rows.getLast().id();
            rows = table.next(closure.office(), after, BATCH);
        }
        return moved;
    }

    private void told(Closure closure, AnsweredRow row, Instant now, Actor by) {
        DossierId id = new DossierId(row.id());
        journal.record(
                id.subject(),
                by,
                "REORGANISE",
                Map.of(
                        "from", closure.office(),
                        "office", successor(closure, row),
                        "stage", row.stage().name()));
        if (!ENDED.contains(row.stage())) {
            events.publishEvent(new DossierReorganised(id, now));
        }
    }

    private static boolean keeps(Closure closure, String successor) {
        return closure.members() && successor.equals(closure.successor());
    }

    private String successor(Closure closure, AnsweredRow row) {
        if (closure.parts().isEmpty()) {
            return closure.successor();
        }
        Version version = procedures.version(row.procedure(), row.version());
        return Competences.place(version, row.values())
                .map(closure::successor)
                .orElse(closure.successor());
    }
}
