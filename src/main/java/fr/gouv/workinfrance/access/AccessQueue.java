package fr.gouv.workinfrance.access;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.Duration;

/// The queue's work for this package: throwing away, every hour, what has served.
@Configuration(proxyBeanMethods = false)
class AccessQueue {

    static final TaskDescriptor<Void> PURGE = TaskDescriptor.of("access-purge");

    private static final Duration KEPT = Duration.ofDays(1);

    /// Limits that no longer hold anybody back, and codes a day after their end: both are personal
    /// data that nothing needs any more.
    @Bean
    Task<Void> accessPurge(LimitTable limits, ChallengeTable challenges, Clock clock) {
        return Tasks.recurring(PURGE, FixedDelay.ofHours(1))
                .execute(
                        (instance, context) -> {
                            var now = clock.instant();
                            limits.purge(now);
                            challenges.purge(now.minus(KEPT));
                        });
    }
}
