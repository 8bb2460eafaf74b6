import fr.gouv.workinfrance.dossier.Reference;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a member of a consulted service waits for, in a service of twenty thousand past opinions
/// and five hundred that wait: each tab with its counts, a far page, one item. One visitor, over
/// HTTP, whole pages as HTML.
private static final String SERVICE = "drac-ile-de-france";

private static final int PAST = 20_000;
private static final int PENDING = 500;
private static final int WARM = 300;
private static final int MEASURED = 600;

/// Of dossiers that are not there: a list names nothing of them.
private static final String MADE =
        """
        insert into opinion.consultation
               (id, dossier, reference, procedure, number, body, inquiry, office, asked_at, question,
                due, taker, state, ended_at, verdict, reasons, answers, author, late, communicable, version)
        select gen_random_uuid(), gen_random_uuid(),
               (%6$s)[1 + n %% 50],
               'etudiant-professionnalisation', 1, 'drac', 'artist-contract', '%1$s',
               now() - make_interval(hours => n), '', %3$s,
               case when n %% 3 = 0 then %2$s end, %4$s, 1
          from generate_series(1, %5$d) n
        """;

void main() throws Exception {
    try (RunningService service = new RunningService(List.of("-Xmx512m"), Map.of())) {
        RunningService.Visitor member = new RunningService.Visitor("conseiller");
        try (Connection database = service.database()) {
            populate(database);
            for (int warm = 0; warm < 1500; warm++) {
                member.get("/avis");
            }
            times(service, member, "to answer, first page", "/avis");
            times(
                    service,
                    member,
                    "to answer, last page",
                    "/avis?vue=a-repondre&apres=" + far(database));
            times(service, member, "mine", "/avis?vue=les-miennes");
            times(service, member, "nobody's", "/avis?vue=sans-personne");
            times(service, member, "late", "/avis?vue=en-retard");
            times(service, member, "past, first page", "/avis?vue=passees");
            times(
                    service,
                    member,
                    "past, 10 000 rows down",
                    "/avis?vue=passees&apres=" + old(database));
            times(service, member, "told", "/avis?vue=informations");
            explained(database);
        }
    }
}

static void populate(Connection database) throws Exception {
    String references =
            Stream.generate(() -> "'" + Reference.draw().value() + "'")
                    .limit(50)
                    .collect(Collectors.joining(",", "array[", "]"));
    String me = "(select id from access.account where email = 'conseiller@exemple.fr')";
    try (Statement sql = database.createStatement()) {
        sql.execute(
                MADE.formatted(
                        SERVICE,
                        me,
                        "current_date - (n / 10)",
                        "'GIVEN', now() - make_interval(hours => n), 'FAVOURABLE', '', '{}',"
                                + " 'Paul Marchand', n % 9 = 0, true",
                        PAST,
                        references));
        sql.execute(
                MADE.formatted(
                        SERVICE,
                        me,
                        "current_date - 10 + (n / 20)",
                        "'AWAITED', null, null, null, null, null, null, true",
                        PENDING,
                        references));
        sql.execute("analyze opinion.consultation");
    }
}

static void times(RunningService service, RunningService.Visitor member, String what, String path)
        throws Exception {
    long[] times = new long[MEASURED];
    double before = 0;
    for (int at = -WARM; at < MEASURED; at++) {
        if (at == 0) {
            before = service.processor();
        }
        long start = System.nanoTime();
        HttpResponse<String> page = member.get(path);
        long took = System.nanoTime() - start;
        if (page.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + page.statusCode());
        }
        if (at >= 0) {
            times[at] = took;
        }
    }
    Arrays.sort(times);
    IO.println(
            "%-28s 50: %6.1f  95: %6.1f  99: %6.1f ms   processor: %5.1f ms"
                    .formatted(
                            what,
                            times[MEASURED / 2] / 1e6,
                            times[MEASURED * 95 / 100] / 1e6,
                            times[MEASURED * 99 / 100] / 1e6,
                            (service.processor() - before) / MEASURED));
}

/// Where the last page of what waits begins.
static String far(Connection database) throws Exception {
    return one(
            database,
            "select due || '_' || id from opinion.consultation where office = '"
                    + SERVICE
                    + "' and state = 'AWAITED' order by due desc, id desc offset 25 limit 1");
}

static String old(Connection database) throws Exception {
    return one(
            database,
            "select to_char(ended_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') ||"
                    + " '_' || id from opinion.consultation where office = '"
                    + SERVICE
                    + "' and state <> 'AWAITED' order by ended_at desc, id desc offset 10000 limit"
                    + " 1");
}

static String one(Connection database, String query) throws Exception {
    try (Statement sql = database.createStatement();
            var row = sql.executeQuery(query)) {
        row.next();
        return row.getString(1);
    }
}

/// The plans of the statements of these pages, as PostgreSQL carries them out: those of the house
/// itself, whose tables are not for others to call.
static void explained(Connection database) throws Exception {
    Class<?> table = Class.forName("fr.gouv.workinfrance.opinion.InboxTable");
    JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(database, true));
    plan(jdbc, "counts", constant(table, "COUNTS"), "");
    for (String part : List.of("WAITING", "MINE", "NOBODYS", "LATE")) {
        plan(jdbc, part, constant(table, "WAITING"), part);
    }
    plan(jdbc, "PAST", constant(table, "PAST"), "PAST");
    plan(jdbc, "load", constant(table, "LOAD"), "");
    plan(jdbc, "pace", constant(table, "PACE"), "");
}

static void plan(JdbcClient jdbc, String what, String sql, String part) {
    IO.println("PLAN: " + what);
    Map<String, Object> all =
            Map.of(
                    "office",
                    SERVICE,
                    "account",
                    new UUID(0, 0),
                    "today",
                    LocalDate.now(java.time.ZoneOffset.UTC),
                    "part",
                    part,
                    "after",
                    part.equals("PAST") ? "infinity" : "-infinity",
                    "after_id",
                    part.equals("PAST") ? new UUID(-1, -1) : new UUID(0, 0),
                    "limit",
                    26);
    JdbcClient.StatementSpec bound = jdbc.sql("explain (analyze, buffers, costs off) " + sql);
    for (var value : all.entrySet()) {
        if (sql.contains(":" + value.getKey())) {
            bound = bound.param(value.getKey(), value.getValue());
        }
    }
    bound.query(String.class).list().forEach(IO::println);
}

static String constant(Class<?> type, String name) throws Exception {
    var field = type.getDeclaredField(name);
    field.setAccessible(true);
    return (String) field.get(null);
}
