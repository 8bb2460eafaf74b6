import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/// The longest list that may be taken out of the service, by an office of two hundred thousand
/// requests, as a workbook and as CSV, by a service that has 512 MB of heap: how long until the
/// file can be fetched, and what the heap holds meanwhile.
static final long SEED = 20_261_130;

static final int ROWS = Integer.getInteger("rows", 200_000);
static final int SECONDS = 60;

void main() throws Exception {
    try (Pauses pauses = new Pauses();
            RunningService service =
                    new RunningService(
                            List.of("-Xmx512m", pauses.option()),
                            Map.of("WIF_DEMO_REQUESTS", "true"))) {
        try (Connection database = service.database()) {
            Population.add(database, SEED, 1, ROWS, 60);
            try (Statement sql = database.createStatement()) {
                sql.execute(
                        "update dossier.dossier set office = '"
                                + Population.OFFICE
                                + "' where stage <> 'DRAFT'");
                sql.execute("vacuum (analyze)");
            }
        }
        RunningService.Visitor caseworker = new RunningService.Visitor("instructrice");
        caseworker.get("/instruction");
        for (String format : List.of("CSV", "XLSX")) {
            made(service, caseworker, pauses, format);
        }
        IO.println("warnings in the log: " + service.warnings());
    }
}

static void made(
        RunningService service, RunningService.Visitor caseworker, Pauses pauses, String format)
        throws Exception {
    int from = pauses.now();
    double before = service.processor();
    long start = System.nanoTime();
    HttpResponse<String> asked =
            caseworker.post("/instruction/exports", "liste", "vue=toutes", "format", format);
    String at = asked.uri().getPath();
    if (asked.statusCode() != 200 || !at.matches("/instruction/exports/.+")) {
        throw new IllegalStateException(format + ": " + asked.statusCode() + " " + at);
    }
    double answered = (System.nanoTime() - start) / 1e9;
    String file = at + "/fichier";
    while (!caseworker.get(at).body().contains(file)) {
        if (System.nanoTime() - start > 600_000_000_000L) {
            throw new IllegalStateException(format + ": not made within ten minutes");
        }
        Thread.sleep(500);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    HttpResponse<byte[]> fetched =
            caseworker
                    .client()
                    .send(
                            HttpRequest.newBuilder(RunningService.at(file)).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
    long lines =
            format.equals("CSV") ? new String(fetched.body(), "UTF-8").lines().count() - 1 : ROWS;
    IO.println(
            "%-4s %d rows, %.1f MB: asked for in %.1f s, made after %.0f s, fetched after %.0f s;"
                            .formatted(
                                    format,
                                    lines,
                                    fetched.body().length / 1e6,
                                    answered,
                                    seconds,
                                    (System.nanoTime() - start) / 1e9)
                    + " processor %.0f s; %s: %s"
                            .formatted(
                                    (service.processor() - before) / 1e3,
                                    pauses.told(from),
                                    seconds <= SECONDS && lines >= ROWS ? "PASS" : "FAIL"));
}
