import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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
            new RunningService(
                    List.of("-Xmx512m"),
                    Map.of("WIF_DEMO_REQUESTS", "true", "LOGGING_LEVEL_ROOT", "info"))) {
        RunningService.Visitor caseworker = new RunningService.Visitor("instructrice");
        try (Connection database = service.database()) {
            Population.add(database, SEED, 1, FEW, OPEN);
            IO.println(FEW + " requests");
            double few = measure(service, caseworker, database);
            long start = System.nanoTime();
            Population.add(database, SEED, FEW + 1, MANY, OPEN);
            IO.println(
                    "%d requests, made in %d s"
                            .formatted(MANY, (System.nanoTime() - start) / 1_000_000_000));
            double many = measure(service, caseworker, database);
            IO.println("list, half of the times: %.2f times as long".formatted(many / few));
            explained(service, database, caseworker);
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

/// The plans of the statements of these pages, as PostgreSQL carried them out.
static void explained(
        RunningService service, Connection database, RunningService.Visitor caseworker)
        throws Exception {
    try (Statement sql = database.createStatement()) {
        sql.execute("alter database wif set session_preload_libraries = 'auto_explain'");
        sql.execute("alter database wif set auto_explain.log_min_duration = 0");
        sql.execute("alter database wif set auto_explain.log_analyze = on");
        sql.execute("alter database wif set auto_explain.log_buffers = on");
        sql.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'wif_app'");
    }
    Thread.sleep(2000);
    for (String path :
            List.of(
                    "/instruction",
                    "/instruction?vue=sans-personne",
                    "/instruction?vue=terminees",
                    "/instruction?vue=a-traiter&c.contract_kind=fixed_term&c.nationality=SN",
                    "/instruction?vue=toutes&c.nationality=SN&recue.du=2026-09-01&recue.au=2026-09-30",
                    "/instruction?q=ndiaye",
                    "/instruction?q=ndiyae",
                    "/instruction?q=0123456789")) {
        IO.println("PLAN OF " + path);
        for (int tries = 0; tries < 5 && caseworker.get(path).statusCode() != 200; tries++) {
            Thread.sleep(500);
        }
    }
    service.log()
            .dropWhile(line -> !line.contains("Query Text"))
            .filter(line -> !line.isBlank())
            .limit(600)
            .forEach(IO::println);
}
