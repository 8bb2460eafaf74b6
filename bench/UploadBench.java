import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

static final int UPLOADS = 50;
static final int PART = 2 * 1024 * 1024;
static final LongAdder AGAIN = new LongAdder();
static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

/// People of the demonstration, each with as many requests of his own.
static final List<String> PEOPLE =
        List.of("employeur", "etudiante", "mandataire", "instructeur", "signataire");

/// Fifty files of 20 MB sent at once to the service that `BENCH_ADDRESS` names, as the page does
/// it: each has to be received whole, scanned and inspected.
void main() throws Exception {
    URI service =
            URI.create(System.getenv().getOrDefault("BENCH_ADDRESS", "http://localhost:8080"));
    byte[] file = photograph();
    IO.println("%d files of %.1f MB".formatted(UPLOADS, file.length / 1e6));
    List<Sender> senders = new ArrayList<>();
    for (String person : PEOPLE) {
        Sender first = Sender.signedIn(service, person);
        for (int i = 0; i < UPLOADS / PEOPLE.size(); i++) {
            senders.add(first.onRequestOfItsOwn());
        }
    }
    long start = System.nanoTime();
    List<Future<Double>> all = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Sender sender : senders) {
            all.add(threads.submit(() -> sender.send(file)));
        }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double[] each = new double[UPLOADS];
    for (int i = 0; i < UPLOADS; i++) {
        each[i] = all.get(i).get();
    }
    Arrays.sort(each);
    IO.println(
            "all received in %.0f s, %.1f MB a second; one in two under %.0f s, the last %.0f s;"
                    + " %d parts sent again"
                            .formatted(
                                    seconds,
                                    UPLOADS * file.length / 1e6 / seconds,
                                    each[UPLOADS / 2],
                                    each[UPLOADS - 1],
                                    AGAIN.sum()));
}

/// Someone who is signed in, and the request that he joins a file to.
record Sender(HttpClient http, URI service, String token, String at) {

    static Sender signedIn(URI service, String person) throws Exception {
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(new CookieManager())
                        .build();
        Sender visitor = new Sender(http, service, "", "");
        visitor = visitor.with(visitor.page("/demo"));
        visitor.form("/demo/" + person, "");
        return visitor.with(visitor.page("/demarches/etudiant-professionnalisation"));
    }

    private Sender with(String page) {
        Matcher found = TOKEN.matcher(page);
        return found.find() ? new Sender(http, service, found.group(1), at) : this;
    }

    Sender onRequestOfItsOwn() throws Exception {
        String to =
                form(
                                "/mes-demandes/nouvelle",
                                "&procedure=etudiant-professionnalisation&filer=EMPLOYER")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        return new Sender(http, service, token, URI.create(to).getPath());
    }

    /// @return how many seconds it took
    double send(byte[] file) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> opened =
                http.send(
                        tus(at + "/pieces/contract/envois")
                                .header("Upload-Length", String.valueOf(file.length))
                                .header("Upload-Metadata", "filename c2Nhbi5wbmc=")
                                .POST(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
        String place = opened.headers().firstValue("Location").orElseThrow();
        int from = 0;
        boolean received = false;
        while (!received) {
            HttpResponse<String> answer = part(place, file, from);
            received = answer.statusCode() == 204 && from + PART >= file.length;
            if (answer.statusCode() == 204) {
                from = Math.min(file.length, from + PART);
            } else if (answer.statusCode() == 422) {
                throw new IllegalStateException(answer.body());
            } else {
                // as the page does: a moment later, from what is kept
                AGAIN.increment();
                Thread.sleep(1000);
                from = kept(place);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private HttpResponse<String> part(String place, byte[] file, int from) throws Exception {
        HttpRequest part =
                tus(place)
                        .header("Upload-Offset", String.valueOf(from))
                        .header("Content-Type", "application/offset+octet-stream")
                        .method(
                                "PATCH",
                                BodyPublishers.ofByteArray(
                                        file, from, Math.min(PART, file.length - from)))
                        .build();
        return http.send(part, BodyHandlers.ofString());
    }

    private int kept(String place) throws Exception {
        HttpRequest asked = tus(place).HEAD().build();
        for (int tries = 0; tries < 60; tries++) {
            var answer = http.send(asked, BodyHandlers.discarding());
            if (answer.statusCode() == 200) {
                return Integer.parseInt(answer.headers().firstValue("Upload-Offset").orElseThrow());
            }
            AGAIN.increment();
            Thread.sleep(1000);
        }
        throw new IllegalStateException("the service does not come back");
    }

    private String page(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path)).build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private HttpResponse<String> form(String path, String more) throws Exception {
        return http.send(
                HttpRequest.newBuilder(service.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("_csrf=" + token + more))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder tus(String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .header("X-XSRF-TOKEN", token)
                .header("Tus-Resumable", "1.0.0")
                .header("Accept", "application/json");
    }
}

/// An image that no compression makes smaller: 6.6 million pixels of noise.
static byte[] photograph() throws Exception {
    BufferedImage image = new BufferedImage(2580, 2570, BufferedImage.TYPE_INT_RGB);
    Random noise = new Random(1);
    for (int y = 0; y < image.getHeight(); y++) {
        for (int x = 0; x < image.getWidth(); x++) {
            image.setRGB(x, y, noise.nextInt());
        }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
}
