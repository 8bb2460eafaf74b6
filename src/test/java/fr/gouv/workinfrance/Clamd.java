package fr.gouv.workinfrance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;

/// A real clamd, the one that `.ci/program` found, that knows one virus: ours.
public final class Clamd implements AutoCloseable {

    /// What it takes for a virus, wherever it stands in a file.
    public static final byte[] VIRUS =
            "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!".getBytes(StandardCharsets.US_ASCII);

    /// The name under which it knows it.
    public static final String SIGNATURE = "Eicar-Test-String.UNOFFICIAL";

    private static final Path FOUND = Path.of("target", "clamav-daemon");

    private final Process process;
    private final int port;
    private final Path folder;

    private Clamd(Process process, int port, Path folder) {
        this.process = process;
        this.port = port;
        this.folder = folder;
    }

    public static Clamd start() {
        return start(freePort());
    }

    /// At a port where one may have been before.
    public static Clamd start(int port) {
        try {
            Path folder = Files.createTempDirectory("clamd");
            Files.writeString(
                    folder.resolve("local.ndb"),
                    "Eicar-Test-String:0:*:" + HexFormat.of().formatHex(VIRUS) + "\n");
            Path settings =
                    Files.writeString(
                            folder.resolve("clamd.conf"),
                            """
                            DatabaseDirectory %1$s
                            TCPSocket %2$d
                            TCPAddr 127.0.0.1
                            LocalSocket %1$s/socket
                            StreamMaxLength 25M
                            Foreground yes
                            """
                                    .formatted(folder, port));
            Process process =
                    new ProcessBuilder(Files.readString(FOUND).strip(), "--config-file=" + settings)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("log").toFile())
                            .start();
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !process.isAlive() || answers(port));
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(folder.resolve("log")));
            }
            return new Clamd(process, port, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A port at which nobody listens.
    public static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    public String unixAddress() {
        return "unix:" + folder.resolve("socket");
    }

    private static boolean answers(int port) {
        try (Socket line = new Socket()) {
            line.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
