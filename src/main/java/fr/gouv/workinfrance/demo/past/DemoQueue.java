package fr.gouv.workinfrance.demo.past;

import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// What an act of the past queued is done as of that moment: the deeds that follow a deposit of two
/// months ago bear its date, and so do the letters that announce them.
@Component
@Profile("demo")
class DemoQueue implements ExecutionInterceptor {

    /// Anything due for longer was queued by an act of the past.
    private static final Duration LATE = Duration.ofHours(1);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final DemoClock clock;
    private final ObjectProvider<Scheduler> queue;
    private final Set<String> abandoned = ConcurrentHashMap.newKeySet();

    DemoQueue(DemoClock clock, ObjectProvider<Scheduler> queue) {
        this.clock = clock;
        this.queue = queue;
    }

    @Override
    public CompletionHandler<?> execute(
            TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
        Instant due = context.getExecution().getExecutionTime();
        return past(due, task.getId())
                ? clock.asOf(due, () -> chain.proceed(task, context))
                : chain.proceed(task, context);
    }

    /// Waits until all that acts of the past have queued is done, or has failed and will be tried
    /// again later. What a node that was killed had begun is not waited for twice.
    void settle(BooleanSupplier stopping) {
        Scheduler scheduler = queue.getObject();
        Instant until = clock.instant().plus(PATIENCE);
        List<TaskInstanceId> waiting = waiting(scheduler);
        while (!waiting.isEmpty() && !stopping.getAsBoolean()) {
            if (clock.instant().isAfter(until)) {
                waiting.forEach(task -> abandoned.add(task.getId()));
                return;
            }
            scheduler.triggerCheckForDueExecutions();
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            waiting = waiting(scheduler);
        }
    }

    private List<TaskInstanceId> waiting(Scheduler scheduler) {
        return scheduler.getScheduledExecutions(ScheduledExecutionsFilter.all()).stream()
                .filter(each -> past(each.getExecutionTime(), each.getTaskInstance().getId()))
                .map(each -> each.getTaskInstance())
                .filter(task -> !abandoned.contains(task.getId()))
                .toList();
    }

    private boolean past(Instant due, String id) {
        return !id.equals(RecurringTask.INSTANCE) && due.isBefore(clock.instant().minus(LATE));
    }
}
