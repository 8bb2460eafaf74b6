package fr.gouv.workinfrance.document;

import java.util.concurrent.Semaphore;

/// The pixels that are in memory at once, whoever decodes or draws them: no more than half of the
/// memory holds. Who wants more waits.
final class Canvas {

    private static final long SLICE = 1_000_000;
    private static final int BYTES = 4;
    private static final int MOST = (int) slices(Sheets.PIXELS);

    /// The largest image fits in, alone.
    private static final int ALL =
            (int) Math.max(MOST, Runtime.getRuntime().maxMemory() / 2 / BYTES / SLICE);

    private static final Semaphore FREE = new Semaphore(ALL, true);
    private static final ThreadLocal<Boolean> HOLDING = ThreadLocal.withInitial(() -> false);

    private Canvas() {}

    /// Takes as much of it as an image needs, until it is closed. Who holds some already, to draw
    /// an image painted with a pattern that holds others, takes no more: waiting for it while
    /// holding, it could wait for ever.
    static Taken take(long pixels) {
        if (HOLDING.get()) {
            return () -> {};
        }
        int slices = (int) Math.min(ALL, slices(pixels));
        FREE.acquireUninterruptibly(slices);
        HOLDING.set(true);
        return () -> {
            HOLDING.remove();
            FREE.release(slices);
        };
    }

    private static long slices(long pixels) {
        return Math.ceilDiv(pixels, SLICE);
    }

    /// A part of it, until it is given back.
    interface Taken extends AutoCloseable {
        @Override
        void close();
    }
}
