import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// Fifty files of 20 MB sent at once, in parts, as the page does it: photographs of 50 million
/// pixels and PDFs of scanned pages. Each has to arrive whole, be scanned where there is a clamd,
/// and be inspected, by a service that has 512 MB of heap.
static final int UPLOADS = 50;

static final int SIZE = 20_000_000;
static final int PART = 2 * 1024 * 1024;

/// The last characters of each file, that no two of them share.
static final int MARK = 8;

/// People of the demonstration, each with as many requests of his own.
static final List<String> PEOPLE =
        List.of("employeur", "etudiante", "mandataire", "instructeur", "signataire");

static final Pattern DRAFT = Pattern.compile("/dossiers/[^/?]+");

/// What was answered that is not what was hoped for, and how often.
static final Map<String, AtomicInteger> ELSE = new ConcurrentHashMap<>();

void main() throws Exception {
    byte[] photograph = filledUp(jpeg(8160, 6120, SIZE - MARK), ' ');
    byte[] scans = filledUp(pdf(), '\n');
    try (Pauses pauses = new Pauses();
            Scanner clamd = Scanner.start();
            RunningService service =
                    new RunningService(List.of("-Xmx512m", pauses.option()), clamd.settings())) {
        List<Sender> senders = new ArrayList<>();
        for (String person : PEOPLE) {
            RunningService.Visitor visitor = new RunningService.Visitor(person);
            for (int i = 0; i < UPLOADS / PEOPLE.size(); i++) {
                int number = senders.size();
                senders.add(
                        new Sender(
                                visitor,
                                draft(visitor),
                                number % 2 == 0 ? photograph : scans,
                                number));
            }
        }
        long start = System.nanoTime();
        List<Future<Double>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Sender sender : senders) {
                all.add(threads.submit(sender::send));
            }
        }
        double received = (System.nanoTime() - start) / 1e9;
        List<Double> each = new ArrayList<>();
        for (Future<Double> one : all) {
            each.add(one.get());
        }
        each.sort(null);
        Map<String, Integer> kept = kept(service, senders);
        double seconds = (System.nanoTime() - start) / 1e9;
        IO.println(
                "%d files of %.0f MB, JPEG and PDF, antivirus: %s"
                        .formatted(UPLOADS, SIZE / 1e6, clamd.present() ? "clamd" : "none"));
        IO.println("arrived whole, by their SHA-256: " + kept);
        IO.println(
                "received and inspected in %.0f s (%.1f MB a second; one in two under %.0f s),"
                                .formatted(
                                        received,
                                        UPLOADS * SIZE / 1e6 / received,
                                        each.get(UPLOADS / 2))
                        + " all scanned after %.0f s".formatted(seconds));
        IO.println("answers other than hoped for: " + ELSE);
        IO.println("warnings in the log: " + service.warnings());
        IO.println(pauses.told());
    }
}

/// How many of what was sent is there as it was sent, by what the antivirus said of it, once it has
/// said something of each.
static Map<String, Integer> kept(RunningService service, List<Sender> senders) throws Exception {
    for (int second = 0; second < 600; second++) {
        Map<String, String> scans = new HashMap<>();
        try (Connection database = service.database();
                var rows =
                        database.createStatement()
                                .executeQuery("select sha256, scan from document.document")) {
            while (rows.next()) {
                scans.put(rows.getString(1), rows.getString(2));
            }
        }
        Map<String, Integer> kept = new HashMap<>();
        for (Sender sender : senders) {
            kept.merge(scans.getOrDefault(sender.sha256(), "LOST"), 1, Integer::sum);
        }
        if (!kept.containsKey("WAITING")) {
            return kept;
        }
        Thread.sleep(1000);
    }
    throw new IllegalStateException("the antivirus does not say anything");
}

static String draft(RunningService.Visitor visitor) throws Exception {
    var page =
            visitor.post(
                    "/mes-demandes/nouvelle",
                    "procedure",
                    "etudiant-professionnalisation",
                    "filer",
                    "EMPLOYER");
    Matcher draft = DRAFT.matcher(page.uri().getPath());
    if (!draft.find()) {
        throw new IllegalStateException("no draft: " + page.statusCode() + " " + page.uri());
    }
    return draft.group();
}

/// One file on its way to a request of its own.
record Sender(RunningService.Visitor visitor, String draft, byte[] like, int number) {

    /// @return how many seconds it took
    double send() throws Exception {
        long start = System.nanoTime();
        String place = opened();
        int at = 0;
        boolean received = false;
        while (!received) {
            HttpResponse<String> answer = part(place, at);
            int end = Math.min(SIZE, at + PART);
            if (answer.statusCode() == 204) {
                received = end == SIZE;
                at = end;
            } else if (answer.statusCode() == 422) {
                throw new IllegalStateException(answer.body());
            } else {
                // as the page does: a moment later, from what is kept
                count("part " + answer.statusCode());
                Thread.sleep(1000);
                at = kept(place);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private String opened() throws Exception {
        HttpRequest asked =
                tus(draft + "/pieces/contract/envois")
                        .header("Upload-Length", String.valueOf(SIZE))
                        .header(
                                "Upload-Metadata",
                                "filename c2Nhbg==,sha256 "
                                        + java.util.Base64.getEncoder()
                                                .encodeToString(
                                                        sha256().getBytes(StandardCharsets.UTF_8)))
                        .POST(BodyPublishers.noBody())
                        .build();
        for (int tries = 0; tries < 60; tries++) {
            var answer = visitor.client().send(asked, BodyHandlers.ofString());
            Optional<String> place = answer.headers().firstValue("Location");
            if (answer.statusCode() == 201 && place.isPresent()) {
                return place.get();
            }
            count("opening " + answer.statusCode());
            Thread.sleep(1000);
        }
        throw new IllegalStateException("nothing can be sent");
    }

    private HttpResponse<String> part(String place, int from) throws Exception {
        HttpRequest part =
                tus(place)
                        .header("Upload-Offset", String.valueOf(from))
                        .header("Content-Type", "application/offset+octet-stream")
                        .method("PATCH", BodyPublishers.ofByteArray(bytes(from, from + PART)))
                        .build();
        return visitor.client().send(part, BodyHandlers.ofString());
    }

    private int kept(String place) throws Exception {
        for (int tries = 0; tries < 60; tries++) {
            var answer =
                    visitor.client().send(tus(place).HEAD().build(), BodyHandlers.discarding());
            if (answer.statusCode() == 200) {
                return Integer.parseInt(answer.headers().firstValue("Upload-Offset").orElseThrow());
            }
            count("offset " + answer.statusCode());
            Thread.sleep(1000);
        }
        throw new IllegalStateException("the service does not come back");
    }

    private HttpRequest.Builder tus(String path) {
        return HttpRequest.newBuilder(RunningService.at(path))
                .header("X-XSRF-TOKEN", visitor.token())
                .header("Tus-Resumable", "1.0.0")
                .header("Accept", "application/json");
    }

    private static void count(String what) {
        ELSE.computeIfAbsent(what, _ -> new AtomicInteger()).incrementAndGet();
    }

    /// Some bytes of the file, of which there is never a whole copy.
    private byte[] bytes(int from, int until) {
        byte[] bytes = Arrays.copyOfRange(like, from, Math.min(until, SIZE));
        byte[] mark = ("%" + MARK + "d").formatted(number).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < MARK; i++) {
            int at = SIZE - MARK + i - from;
            if (at >= 0 && at < bytes.length) {
                bytes[at] = mark[i];
            }
        }
        return bytes;
    }

    String sha256() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int at = 0; at < SIZE; at += PART) {
            digest.update(bytes(at, at + PART));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

/// A clamd that knows one virus, where one is installed.
record Scanner(Optional<Process> process, int port, Path folder) implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");

    static Scanner start() throws Exception {
        Path folder = Files.createTempDirectory("bench-clamd");
        int port = 18_310;
        if (!Files.isExecutable(PROGRAM)) {
            return new Scanner(Optional.empty(), port, folder);
        }
        Files.writeString(folder.resolve("local.ndb"), "Bench:0:*:" + "41".repeat(64) + "\n");
        Path settings =
                Files.writeString(
                        folder.resolve("clamd.conf"),
                        """
                        DatabaseDirectory %s
                        TCPSocket %d
                        TCPAddr 127.0.0.1
                        StreamMaxLength 25M
                        Foreground yes
                        """
                                .formatted(folder, port));
        Process process =
                new ProcessBuilder(PROGRAM.toString(), "--config-file=" + settings)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        for (int tries = 0; tries < 300; tries++) {
            try (Socket _ = new Socket("127.0.0.1", port)) {
                return new Scanner(Optional.of(process), port, folder);
            } catch (IOException _) {
                Thread.sleep(100); // not listening yet
            }
        }
        throw new IllegalStateException(Files.readString(folder.resolve("log")));
    }

    boolean present() {
        return process.isPresent();
    }

    Map<String, String> settings() {
        return present() ? Map.of("WIF_DOCUMENT_ANTIVIRUS_ADDRESS", "127.0.0.1:" + port) : Map.of();
    }

    @Override
    public void close() throws IOException {
        process.ifPresent(running -> running.destroyForcibly().onExit().join());
        RunningService.delete(folder);
    }
}

/// Five scanned sheets.
static byte[] pdf() throws IOException {
    try (PDDocument pdf = new PDDocument()) {
        for (int sheet = 0; sheet < 5; sheet++) {
            PDPage page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            var image = JPEGFactory.createFromByteArray(pdf, jpeg(2480, 3508, SIZE / 5 - 10_000));
            try (var content = new PDPageContentStream(pdf, page)) {
                content.drawImage(
                        image, 0, 0, page.getBBox().getWidth(), page.getBBox().getHeight());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }
}

/// A grained image that is as large in bytes as it may be.
static byte[] jpeg(int width, int height, int most) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random grain = new Random(1);
    int[] line = new int[width];
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            int level = (x / 40 + y / 40) % 2 * 80 + 100 + grain.nextInt(40);
            line[x] = level << 16 | level << 8 | level;
        }
        image.setRGB(0, y, width, 1, line, 0, width);
    }
    byte[] jpeg = new byte[0];
    for (float quality = 0.95f; jpeg.length == 0 || jpeg.length > most; quality -= 0.05f) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        try (var to = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(to);
            writer.write(null, new IIOImage(image, null, null), how);
        }
        writer.dispose();
        jpeg = out.toByteArray();
    }
    return jpeg;
}

/// As many bytes as a file may have, whatever stands after the end of an image or of a PDF.
static byte[] filledUp(byte[] file, char with) {
    byte[] filled = Arrays.copyOf(file, SIZE);
    Arrays.fill(filled, file.length, SIZE, (byte) with);
    return filled;
}
