package fr.gouv.workinfrance.document;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Threads of the machine that open and draw what people send, a few at once. It takes seconds of
/// the processor: on virtual threads, which nothing interrupts, those that hold a connection to the
/// database would wait for it.
final class Inspectors {

    private final ExecutorService threads;

    Inspectors(int atOnce) {
        this.threads =
                Executors.newFixedThreadPool(
                        atOnce, Thread.ofPlatform().daemon().name("inspector-", 0).factory());
    }

    /// Waits for one of them, and for what it has to say.
    <T> T ask(Callable<T> look) throws IOException {
        try {
            return threads.submit(look).get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException known -> throw known;
                case RuntimeException known -> throw known;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
