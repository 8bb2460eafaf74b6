package fr.gouv.workinfrance.reference.online;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// *Recherche d'entreprises* and the Géoplateforme, over HTTP, on their good days and on their bad
/// ones. What they answer is in `src/test/resources/online`, some of it recorded from the true
/// ones.
public final class OnlineDouble implements DisposableBean {

    /// How the day goes.
    public enum Day {
        RIGHT,
        SLOW,
        TOO_MANY,
        BROKEN,
        NONSENSE,
        NOT_JSON,
        ENDLESS,
        CUT,
        REFUSED
    }

    private static final Map<String, String> REGISTER =
            Map.ofEntries(
                    Map.entry("22760540900019", "recorded/search-seine-maritime"),
                    Map.entry("75251736700013", "recorded/search-autoexpress"),
                    Map.entry("carrefour banque", "recorded/search-carrefour-banque"),
                    Map.entry("35600000000048", "search-la-poste"),
                    Map.entry("73282932000074", "search-boulangerie"),
                    Map.entry("08812345000012", "search-closed"),
                    Map.entry("08823456200028", "search-not-shown"),
                    Map.entry("08834567300011", "search-association"),
                    Map.entry("08845678500018", "search-administration"),
                    Map.entry("lices", "search-by-name"));

    private final InetSocketAddress address;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile Day day = Day.RIGHT;
    private volatile CountDownLatch slow = new CountDownLatch(1);

    OnlineDouble() {
        server = open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        address = server.getAddress();
    }

    /// Wires the house to it.
    @TestConfiguration(proxyBeanMethods = false)
    public static class Wired {

        @Bean
        OnlineDouble onlineDouble() {
            return new OnlineDouble();
        }

        @Bean
        DynamicPropertyRegistrar onlineServices(OnlineDouble online) {
            return properties -> {
                properties.add("wif.reference.register-url", () -> online.url() + "/register");
                properties.add("wif.reference.addresses-url", () -> online.url() + "/addresses");
                properties.add("wif.reference.read", () -> "1s");
            };
        }
    }

    /// From now on, until another is asked for; nothing has been asked yet.
    public void on(Day what) {
        slow.countDown();
        slow = new CountDownLatch(1);
        if (day == Day.REFUSED && what != Day.REFUSED) {
            server = open(address);
        } else if (what == Day.REFUSED && day != Day.REFUSED) {
            server.stop(0);
        }
        day = what;
        asked.clear();
    }

    /// Nothing was asked yet, and nothing failed: each test begins so.
    public void fresh(JdbcClient jdbc) {
        jdbc.sql("delete from reference.online_answer").update();
        jdbc.sql(
                        "update reference.online_service set failures = 0, shut_until = null,"
                                + " empty_at = '2020-01-01'")
                .update();
        on(Day.RIGHT);
    }

    /// What was asked since then, as it was asked: the path, the question, and who asks.
    public List<String> asked() {
        return asked;
    }

    private String url() {
        return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private HttpServer open(InetSocketAddress at) {
        try {
            HttpServer opened = HttpServer.create(at, 0);
            opened.createContext("/register/search", exchange -> serve(exchange, true));
            opened.createContext("/addresses/search", exchange -> serve(exchange, false));
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(HttpExchange exchange, boolean register) throws IOException {
        String query =
                URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        asked.add(
                exchange.getRequestURI().getPath()
                        + "?"
                        + query
                        + " "
                        + exchange.getRequestHeaders().getFirst("User-Agent"));
        try (exchange) {
            switch (day) {
                case RIGHT -> file(exchange, register ? companies(query) : addresses(query));
                case SLOW -> wait(exchange);
                case TOO_MANY -> {
                    exchange.getResponseHeaders().add("Retry-After", "120");
                    answer(exchange, 429, "{}");
                }
                case BROKEN -> answer(exchange, 500, "{\"erreur\": \"Internal server error\"}");
                case NONSENSE -> file(exchange, register ? "search-nonsense" : "geocode-nonsense");
                case NOT_JSON -> answer(exchange, 200, "<html>maintenance</html>");
                case ENDLESS -> endless(exchange);
                case CUT, REFUSED -> {}
            }
        }
    }

    private static String companies(String query) {
        return REGISTER.entrySet().stream()
                .filter(one -> query.toLowerCase(Locale.ROOT).contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("recorded/search-none");
    }

    private static String addresses(String query) {
        if (query.contains("place des lices")) {
            return "geocode-lices";
        }
        if (query.contains("8 La Bodini")) {
            return "recorded/geocode-la-bodini";
        }
        // overseas, the filter by postcode leaves nothing
        return query.contains("ravine") && !query.contains("postcode=")
                ? "geocode-overseas"
                : "recorded/geocode-none";
    }

    private void wait(HttpExchange exchange) throws IOException {
        try {
            if (!slow.await(20, TimeUnit.SECONDS)) {
                throw new IOException("nobody went on");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        answer(exchange, 200, "{}");
    }

    private static void file(HttpExchange exchange, String name) throws IOException {
        try (InputStream file =
                OnlineDouble.class.getResourceAsStream("/online/" + name + ".json")) {
            answer(exchange, 200, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        byte[] some = "{\"results\": [],".repeat(1000).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseBody().write("{\"x\": \"".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 10_000; i++) {
            exchange.getResponseBody()
                    .write(
                            new String(some, StandardCharsets.UTF_8)
                                    .replace('"', ' ')
                                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void destroy() {
        slow.countDown();
        server.stop(0);
    }
}
