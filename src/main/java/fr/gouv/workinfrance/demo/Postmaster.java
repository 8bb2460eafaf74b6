package fr.gouv.workinfrance.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A PostgreSQL that already runs on our data: that of another node of ours, or one that a `kill
/// -9` of its node left alone.
record Postmaster(Path data) {

    private static final int PATIENCE_SECONDS = 30;

    /// Whether the node that started it is gone: it held a lock as long as it lived.
    boolean leftAlone() throws IOException {
        Path held = data.resolve("epg-lock");
        if (!Files.exists(held)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(held, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        }
    }

    /// Stops it, so that we start it again and stop it with us: otherwise nobody ever would.
    void stop() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::destroy);
        if (process.isPresent()) {
            try {
                process.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException("it does not stop: process " + pid, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }
}
