package fr.gouv.workinfrance.examination.worklist;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.examination.worklist.FilterTable.How;
import fr.gouv.workinfrance.examination.worklist.Worklist.Cursor;
import fr.gouv.workinfrance.examination.worklist.Worklist.Line;
import fr.gouv.workinfrance.examination.worklist.Worklist.View;
import fr.gouv.workinfrance.examination.worklist.WorklistTable.Found;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.office.Teams;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Identifier;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Version;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// What the offices of a person have to do, and where to find what they ever had.
@Component
public class Worklists {

    private static final Set<String> STAFF = Set.of("caseworker", "signatory");

    private final WorklistTable table;
    private final RowTable rows;
    private final PendingTable pending;
    private final Offices offices;
    private final Teams teams;
    private final Grants grants;
    private final JsonMapper json;
    private final Clock clock;
    private final List<String> numbers;

    Worklists(
            WorklistTable table,
            RowTable rows,
            PendingTable pending,
            Offices offices,
            Teams teams,
            Grants grants,
            Procedures procedures,
            JsonMapper json,
            Clock clock) {
        this.table = table;
        this.rows = rows;
        this.pending = pending;
        this.offices = offices;
        this.teams = teams;
        this.grants = grants;
        this.json = json;
        this.clock = clock;
        this.numbers = numbers(procedures);
    }

    /// The questions whose answers are numbers of people and of documents.
    private static List<String> numbers(Procedures procedures) {
        return procedures.all().stream()
                .flatMap(procedure -> procedure.versions().stream())
                .map(Version::fields)
                .flatMap(List::stream)
                .filter(Field::searchable)
                .filter(
                        field ->
                                field.type() instanceof Identifier
                                        || field.type() instanceof FieldType.TitleNumber)
                .map(Field::id)
                .distinct()
                .toList();
    }

    /// The offices in which someone works, by name.
    @Transactional(readOnly = true)
    public List<Office> offices(Account account) {
        return offices.all(ids(account));
    }

    /// One page of what a filter leaves of the dossiers of this person's offices. What was typed is
    /// looked for as a number first, then as the words of a name in any order, then as words that
    /// are near to it.
    @Transactional(readOnly = true)
    public Worklist page(Account account, Filter filter, @Nullable Cursor after, int size) {
        List<Office> worked = offices(account);
        Desk desk = desk(account, worked);
        Map<View, Long> counts = table.counts(sql(Filter.of(View.OPEN), desk, How.NOT));
        if (filter.typed().isBlank()) {
            FilterTable sql = sql(filter, desk, How.NOT);
            List<Line> lines = table.page(sql, filter.view(), after, size + 1);
            long total = filter.whole() ? counts.getOrDefault(filter.view(), 0L) : table.total(sql);
            return worklist(worked, lines, filter.view(), size, counts, total, false);
        }
        Found found = new Found(List.of(), 0);
        How last = How.NOT;
        for (How how : ways(Typed.of(filter.typed()))) {
            if (how == How.NEAR) {
                table.nearness();
            }
            found = table.found(sql(filter, desk, how), after, size + 1);
            last = how;
            if (!found.lines().isEmpty()) {
                break;
            }
        }
        return worklist(
                worked,
                found.lines(),
                View.ALL,
                size,
                counts,
                found.total(),
                last == How.NEAR && !found.lines().isEmpty());
    }

    /// The dossiers that a filter leaves, in the order of its list; not more than so many.
    @Transactional(readOnly = true)
    public List<UUID> all(Account account, Filter filter, int most) {
        Desk desk = desk(account, offices(account));
        if (filter.typed().isBlank()) {
            return table.ids(sql(filter, desk, How.NOT), filter.view(), most);
        }
        for (How how : ways(Typed.of(filter.typed()))) {
            if (how == How.NEAR) {
                table.nearness();
            }
            List<UUID> found = table.found(sql(filter, desk, how), most);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /// What waits to be signed in the dossiers of a page, the oldest first.
    public List<Pending> pending(List<Line> lines) {
        return pending.of(lines.stream().map(Line::id).toList());
    }

    /// What is taken out of these dossiers, in their order; those of offices where the person does
    /// not work are left out.
    ///
    /// @param fields the questions whose answers are taken out
    @Transactional(readOnly = true)
    public List<Row> rows(Account account, List<UUID> dossiers, List<String> fields) {
        return rows.rows(dossiers, ids(account), fields);
    }

    private static List<How> ways(Typed typed) {
        List<How> ways = new ArrayList<>();
        if (typed.numbered()) {
            ways.add(How.BY_NUMBER);
        }
        if (!typed.words().isEmpty()) {
            ways.add(How.BY_WORDS);
            ways.add(How.NEAR);
        }
        return ways;
    }

    private FilterTable sql(Filter filter, Desk desk, How how) {
        return new FilterTable(filter, desk, how, Typed.of(filter.typed()), numbers, json);
    }

    /// The lines of a page, of which one too many was read to know whether there are more.
    private static Worklist worklist(
            List<Office> worked,
            List<Line> lines,
            View view,
            int size,
            Map<View, Long> counts,
            long total,
            boolean near) {
        boolean more = lines.size() > size;
        List<Line> page = more ? lines.subList(0, size) : lines;
        return new Worklist(
                worked, page, counts, total, near, more ? Cursor.of(page.getLast(), view) : null);
    }

    private Desk desk(Account account, List<Office> worked) {
        Instant now = clock.instant();
        SortedMap<String, LocalDate> risks = new TreeMap<>();
        for (Office office : worked) {
            var days = offices.days(office);
            LocalDate today = now.atZone(days.zone().id()).toLocalDate();
            risks.put(office.id(), office.thresholds().atRisk(today, days));
        }
        Set<UUID> mine =
                new HashSet<>(
                        teams.covered(
                                account, now.atZone(HolidayZone.METROPOLE.id()).toLocalDate()));
        mine.add(account.id());
        return new Desk(mine, risks, now.minus(Duration.ofDays(Worklist.ENDED_DAYS)));
    }

    private Set<String> ids(Account account) {
        return grants.of(account.id()).stream()
                .filter(grant -> STAFF.contains(grant.relation()))
                .map(Grant::scope)
                .filter(scope -> scope.kind().equals("office"))
                .map(scope -> scope.id())
                .collect(Collectors.toSet());
    }
}
