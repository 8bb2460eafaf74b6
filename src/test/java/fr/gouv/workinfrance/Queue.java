package fr.gouv.workinfrance;

import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;

import java.time.Duration;
import java.time.Instant;

/// The durable queue of a test: it runs when the test says so, at the time of its clock.
public final class Queue {

    private static final int ROUNDS = 20;

    private final ManualScheduler scheduler;
    private final SettableClock clock;

    Queue(ManualScheduler scheduler, SettableClock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// Runs all that is due, and what that makes due.
    public void runDue() {
        for (int round = 0; round < ROUNDS; round++) {
            scheduler.setTime(clock.instant());
            scheduler.runAnyDueExecutions();
        }
    }

    /// Has a task that recurs run now, before all that waits from other tests, and from now on.
    public void start(String task) {
        var recurring = new TaskInstance<Void>(task, RecurringTask.INSTANCE);
        scheduler.setTime(clock.instant());
        if (!scheduler.scheduleIfNotExists(recurring, Instant.EPOCH)) {
            scheduler.reschedule(recurring, Instant.EPOCH);
        }
        runDue();
    }

    /// Lets time pass, then runs what has become due.
    public void runAfter(Duration duration) {
        clock.advance(duration);
        runDue();
    }

    /// The clock of a test stands still: what is due at one moment is done in the order in which it
    /// was queued, as it would be elsewhere.
    static final class InTurn extends PostgreSqlJdbcCustomization {

        InTurn() {
            super(false, false);
        }

        @Override
        public String createSelectDueQuery(
                String table, int limit, String condition, boolean byPriority) {
            String order = "ORDER BY execution_time ASC";
            String query = super.createSelectDueQuery(table, limit, condition, byPriority);
            if (!query.contains(order)) {
                throw new IllegalStateException(query);
            }
            return query.replace(order, order + ", xmin::text::bigint, cmin::text::bigint");
        }
    }
}
