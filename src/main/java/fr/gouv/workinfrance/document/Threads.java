package fr.gouv.workinfrance.document;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Threads of the machine, a few, for what takes the processor and the memory: to encrypt, open and
/// draw what people send. On virtual threads, which nothing interrupts, those that hold a
/// connection to the database would wait for it; and all who send at once would fill the memory.
final class Threads {

    private final ExecutorService threads;

    Threads(String name, int atOnce) {
        this.threads = Executors.newFixedThreadPool(atOnce, task -> new One(this, task, name));
    }

    /// Waits for one of them, and for what it has to say. Asked from one of them, it is done there
    /// and then.
    <T> T ask(Callable<T> work) throws IOException {
        try {
            return Thread.currentThread() instanceof One one && one.among == this
                    ? work.call()
                    : threads.submit(work).get();
        } catch (ExecutionException e) {
            throw known(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw known(e);
        }
    }

    private static IOException known(@Nullable Throwable thrown) {
        return switch (thrown) {
            case IOException known -> known;
            case RuntimeException known -> throw known;
            case null, default -> throw new IllegalStateException(thrown);
        };
    }

    private static final class One extends Thread {

        private final Threads among;

        One(Threads among, Runnable task, String name) {
            super(task, name);
            this.among = among;
            setDaemon(true);
        }
    }
}
