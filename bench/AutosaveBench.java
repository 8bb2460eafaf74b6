import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// Answers kept as they are left: a hundred a second, in a database of a hundred thousand requests.
/// The time of each counts from when it was due, so that one that waits for another is counted
/// whole.
private static final Pattern REVISION = Pattern.compile("\"revision\":(\\d+)");

private static final int REQUESTS = 100_000;
private static final int OPEN = 200;
private static final int A_SECOND = 100;
private static final int WARM = 30;
private static final int MEASURED = 60;

void main() throws Exception {
    try (RunningService service = new RunningService(List.of("-Xmx512m"))) {
        RunningService.Visitor employer = new RunningService.Visitor("employeur");
        String template = filled(employer);
        List<String> references;
        try (Connection database = service.database()) {
            references = copies(database, template);
        }
        long[] times = new long[(WARM + MEASURED) * A_SECOND];
        int[] revisions = new int[OPEN];
        Arrays.fill(revisions, 1);
        AtomicInteger refused = new AtomicInteger();
        long start = System.nanoTime();
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int sent = 0; sent < times.length; sent++) {
                long due = start + sent * 1_000_000_000L / A_SECOND;
                while (System.nanoTime() < due) {
                    Thread.sleep(0, 200_000);
                }
                int one = sent;
                visitors.submit(
                        () -> {
                            int draft = one % OPEN;
                            HttpResponse<String> answer =
                                    employer.post(
                                            "/dossiers/" + references.get(draft) + "/reponses",
                                            "field",
                                            "job_title",
                                            "typed",
                                            "Vendeuse " + one,
                                            "revision",
                                            String.valueOf(revisions[draft]));
                            times[one] = System.nanoTime() - due;
                            var revision = REVISION.matcher(answer.body());
                            if (revision.find()) {
                                revisions[draft] = Integer.parseInt(revision.group(1));
                            }
                            boolean kept =
                                    answer.statusCode() == 200
                                            && !answer.body().contains("\"wrong\":true");
                            if (!kept && one >= WARM * A_SECOND) {
                                refused.incrementAndGet();
                            }
                            return null;
                        });
            }
        }
        long[] measured = Arrays.copyOfRange(times, WARM * A_SECOND, times.length);
        Arrays.sort(measured);
        IO.println(
                REQUESTS
                        + " requests, "
                        + A_SECOND
                        + " answers a second for "
                        + MEASURED
                        + " s, not kept: "
                        + refused);
        for (int share : new int[] {50, 95, 99}) {
            IO.println(
                    "%d in 100 under %.1f ms"
                            .formatted(share, measured[measured.length * share / 100] / 1e6));
        }
        IO.println(
                "processor of the service: "
                        + service.process().info().totalCpuDuration().orElseThrow().toSeconds()
                        + " s since it started");
    }
}

/// One draft with an answer to each question of the contract and of the employer.
static String filled(RunningService.Visitor employer) throws Exception {
    employer.post(
            "/mes-demandes/nouvelle",
            "procedure",
            "etudiant-professionnalisation",
            "filer",
            "EMPLOYER");
    String list = employer.get("/mes-demandes").body();
    var matcher = Pattern.compile("/dossiers/([^\"/?#]+)").matcher(list);
    if (!matcher.find()) {
        throw new IllegalStateException("no draft in the list of requests");
    }
    String reference = matcher.group(1);
    List<String> typed =
            List.of(
                    "job_title", "Vendeuse",
                    "employer_name", "Boulangerie des Lices",
                    "employer_activity", "Boulangerie-pâtisserie",
                    "representative_surname", "Martin",
                    "representative_given_names", "Camille",
                    "representative_capacity", "Gérante",
                    "employer_email", "camille.martin@exemple.fr",
                    "employer_phone", "01 99 00 12 34",
                    "contract_start", "01/09/2027",
                    "contract_end", "31/08/2028",
                    "working_hours", "35 heures par semaine",
                    "gross_pay", "1900 euros par mois");
    for (int at = 0; at < typed.size(); at += 2) {
        HttpResponse<String> answer =
                employer.post(
                        "/dossiers/" + reference + "/reponses",
                        "field",
                        typed.get(at),
                        "typed",
                        typed.get(at + 1),
                        "revision",
                        "0");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(typed.get(at) + ": " + answer.statusCode());
        }
    }
    return reference;
}

/// The same request a hundred thousand times, each with its party, its grant and its journal; the
/// last ones are those of the employer, the others those of people who are not there.
static List<String> copies(Connection database, String template) throws Exception {
    try (Statement sql = database.createStatement()) {
        sql.execute(
                "create temporary table one as select * from dossier.dossier where reference = '"
                        + template
                        + "'");
        sql.execute(
                "create temporary table copy (n int, id uuid default gen_random_uuid(), account"
                        + " uuid default gen_random_uuid(), reference text)");
        try (PreparedStatement named =
                database.prepareStatement("insert into copy (n, reference) values (?, ?)")) {
            for (int n = 1; n <= REQUESTS; n++) {
                named.setInt(1, n);
                named.setString(2, Population.reference(n));
                named.addBatch();
            }
            named.executeBatch();
        }
        sql.execute(
                "update copy set account = (select account from dossier.party where dossier ="
                        + " (select id from one) limit 1) where n <= "
                        + OPEN);
        String columns = Population.columns(sql, "dossier", "dossier");
        sql.execute(
                "insert into dossier.dossier ("
                        + columns
                        + ") select "
                        + columns.replaceFirst("\\bid\\b", "copy.id")
                                .replaceFirst("\\breference\\b", "copy.reference")
                        + " from one, copy");
        String party = Population.columns(sql, "dossier", "party");
        sql.execute(
                "insert into dossier.party ("
                        + party
                        + ") select "
                        + party.replaceFirst("\\bdossier\\b", "copy.id")
                                .replaceFirst("\\baccount\\b", "copy.account")
                                .replaceFirst("\\bemail\\b", "'x'")
                        + " from (select * from dossier.party where dossier = (select id from one))"
                        + " p, copy");
        sql.execute(
                "insert into access.account (id, email, language, created_at) select account,"
                    + " 'bench-' || n || '@exemple.fr', 'fr', '2026-01-01Z' from copy where n > "
                        + OPEN);
        String granted = Population.columns(sql, "access", "granted");
        sql.execute(
                "insert into access.granted ("
                        + granted
                        + ") select "
                        + granted.replaceFirst("\\bid\\b", "gen_random_uuid()")
                                .replaceFirst("\\baccount\\b", "copy.account")
                                .replaceFirst("\\bscope_id\\b", "copy.id::text")
                        + " from (select * from access.granted where scope_id = (select id::text"
                        + " from one)) g, copy");
        String entry = Population.columns(sql, "journal", "entry");
        sql.execute(
                "insert into journal.entry ("
                        + entry
                        + ") select "
                        + entry.replaceFirst("\\bsubject_id\\b", "copy.id::text")
                        + " from (select * from journal.entry where subject_id = (select id::text"
                        + " from one)) e, copy");
        sql.execute("analyze");
        List<String> references = new ArrayList<>();
        for (int n = 1; n <= OPEN; n++) {
            references.add(Population.reference(n));
        }
        return references;
    }
}
