import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The service as a process of its own, with the demonstration's people and a database that goes
/// with it, to be measured from outside.
final class RunningService implements AutoCloseable {

    private static final int PORT = 18_099;
    private static final int DATABASE = 18_499;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern WARNING =
            Pattern.compile("^\\S+ +(?:WARN|ERROR) .*\\] (\\S+) +: ");

    private final Path folder;
    private final Process process;

    /// @param options of the virtual machine: `-Xmx512m`
    RunningService(List<String> options) throws IOException, InterruptedException {
        this(options, Map.of());
    }

    /// @param options of the virtual machine: `-Xmx512m`
    /// @param settings beside those of a demonstration, as its environment
    RunningService(List<String> options, Map<String, String> settings)
            throws IOException, InterruptedException {
        folder = Files.createTempDirectory("work-in-france-bench");
        List<String> command =
                new java.util.ArrayList<>(
                        List.of(java(), "-cp", System.getProperty("java.class.path")));
        command.addAll(options);
        command.addAll(
                List.of("-Dspring.profiles.active=demo", "fr.gouv.workinfrance.Application"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SERVER_PORT", String.valueOf(PORT));
        builder.environment().put("WIF_DEMO_DATABASE_PORT", String.valueOf(DATABASE));
        builder.environment().put("WIF_DEMO_FOLDER", folder.toString());
        builder.environment().put("WIF_DEMO_REQUESTS", "false");
        builder.environment().putAll(settings);
        process =
                builder.redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        HttpClient client = HttpClient.newHttpClient();
        for (int second = 0; second < 180; second++) {
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(folder.resolve("log")));
            }
            try {
                if (client.send(
                                        HttpRequest.newBuilder(at("/actuator/health")).build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException _) {
                // not listening yet
            }
            Thread.sleep(1000);
        }
        throw new IllegalStateException(
                "the service did not start: " + Files.readString(folder.resolve("log")));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static URI at(String path) {
        return URI.create("http://localhost:" + PORT + path);
    }

    /// The database, as its superuser.
    Connection database() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + DATABASE + "/wif", "postgres", "");
    }

    /// The process, for what it uses.
    ProcessHandle process() {
        return process.toHandle();
    }

    /// What it and its database have used of the processor so far, in milliseconds.
    double processor() throws IOException {
        return process.toHandle().info().totalCpuDuration().orElseThrow().toMillis()
                + processorOfDatabase();
    }

    /// What its threads that compile, and those that collect, have; not those that have ended.
    double[] compilingAndCollecting() throws IOException {
        double[] used = new double[2];
        try (var threads = Files.list(Path.of("/proc", process.pid() + "", "task"))) {
            for (Path thread : threads.toList()) {
                String all = Files.readString(thread.resolve("stat"));
                String[] fields = all.substring(all.lastIndexOf(')') + 2).split(" ", -1);
                double ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
                if (all.contains(" CompilerThre")) {
                    used[0] += ticks * 10;
                } else if (all.contains("(GC ") || all.contains("(G1 ") || all.contains("(VM Th")) {
                    used[1] += ticks * 10;
                }
            }
        } catch (java.nio.file.NoSuchFileException e) {
            return compilingAndCollecting(); // one has ended meanwhile
        }
        return used;
    }

    /// What its database alone has.
    double processorOfDatabase() throws IOException {
        double used = 0;
        List<String> postmaster;
        try (var files = Files.walk(folder)) {
            Path file =
                    files.filter(one -> one.endsWith("postmaster.pid")).findFirst().orElseThrow();
            postmaster = Files.readAllLines(file);
        }
        String pid = postmaster.getFirst().strip();
        try (var processes = Files.list(Path.of("/proc"))) {
            for (Path one :
                    processes.filter(p -> p.getFileName().toString().matches("\\d+")).toList()) {
                used += ticks(one.resolve("stat"), pid, one.getFileName().toString());
            }
        }
        return used;
    }

    /// How many bytes the files that it keeps have.
    long stored() throws IOException {
        try (var files = Files.walk(folder.resolve("documents"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /// A process of the database; the first of them counts those that have ended.
    private static double ticks(Path stat, String postmaster, String pid) {
        try {
            String all = Files.readString(stat);
            String[] fields = all.substring(all.lastIndexOf(')') + 2).split(" ", -1);
            boolean first = pid.equals(postmaster);
            if (!first && !fields[1].equals(postmaster)) {
                return 0;
            }
            long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            if (first) {
                ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
            }
            return ticks * 10.0;
        } catch (IOException e) {
            return 0; // it has ended meanwhile
        }
    }

    /// What it has logged.
    Stream<String> log() throws IOException {
        return Files.readAllLines(folder.resolve("log")).stream();
    }

    /// How many warnings and errors it has logged, by who logged them.
    Map<String, Long> warnings() throws IOException {
        return log().flatMap(line -> WARNING.matcher(line).results())
                .collect(Collectors.groupingBy(found -> found.group(1), Collectors.counting()));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
        delete(folder);
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// One of the demonstration's people, signed in.
    static final class Visitor {
        private final HttpClient client =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
        private String token = "";
        private static final AtomicLong REQUESTS = new AtomicLong();

        /// How many requests all of them have sent so far, those of redirections included.
        static long requests() {
            return REQUESTS.get();
        }

        Visitor(String person) throws IOException, InterruptedException {
            token(get("/demo").body());
            post("/demo/" + person);
            token(get("/mes-demandes").body());
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            HttpResponse<String> page = sent(HttpRequest.newBuilder(at(path)).build());
            token(page.body());
            return page;
        }

        HttpResponse<String> post(String path, String... params)
                throws IOException, InterruptedException {
            return sent(form(path, params));
        }

        private HttpResponse<String> sent(HttpRequest request)
                throws IOException, InterruptedException {
            HttpResponse<String> page = client.send(request, HttpResponse.BodyHandlers.ofString());
            for (var one = Optional.of(page); one.isPresent(); one = one.get().previousResponse()) {
                REQUESTS.incrementAndGet();
            }
            return page;
        }

        /// A form as a browser sends it, with the token of the session.
        HttpRequest form(String path, String... params) {
            StringBuilder body = new StringBuilder("_csrf=" + encoded(token));
            for (int at = 0; at < params.length; at += 2) {
                body.append('&')
                        .append(encoded(params[at]))
                        .append('=')
                        .append(encoded(params[at + 1]));
            }
            return HttpRequest.newBuilder(at(path))
                    .timeout(Duration.ofSeconds(30))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                    .build();
        }

        HttpClient client() {
            return client;
        }

        String token() {
            return token;
        }

        private void token(String page) {
            Matcher matcher = TOKEN.matcher(page);
            if (matcher.find()) {
                token = matcher.group(1);
            }
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
