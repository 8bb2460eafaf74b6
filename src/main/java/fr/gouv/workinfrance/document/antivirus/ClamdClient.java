package fr.gouv.workinfrance.document.antivirus;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Speaks with ClamAV's clamd, by its command INSTREAM: the content goes over a socket in lengths
/// and bytes, and nothing of it is on a disk. One connection for each file.
final class ClamdClient {

    private static final Logger LOG = LoggerFactory.getLogger(ClamdClient.class);

    private static final String UNIX = "unix:";
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PART = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;
    private static final Pattern INFECTED = Pattern.compile("stream: ([!-~]{1,200}) FOUND");

    private final String address;
    private final Duration connection;
    private final Duration patience;

    ClamdClient(AntivirusSettings settings) {
        this.address = settings.address();
        this.connection = settings.connection();
        this.patience = settings.patience();
    }

    /// @throws UncheckedIOException when the content cannot be read; never because of clamd
    Verdict scan(InputStream content) {
        try (SocketChannel line = line()) {
            try (var _ = new Deadline(line, connection)) {
                line.connect(called());
            }
            try (var _ = new Deadline(line, patience)) {
                send(content, line);
                return verdict(answer(line));
            }
        } catch (IOException | UnresolvedAddressException e) {
            LOG.warn("clamd does not answer: {}", e.toString());
            return new Verdict.Away();
        }
    }

    private static Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        Matcher infected = INFECTED.matcher(answer);
        if (infected.matches()) {
            return new Verdict.Infected(infected.group(1));
        }
        LOG.warn("clamd answers what is neither OK nor FOUND, in {} characters", answer.length());
        return new Verdict.Away();
    }

    private static void send(InputStream content, SocketChannel line) throws IOException {
        write(line, ByteBuffer.wrap(COMMAND));
        byte[] part = new byte[PART];
        ByteBuffer framed = ByteBuffer.allocate(Integer.BYTES + PART);
        for (int length = read(content, part); length > 0; length = read(content, part)) {
            write(line, framed.clear().putInt(length).put(part, 0, length).flip());
        }
        write(line, framed.clear().putInt(0).flip());
    }

    /// Up to the character of number zero, or to where clamd hangs up.
    private static String answer(SocketChannel line) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && line.read(answer) >= 0) {
            if (answer.get(answer.position() - 1) == 0) {
                break;
            }
        }
        return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII)
                .strip()
                .replace("\0", "");
    }

    private static void write(SocketChannel line, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            line.write(bytes);
        }
    }

    private static int read(InputStream content, byte[] part) {
        try {
            return content.readNBytes(part, 0, part.length);
        } catch (IOException e) {
            // ours, and not to be taken for clamd's
            throw new UncheckedIOException(e);
        }
    }

    private SocketChannel line() throws IOException {
        return address.startsWith(UNIX)
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    /// Looked up each time: what a name stands for changes while we run.
    private SocketAddress called() {
        if (address.startsWith(UNIX)) {
            return UnixDomainSocketAddress.of(address.substring(UNIX.length()));
        }
        int colon = address.lastIndexOf(':');
        return new InetSocketAddress(
                address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    /// Hangs up when time is over, which ends whatever was being written or read: sockets of Unix
    /// know no timeout of their own.
    private static final class Deadline implements AutoCloseable {

        private final Thread watch;

        Deadline(SocketChannel line, Duration patience) {
            this.watch = Thread.ofVirtual().start(() -> hangUp(line, patience));
        }

        private static void hangUp(SocketChannel line, Duration patience) {
            try {
                Thread.sleep(patience);
                line.close();
            } catch (InterruptedException _) {
                // done in time
            } catch (IOException e) {
                LOG.debug("clamd was hung up on: {}", e.toString());
            }
        }

        @Override
        public void close() {
            watch.interrupt();
        }
    }
}
