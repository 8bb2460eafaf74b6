import fr.gouv.workinfrance.procedure.Corpus;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Gazetteer;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Section;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.reference.Countries;
import fr.gouv.workinfrance.reference.Territories;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a whole life of a request costs, from the first answer to the authorization, as people live
/// it: each form sent, each page that follows it shown, then all that the queue does of it
/// (letters, acknowledgment, seals). Every document is declared to come, and one opinion is asked
/// and given. What is counted depends little on what else the machine does: processor, bytes of the
/// log of the database, bytes that stay. With `-Dprofile=true` it also tells where the service
/// spends its processor, which costs it some more.
static final int CASES = Integer.getInteger("cases", 200);

static final int WARM = Integer.getInteger("warm", 200);

static final boolean PROFILE = Boolean.getBoolean("profile");

static final String PROCEDURE = "etudiant-professionnalisation";

static final Pattern REVISION = Pattern.compile("name=\"([a-z_]+\\.revision)\" value=\"(\\d+)\"");

/// What to hold, a case: milliseconds of the processor, bytes of the log, bytes that stay.
static final double[] AIMS = {10, 17_000, 4_000};

/// Of the log, what the tables that a demonstration alone has wrote: its mailbox.
static final String OF_DEMO =
        """
        select coalesce(sum(b.bytes), 0)
        from (select (array_agg(relfilenode order by block_id))[1] as relfilenode,
                     min(record_length) - sum(block_fpi_length) as bytes
                from pg_get_wal_block_info%s, false)
               group by start_lsn) b
        join pg_class c on pg_relation_filenode(c.oid) = b.relfilenode
        left join pg_index i on i.indexrelid = c.oid
        left join pg_class t on t.reltoastrelid = coalesce(i.indrelid, c.oid)
        join pg_class o on o.oid = coalesce(t.oid, i.indrelid, c.oid)
        where o.relnamespace = 'demo'::regnamespace
        """;

static final Pattern DRAFT = Pattern.compile("/dossiers/([^/?]+)");

static final Map<String, double[]> STEPS = new java.util.LinkedHashMap<>();

void main() throws Exception {
    Version version = version();
    Path recording = Files.createTempFile("life-bench", ".jfr");
    Instant start;
    List<String> options = new ArrayList<>(List.of("-Xms1g", "-Xmx2g"));
    if (PROFILE) {
        options.add("-XX:FlightRecorderOptions=stackdepth=512");
        options.add("-XX:StartFlightRecording=settings=profile,filename=" + recording);
    }
    try (RunningService service = new RunningService(options)) {
        try (Connection database = service.database();
                Statement sql = database.createStatement()) {
            Lives lives = new Lives(service, sql, version);
            lives.live(WARM);
            STEPS.clear();
            sql.execute("create extension if not exists pg_walinspect");
            sql.execute("vacuum full");
            sql.execute("analyze");
            sql.execute("checkpoint");
            Map<String, Long> sizes = sizes(sql);
            long files = service.stored();
            String log = one(sql, "select pg_current_wal_lsn()");
            long acts = acts(sql);
            long requests = RunningService.Visitor.requests();
            double[] before = service.compilingAndCollecting();
            start = Instant.now();
            lives.live(CASES);
            double[] after = service.compilingAndCollecting();
            String logEnd = one(sql, "select pg_current_wal_lsn()");
            IO.println(
                    "of it the service compiling itself %.1f ms a case, collecting memory %.1f ms"
                            .formatted(
                                    (after[0] - before[0]) / CASES,
                                    (after[1] - before[1]) / CASES));
            double entries = (acts(sql) - acts) / (double) CASES;
            IO.println(
                    "%.1f requests over HTTP a case, pages included; %.1f entries of the journal"
                            .formatted(
                                    (RunningService.Visitor.requests() - requests) / (double) CASES,
                                    entries));
            print(service, sql, sizes, files, log, logEnd, entries);
        }
    }
    if (PROFILE) {
        samples(recording, start);
    }
    Files.delete(recording);
}

static void print(
        RunningService service,
        Statement sql,
        Map<String, Long> sizes,
        long files,
        String log,
        String logEnd,
        double entries)
        throws Exception {
    double service1 = 0;
    double database1 = 0;
    IO.println(CASES + " cases, after " + WARM + "; processor a case, service and database:");
    for (var step : STEPS.entrySet()) {
        double[] used = step.getValue();
        IO.println(
                "  %-44s %7.1f ms %7.1f ms"
                        .formatted(step.getKey(), used[0] / CASES, used[1] / CASES));
        service1 += used[0] / CASES;
        database1 += used[1] / CASES;
    }
    against("processor, ms", service1 + database1, AIMS[0]);
    String between = "('" + log + "', '" + logEnd + "'";
    double bytes = number(sql, "select '" + logEnd + "'::pg_lsn - '" + log + "'::pg_lsn");
    double whole = number(sql, "select sum(fpi_size) from pg_get_wal_stats" + between + ")");
    against("log of the database, bytes", bytes / CASES, AIMS[1]);
    double demo = number(sql, OF_DEMO.formatted(between));
    against("  without whole pages after a checkpoint", (bytes - whole) / CASES, AIMS[1]);
    against("  nor what the demonstration alone has", (bytes - whole - demo) / CASES, AIMS[1]);
    IO.println("log of the database by table, bytes a case, whole pages left out:");
    rows(
            sql,
            """
            with of_index as (
                select c.oid, coalesce(i.indrelid, t.oid, c.oid) as owner
                from pg_class c
                left join pg_index i on i.indexrelid = c.oid
                left join pg_class t on t.reltoastrelid = c.oid
            )
            select coalesce(o.owner::regclass::text, 'no table'),
                   sum(b.bytes), sum(b.records)
            from (select (array_agg(relfilenode order by block_id))[1] as relfilenode,
                         min(record_length) - sum(block_fpi_length) as bytes, 1 as records
                    from pg_get_wal_block_info%s, false)
                   group by start_lsn) b
            left join pg_class c on pg_relation_filenode(c.oid) = b.relfilenode
            left join of_index o on o.oid = c.oid
            group by 1 order by 2 desc limit 14
            """
                    .formatted(between));
    Map<String, Long> grown = new HashMap<>(sizes(sql));
    sizes.forEach((table, before) -> grown.merge(table, -before, Long::sum));
    sql.execute("vacuum full");
    Map<String, Long> after = new HashMap<>(sizes(sql));
    sizes.forEach((table, before) -> after.merge(table, -before, Long::sum));
    against("stored in the database as it stands, bytes", total(grown), AIMS[2]);
    against("stored in it once packed, bytes", total(after), AIMS[2]);
    IO.println(
            "an entry of the journal, with all that goes with it: %.1f ms, %.0f bytes of log, %.0f kept"
                    .formatted(
                            (service1 + database1) / entries,
                            (bytes - whole - demo) / CASES / entries,
                            total(after) / entries));
    after.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(14)
            .forEach(
                    table ->
                            IO.println(
                                    "  %-44s %7d bytes a case"
                                            .formatted(table.getKey(), table.getValue() / CASES)));
    IO.println("stored as files, bytes a case: %d".formatted((service.stored() - files) / CASES));
}

static double total(Map<String, Long> sizes) {
    return sizes.values().stream().mapToLong(Long::longValue).sum() / (double) CASES;
}

static void against(String what, double measured, double aim) {
    IO.println(
            "%-46s %9.1f a case; aim %.0f: %s"
                    .formatted(what, measured, aim, measured <= aim ? "PASS" : "FAIL"));
}

static void rows(Statement sql, String query) throws Exception {
    try (var row = sql.executeQuery(query)) {
        while (row.next()) {
            IO.println(
                    "  %-44s %7d bytes, %5.1f records"
                            .formatted(
                                    row.getString(1),
                                    row.getLong(2) / CASES,
                                    row.getDouble(3) / CASES));
        }
    }
}

/// Of each table with its indexes, those left out that a demonstration alone has.
static Map<String, Long> sizes(Statement sql) throws Exception {
    Map<String, Long> sizes = new HashMap<>();
    try (var row =
            sql.executeQuery(
                    "select relid::regclass::text, pg_total_relation_size(relid) from"
                            + " pg_stat_user_tables where schemaname <> 'demo'")) {
        while (row.next()) {
            sizes.put(row.getString(1), row.getLong(2));
        }
    }
    return sizes;
}

static long acts(Statement sql) throws Exception {
    return (long) number(sql, "select count(*) from journal.entry");
}

static String one(Statement sql, String query) throws Exception {
    try (var row = sql.executeQuery(query)) {
        row.next();
        return row.getString(1);
    }
}

static double number(Statement sql, String query) throws Exception {
    return Double.parseDouble(one(sql, query));
}

/// What the processor did in the code of the service, by what it was called for: of a sample taken
/// every few milliseconds, the first of these that is found anywhere in its stack.
static void samples(Path recording, Instant from) throws Exception {
    Map<String, Predicate<String>> kinds = new java.util.LinkedHashMap<>();
    kinds.put("seals", type -> type.startsWith("fr.gouv.workinfrance.deed.Seal"));
    kinds.put("official documents drawn", type -> type.startsWith("com.openhtmltopdf."));
    kinds.put("documents otherwise", type -> type.startsWith("org.apache.pdfbox."));
    kinds.put("the form judged", type -> type.startsWith("fr.gouv.workinfrance.procedure."));
    kinds.put("pages written", type -> type.startsWith("gg.jte."));
    kinds.put("letters sent", type -> type.startsWith("fr.gouv.workinfrance.mail."));
    kinds.put("journal", type -> type.startsWith("fr.gouv.workinfrance.journal."));
    kinds.put("sessions", type -> type.startsWith("org.springframework.session.jdbc."));
    kinds.put("statements, by the driver", type -> type.startsWith("org.postgresql."));
    kinds.put("queue", type -> type.startsWith("com.github.kagkarlsson."));
    kinds.put("requests, otherwise", type -> type.startsWith("org.apache.catalina."));
    Map<String, Integer> found = new TreeMap<>();
    int all = 0;
    try (RecordingFile file = new RecordingFile(recording)) {
        while (file.hasMoreEvents()) {
            RecordedEvent event = file.readEvent();
            if (!event.getEventType().getName().equals("jdk.ExecutionSample")
                    || event.getStartTime().isBefore(from)
                    || event.getStackTrace() == null) {
                continue;
            }
            List<String> types = new ArrayList<>();
            for (RecordedFrame frame : event.getStackTrace().getFrames()) {
                types.add(frame.getMethod().getType().getName());
            }
            all++;
            String kind =
                    kinds.entrySet().stream()
                            .filter(one -> types.stream().anyMatch(one.getValue()))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse("else");
            found.merge(kind, 1, Integer::sum);
        }
    }
    int samples = all;
    IO.println("where the code of the service spends it, of " + all + " samples:");
    found.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
            .forEach(
                    kind ->
                            IO.println(
                                    "  %-44s %5.1f in 100"
                                            .formatted(
                                                    kind.getKey(),
                                                    kind.getValue() * 100.0 / samples)));
}

static Version version() throws IOException {
    Corpus corpus =
            Catalogue.read(Catalogue.files(), Gazetteer.of(new Territories(), new Countries()));
    return corpus.procedures().stream()
            .filter(one -> one.id().equals(PROCEDURE))
            .findFirst()
            .orElseThrow()
            .versions()
            .getLast();
}

/// Lives many requests, step by step: all of them through one step, and what the queue does of it,
/// before the next.
static final class Lives {

    private final RunningService service;
    private final Statement sql;
    private final Version version;
    private final RunningService.Visitor employer = new RunningService.Visitor("employeur");
    private final RunningService.Visitor caseworker = new RunningService.Visitor("instructrice");
    private final RunningService.Visitor consulted =
            new RunningService.Visitor("gestionnaire-urssaf");
    private final RunningService.Visitor signatory = new RunningService.Visitor("signataire");
    private final Map<String, Object> values = new HashMap<>(Map.of("filer", "EMPLOYER"));
    private final String assignee;

    Lives(RunningService service, Statement sql, Version version) throws Exception {
        this.service = service;
        this.sql = sql;
        this.version = version;
        for (Field field : version.fields()) {
            if (field.example() != null
                    && field.type().parse(field.example(), Locale.FRENCH)
                            instanceof Parsed.Value(Object canonical, String _)) {
                values.put(field.id(), canonical);
            }
        }
        assignee =
                one(sql, "select id from access.account where email = 'instructrice@exemple.fr'");
    }

    interface Step {
        void take(String reference) throws Exception;
    }

    void live(int cases) throws Exception {
        List<String> all = new ArrayList<>();
        double[] before = used();
        for (int n = 0; n < cases; n++) {
            all.add(opened());
        }
        settled("a draft opened", before);
        step("each page of the form answered", all, this::answered);
        step("documents declared to come", all, this::declared);
        step("checked and deposited", all, this::deposited);
        step("looked at, taken in charge, complete", all, this::certified);
        step("opinion given", all, this::advised);
        step("examined", all, one -> desk(one, "/examen"));
        step("decision prepared", all, this::prepared);
        step("reviewed and signed; sealed", all, this::signed);
        step("looked at by who asked", all, one -> employer.get("/dossiers/" + one));
        String issued = one(sql, "select count(*) from permit.permit");
        IO.println(cases + " lived; permits issued so far: " + issued);
    }

    private void step(String name, List<String> all, Step step) throws Exception {
        double[] before = used();
        for (String reference : all) {
            step.take(reference);
        }
        settled(name, before);
    }

    private double[] used() throws Exception {
        double database = service.processorOfDatabase();
        return new double[] {service.processor() - database, database};
    }

    /// Waits until the queue has nothing more to do now.
    private void settled(String name, double[] before) throws Exception {
        while (!one(
                        sql,
                        "select count(*) from queue.scheduled_tasks where task_instance <>"
                                + " 'recurring' and execution_time < now() + interval '5 seconds'")
                .equals("0")) {
            Thread.sleep(1000);
        }
        double[] after = used();
        STEPS.put(name, new double[] {after[0] - before[0], after[1] - before[1]});
    }

    private String opened() throws Exception {
        var page =
                employer.post(
                        "/mes-demandes/nouvelle", "procedure", PROCEDURE, "filer", "EMPLOYER");
        return found(DRAFT, page.uri().getPath());
    }

    /// The page that follows is the next one to answer.
    private void answered(String reference) throws Exception {
        HttpResponse<String> page = employer.get("/dossiers/" + reference);
        for (Section section : version.sections()) {
            String at = "/dossiers/" + reference + "/formulaire/" + section.id();
            List<String> typed = new ArrayList<>();
            for (Field field : version.visibleFields(section, values)) {
                if (field.example() != null) {
                    typed.add(field.id());
                    typed.add(said(field, reference));
                }
            }
            if (typed.isEmpty()) {
                continue;
            }
            if (!page.uri().getPath().equals(at)) {
                page = employer.get(at);
            }
            Matcher revision = REVISION.matcher(page.body());
            while (revision.find()) {
                typed.add(revision.group(1));
                typed.add(revision.group(2));
            }
            page = employer.post(at, typed.toArray(String[]::new));
            done(page);
        }
    }

    /// Each is someone else: who has hundreds of requests, each of them shown to the caseworker, is
    /// nobody.
    private static String said(Field field, String reference) {
        return switch (field.id()) {
            case "surname" -> reference.replaceAll("[^A-Z]", "");
            case "foreigner_number" -> "%010d".formatted(Math.abs((long) reference.hashCode()));
            default -> field.example();
        };
    }

    private void declared(String reference) throws Exception {
        for (Piece piece : version.requiredPieces(values)) {
            done(
                    employer.post(
                            "/dossiers/" + reference + "/pieces/" + piece.id() + "/indisponible",
                            "reason",
                            "Elle est en route"));
        }
    }

    private void deposited(String reference) throws Exception {
        done(employer.get("/dossiers/" + reference + "/recapitulatif"));
        done(employer.post("/dossiers/" + reference + "/depot", "statement", "true"));
    }

    private void certified(String reference) throws Exception {
        done(caseworker.get("/instruction/dossiers/" + reference));
        desk(reference, "/affectation", "caseworker", assignee);
        desk(reference, "/completude");
        desk(reference, "/avis", "what", "urssaf/contributions", "words", "Du mois de juin");
    }

    /// Found in the inbox of the service by its reference.
    private void advised(String reference) throws Exception {
        String inbox = consulted.get("/avis").body();
        String at = "/avis/" + found(Pattern.compile("href=\"/avis/([0-9a-f-]{36})\""), inbox);
        done(consulted.get(at));
        done(
                consulted.post(
                        at + "/reponse",
                        "verdict",
                        "FAVOURABLE",
                        "reasons",
                        "Rien à signaler",
                        "q-up_to_date",
                        "up_to_date"));
    }

    private void prepared(String reference) throws Exception {
        String form =
                caseworker
                        .get("/instruction/dossiers/" + reference + "/decision?sens=accord")
                        .body();
        desk(
                reference,
                "/decision",
                "sens",
                "accord",
                "version",
                value(form, "version"),
                "from",
                value(form, "from"),
                "until",
                value(form, "until"),
                "hours",
                value(form, "hours"),
                "pay",
                value(form, "pay"),
                "land",
                found(Pattern.compile("<option value=\"([A-Z]+)\" selected"), form));
    }

    private void signed(String reference) throws Exception {
        String at = "/signature/dossiers/" + reference;
        String review = signatory.get(at).body();
        done(
                signatory.post(
                        at + "/signature", "hashes", value(review, "hashes"), "confirmed", "true"));
    }

    private void desk(String reference, String act, String... params) throws Exception {
        done(caseworker.post("/instruction/dossiers/" + reference + act, params));
    }

    private static String value(String page, String name) {
        String input = found(Pattern.compile("<input([^>]*name=\"" + name + "\"[^>]*)>"), page);
        return found(Pattern.compile("value=\"([^\"]*)\""), input)
                .replace("&nbsp;", " ")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private static void done(HttpResponse<String> page) {
        if (page.statusCode() != 200) {
            throw new IllegalStateException(
                    page.request().uri() + ": " + page.statusCode() + " " + page.body());
        }
    }
}
