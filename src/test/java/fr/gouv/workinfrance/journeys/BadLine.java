package fr.gouv.workinfrance.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Queue;

/// A line to the service that is cut after so many bytes were sent through it, as often as asked.
final class BadLine implements AutoCloseable {

    private final ServerSocket entrance;
    private final int service;
    private final Queue<Long> cuts = new ArrayDeque<>();
    private long passed;

    private BadLine(ServerSocket entrance, int service) {
        this.entrance = entrance;
        this.service = service;
    }

    static BadLine to(int service) {
        try {
            BadLine line = new BadLine(new ServerSocket(0), service);
            Thread.ofVirtual().start(line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return entrance.getLocalPort();
    }

    /// Cuts the line once so many more bytes have gone to the service, then again after the next…
    synchronized void cutAfter(long... bytes) {
        passed = 0;
        for (long each : bytes) {
            cuts.add(each);
        }
    }

    synchronized boolean cutAsOftenAsAsked() {
        return cuts.isEmpty();
    }

    /// How many of these bytes still pass; fewer than there are when the line is cut there.
    private synchronized int passing(int length) {
        Long cut = cuts.peek();
        if (cut == null || passed + length < cut) {
            passed += length;
            return length;
        }
        int left = (int) (cut - passed);
        passed = 0;
        cuts.remove();
        return left;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket browser = entrance.accept();
                Socket server = new Socket("localhost", service);
                Thread.ofVirtual().start(() -> pass(browser, server, true));
                Thread.ofVirtual().start(() -> pass(server, browser, false));
            } catch (IOException _) {
                // the test is over
            }
        }
    }

    private void pass(Socket from, Socket to, boolean cut) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[16 * 1024];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                int left = cut ? passing(read) : read;
                out.write(bytes, 0, left);
                if (left < read) {
                    return;
                }
            }
        } catch (IOException _) {
            // one of them has hung up: so does the other
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
