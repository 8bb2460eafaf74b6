package fr.gouv.workinfrance.demo.past;

import fr.gouv.workinfrance.permit.Permits;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes all the requests of the demonstration, for the tests: the telling is cut in the middle, as
/// it is when the service stops, and another one goes on from there.
@TestComponent
public class ToldInTwoTimes {

    static final int CUT_AFTER = 40;

    private final Stories stories;
    private final StoryTable table;
    private final Scenes scenes;
    private final Permits permits;
    private final DemoQueue queue;
    private final DemoClock clock;
    private final PlatformTransactionManager transactions;
    private int doneAtTheCut;

    ToldInTwoTimes(
            Stories stories,
            StoryTable table,
            Scenes scenes,
            Permits permits,
            DemoQueue queue,
            DemoClock clock,
            PlatformTransactionManager transactions) {
        this.stories = stories;
        this.table = table;
        this.scenes = scenes;
        this.permits = permits;
        this.queue = queue;
        this.clock = clock;
        this.transactions = transactions;
    }

    /// How many steps were done when it was cut.
    int doneAtTheCut() {
        return doneAtTheCut;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Stories.AFTER_THE_PEOPLE)
    void tell() {
        Cut cut = new Cut(transactions);
        Stories first = new Stories(table, scenes, permits, queue, clock, cut, false);
        cut.stories = first;
        first.tell();
        doneAtTheCut = table.all().stream().mapToInt(StoryTable.Told::done).sum();
        stories.tell();
    }

    /// Stops the stories after some steps.
    private static final class Cut extends TransactionTemplate {

        private Stories stories;
        private int done = -1; // the first transaction does no step

        Cut(PlatformTransactionManager transactions) {
            super(transactions);
        }

        @Override
        public <T> T execute(TransactionCallback<T> step) {
            T outcome = super.execute(step);
            if (++done == CUT_AFTER) {
                try {
                    stories.stop();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return outcome;
        }
    }
}
