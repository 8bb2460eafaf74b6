package fr.gouv.workinfrance.examination.revision;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.UUID;

/// What happens later: the seal, once an act is signed.
@Configuration(proxyBeanMethods = false)
class RevisionQueue {

    private static final TaskDescriptor<Void> GIVE = TaskDescriptor.of("examination-revision");

    @Bean
    OneTimeTask<Void> examinationRevision(Reviews reviews) {
        return Tasks.oneTime(GIVE)
                .onFailureRetryLater()
                .execute((instance, _) -> reviews.give(UUID.fromString(instance.getId())));
    }

    @Component("revisionQueueListener")
    static class Listener {

        private final ObjectProvider<SchedulerClient> queue;
        private final Clock clock;

        Listener(ObjectProvider<SchedulerClient> queue, Clock clock) {
            this.queue = queue;
            this.clock = clock;
        }

        @EventListener
        void on(RevisionSigned signed) {
            queue.getObject()
                    .scheduleIfNotExists(
                            GIVE.instance(signed.revision().toString())
                                    .scheduledTo(clock.instant()));
        }
    }
}
