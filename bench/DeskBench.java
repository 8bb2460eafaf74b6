import fr.gouv.workinfrance.examination.worklist.Filter;
import fr.gouv.workinfrance.examination.worklist.Worklist.View;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import tools.jackson.databind.json.JsonMapper;

import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// What a caseworker waits for at a desk, in a database of ten thousand requests and then of a
/// million, of which 60 in 1 000 are open: lists with their exact counts, far pages, filters,
/// searches, one dossier. One visitor, over HTTP, whole pages as HTML.
private static final long SEED = 20_261_130;

private static final int FEW = 10_000;
private static final int MANY = Integer.getInteger("requests", 1_000_000);
private static final int OPEN = 60;
private static final int WARM = 200;
private static final int MEASURED = 600;

void main() throws Exception {
    try (RunningService service =
            new RunningService(List.of("-Xmx512m"), Map.of("WIF_DEMO_REQUESTS", "true"))) {
        RunningService.Visitor caseworker = new RunningService.Visitor("instructrice");
        try (Connection database = service.database()) {
            Population.add(database, SEED, 1, FEW, OPEN);
            for (int warm = 0; warm < 1500; warm++) {
                caseworker.get(List.of("/instruction", "/instruction?q=ndiaye").get(warm % 2));
            }
            IO.println(FEW + " requests");
            double few = measure(service, caseworker, database);
            long start = System.nanoTime();
            Population.add(database, SEED, FEW + 1, MANY, OPEN);
            IO.println(
                    "%d requests, made in %d s"
                            .formatted(MANY, (System.nanoTime() - start) / 1_000_000_000));
            double many = measure(service, caseworker, database);
            IO.println("list, half of the times: %.2f times as long".formatted(many / few));
            explained(database);
        }
    }
}

/// @return half of the times of the first list are under it, in milliseconds
static double measure(
        RunningService service, RunningService.Visitor caseworker, Connection database)
        throws Exception {
    double first = times(service, caseworker, "to do, first page", List.of("/instruction"));
    times(
            service,
            caseworker,
            "to do, page 1000 or the last",
            List.of("/instruction?vue=a-traiter&apres=" + far(database)));
    times(service, caseworker, "nobody's", List.of("/instruction?vue=sans-personne"));
    times(service, caseworker, "ended in the last 30 days", List.of("/instruction?vue=terminees"));
    times(
            service,
            caseworker,
            "to do, fixed-term contracts of one nationality",
            List.of("/instruction?vue=a-traiter&c.contract_kind=fixed_term&c.nationality=SN"));
    times(
            service,
            caseworker,
            "all ever deposited, of one nationality, near a day",
            List.of(
                    "/instruction?vue=toutes&c.nationality=SN&recue.du=2026-09-01&recue.au=2026-09-30"));
    times(
            service,
            caseworker,
            "search by name",
            searches(database, "split_part(worker_name, ' ', 3)"));
    times(service, caseworker, "search by both names", searches(database, "worker_name"));
    times(
            service,
            caseworker,
            "search by a name with a mistake",
            searches(
                    database, "overlay(split_part(worker_name, ' ', 3) placing 'h' from 3 for 0)"));
    times(service, caseworker, "search by reference", searches(database, "reference"));
    times(
            service,
            caseworker,
            "search by foreigner's number",
            searches(database, "searched ->> 'foreigner_number'"));
    times(service, caseworker, "one dossier", dossiers(database));
    return first;
}

static double times(
        RunningService service, RunningService.Visitor caseworker, String what, List<String> paths)
        throws Exception {
    long[] times = new long[MEASURED];
    double before = 0;
    int measured = Math.min(MEASURED, Math.max(100, paths.size()));
    for (int at = -WARM; at < measured; at++) {
        if (at == 0) {
            before = service.processor();
        }
        String path = paths.get(Math.floorMod(at, paths.size()));
        long start = System.nanoTime();
        HttpResponse<String> page = caseworker.get(path);
        long took = System.nanoTime() - start;
        if (page.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + page.statusCode());
        }
        if (at >= 0) {
            times[at] = took;
        }
    }
    long[] sorted = Arrays.copyOf(times, measured);
    Arrays.sort(sorted);
    IO.println(
            "%-52s 50: %6.1f  95: %6.1f  99: %6.1f ms   processor: %5.1f ms"
                    .formatted(
                            what,
                            sorted[measured / 2] / 1e6,
                            sorted[measured * 95 / 100] / 1e6,
                            sorted[measured * 99 / 100] / 1e6,
                            (service.processor() - before) / measured));
    return sorted[measured / 2] / 1e6;
}

/// Where page 1000 begins or, in a shorter list, the last.
static String far(Connection database) throws Exception {
    String open =
            " from dossier.worklist where office = '"
                    + Population.OFFICE
                    + "' and stage in ('SUBMITTED', 'COMPLETE', 'IN_EXAMINATION',"
                    + " 'AWAITING_SIGNATURE')";
    try (Statement sql = database.createStatement();
            var row =
                    sql.executeQuery(
                            "select due || '_' || id"
                                    + open
                                    + " order by due, id limit 1 offset"
                                    + " (select least(24975, greatest(0, count(*) - 26))"
                                    + open
                                    + ")")) {
        row.next();
        return row.getString(1);
    }
}

static List<String> searches(Connection database, String expression) throws Exception {
    List<String> paths = new ArrayList<>();
    try (Statement sql = database.createStatement();
            var row =
                    sql.executeQuery(
                            "select "
                                    + expression
                                    + " from dossier.worklist where office = '"
                                    + Population.OFFICE
                                    + "' and worker_name is not null and jsonb_exists(searched,"
                                    + " 'foreigner_number') order by md5(reference) limit 200")) {
        while (row.next()) {
            paths.add(
                    "/instruction?q="
                            + java.net.URLEncoder.encode(
                                    row.getString(1), java.nio.charset.StandardCharsets.UTF_8));
        }
    }
    return paths;
}

static List<String> dossiers(Connection database) throws Exception {
    List<String> paths = new ArrayList<>();
    try (Statement sql = database.createStatement();
            var row =
                    sql.executeQuery(
                            "select reference from dossier.worklist where office = '"
                                    + Population.OFFICE
                                    + "' and stage = 'IN_EXAMINATION' order by md5(reference) limit"
                                    + " 200")) {
        while (row.next()) {
            paths.add("/instruction/dossiers/" + row.getString(1));
        }
    }
    return paths;
}

/// The plans of the statements of these pages, as PostgreSQL carries them out: those of the house
/// itself, whose tables are not for others to call.
static void explained(Connection database) throws Exception {
    String room = "fr.gouv.workinfrance.examination.worklist.";
    Class<?> table = Class.forName(room + "WorklistTable");
    JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(database, true));
    UUID me =
            jdbc.sql("select assignee from dossier.worklist where assignee is not null limit 1")
                    .query(UUID.class)
                    .single();
    Object desk =
            made(
                    room + "Desk",
                    Set.of(me),
                    new TreeMap<>(Map.of(Population.OFFICE, LocalDate.parse("2026-12-21"))),
                    Instant.parse("2026-11-01T00:00:00Z"));
    TreeMap<String, Filter.Wanted> narrowed =
            new TreeMap<>(
                    Map.of(
                            "contract_kind", new Filter.Wanted.Exactly("fixed_term"),
                            "nationality", new Filter.Wanted.Exactly("SN")));
    for (Filter filter :
            List.of(
                    Filter.of(View.OPEN),
                    Filter.of(View.NOBODY),
                    Filter.of(View.WAITING),
                    Filter.of(View.MINE),
                    Filter.of(View.ENDED),
                    new Filter(
                            View.OPEN,
                            "",
                            null,
                            null,
                            null,
                            null,
                            Filter.Days.ANY,
                            Filter.Days.ANY,
                            "",
                            "",
                            narrowed))) {
        boolean ended = filter.view() == View.ENDED;
        Object conditions = conditions(room, filter, desk, "NOT");
        String page =
                constant(table, "PAGE")
                        .replace("{condition}", (String) call(conditions, "condition"))
                        .replace(
                                "{after}",
                                ended
                                        ? "d.ended_at < 'infinity'"
                                        : "(d.due, d.id) > (date '0001-01-01', :none)")
                        .replace(
                                "{order of d}",
                                ended ? "d.ended_at desc, d.id desc" : "d.due, d.id")
                        .replace(
                                "{order of w}",
                                ended ? "w.ended_at desc, w.id desc" : "w.due, w.id");
        plan(
                "page of " + filter.view() + (filter.fields().isEmpty() ? "" : ", narrowed down"),
                jdbc,
                page,
                conditions);
    }
    plan(
            "counts of all views",
            jdbc,
            constant(table, "COUNTS"),
            conditions(room, Filter.of(View.OPEN), desk, "NOT"));
    for (String how : List.of("BY_WORDS", "NEAR", "BY_NUMBER")) {
        Filter filter = Filter.search(how.equals("BY_NUMBER") ? "0123456789" : "ndiaye awa");
        Object conditions = conditions(room, filter, desk, how);
        String found =
                constant(table, "FOUND")
                        .replace("{condition}", (String) call(conditions, "condition"))
                        .replace(":afterDay", "date '0001-01-01'")
                        .replace(":afterId", ":none");
        plan("search " + how, jdbc, found, conditions);
    }
}

static void plan(String what, JdbcClient jdbc, String sql, Object conditions) throws Exception {
    JdbcClient.StatementSpec bound =
            (JdbcClient.StatementSpec)
                    call(
                            conditions,
                            "bind",
                            jdbc.sql("explain (analyze, buffers, costs off) " + sql));
    IO.println("PLAN: " + what);
    bound.param("limit", 26)
            .param("many", 10_000L)
            .param("none", new UUID(0, 0))
            .query(String.class)
            .list()
            .forEach(IO::println);
}

static Object conditions(String room, Filter filter, Object desk, String how) throws Exception {
    Class<?> ways = Class.forName(room + "FilterTable$How");
    Object way =
            List.of(ways.getEnumConstants()).stream()
                    .filter(one -> one.toString().equals(how))
                    .findFirst()
                    .orElseThrow();
    Method read = Class.forName(room + "Typed").getDeclaredMethod("of", String.class);
    read.setAccessible(true);
    return made(
            room + "FilterTable",
            filter,
            desk,
            way,
            read.invoke(null, filter.typed()),
            List.of("foreigner_number", "title_number"),
            JsonMapper.builder().build());
}

static Object made(String type, Object... arguments) throws Exception {
    var maker = Class.forName(type).getDeclaredConstructors()[0];
    maker.setAccessible(true);
    return maker.newInstance(arguments);
}

static Object call(Object on, String name, Object... arguments) throws Exception {
    Method method =
            List.of(on.getClass().getDeclaredMethods()).stream()
                    .filter(one -> one.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
    method.setAccessible(true);
    return method.invoke(on, arguments);
}

static String constant(Class<?> type, String name) throws Exception {
    var field = type.getDeclaredField(name);
    field.setAccessible(true);
    return (String) field.get(null);
}
