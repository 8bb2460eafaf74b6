package fr.gouv.workinfrance.examination.revision;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.SilenceReached;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.UUID;

/// What happens later: the notice to the persons concerned, the day after their last day to answer,
/// and the seal once an act is signed.
@Configuration(proxyBeanMethods = false)
class RevisionQueue {

    private static final TaskDescriptor<Void> GIVE = TaskDescriptor.of("examination-revision");

    private static final TaskDescriptor<Void> NOTICE =
            TaskDescriptor.of("examination-revision-notice");
    private static final TaskDescriptor<Void> OVER =
            TaskDescriptor.of("examination-revision-hearing");

    @Bean
    OneTimeTask<Void> examinationRevisionNotice(Reviews reviews) {
        return Tasks.oneTime(NOTICE)
                .onFailureRetryLater()
                .execute((instance, _) -> reviews.notice(UUID.fromString(instance.getId())));
    }

    @Bean
    OneTimeTask<Void> examinationRevisionHearing(Hearings hearings) {
        return Tasks.oneTime(OVER)
                .onFailureRetryLater()
                .execute((instance, _) -> hearings.over(UUID.fromString(instance.getId())));
    }

    private static final TaskDescriptor<Void> ACQUIRED = TaskDescriptor.of("examination-acquired");

    @Bean
    OneTimeTask<Void> examinationAcquired(Acquisitions acquisitions) {
        return Tasks.oneTime(ACQUIRED)
                .onFailureRetryLater()
                .execute(
                        (instance, _) ->
                                acquisitions.certify(
                                        new DossierId(UUID.fromString(instance.getId()))));
    }

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
        void on(RevisionDrafted drafted) {
            String id = drafted.revision().toString();
            queue.getObject().scheduleIfNotExists(NOTICE.instance(id).scheduledTo(clock.instant()));
            queue.getObject().scheduleIfNotExists(OVER.instance(id).scheduledTo(drafted.over()));
        }

        @EventListener
        void on(SilenceReached reached) {
            queue.getObject()
                    .scheduleIfNotExists(
                            ACQUIRED.instance(reached.dossier().toString())
                                    .scheduledTo(clock.instant()));
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
