package fr.gouv.workinfrance.access;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.Duration;

/// The queue's work for this package, every hour: throwing away what has served, reminding those
/// who have not answered an invitation, and noticing those that nobody answered.
@Configuration(proxyBeanMethods = false)
class AccessQueue {

    static final TaskDescriptor<Void> PURGE = TaskDescriptor.of("access-purge");

    static final TaskDescriptor<Void> INVITATIONS = TaskDescriptor.of("access-invitations");

    private static final Duration KEPT = Duration.ofDays(1);

    /// Limits that no longer hold anybody back, and codes and changes of address a day after their
    /// end: both are personal data that nothing needs any more.
    @Bean
    Task<Void> accessPurge(
            LimitTable limits, ChallengeTable challenges, AddressChangeTable changes, Clock clock) {
        return Tasks.recurring(PURGE, FixedDelay.ofHours(1))
                .execute(
                        (instance, context) -> {
                            var now = clock.instant();
                            limits.purge(now);
                            challenges.purge(now.minus(KEPT));
                            changes.purge(now.minus(KEPT));
                        });
    }

    /// Each in a transaction of its own; more than one hour's fill waits for the next.
    @Bean
    Task<Void> accessInvitations(Invitations invitations) {
        return Tasks.recurring(INVITATIONS, FixedDelay.ofHours(1))
                .execute(
                        (_, _) -> {
                            invitations.past().forEach(invitations::expire);
                            invitations.silent().forEach(invitations::remind);
                        });
    }
}
