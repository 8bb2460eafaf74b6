package fr.gouv.workinfrance.examination;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import fr.gouv.workinfrance.dossier.DecisionSigned;
import fr.gouv.workinfrance.dossier.DossierId;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.UUID;

/// What happens later: the seal, once a decision is signed.
@Configuration(proxyBeanMethods = false)
class ExaminationQueue {

    private static final TaskDescriptor<Void> SEAL = TaskDescriptor.of("examination-seal");

    @Bean
    OneTimeTask<Void> examinationSeal(Examinations examinations) {
        return Tasks.oneTime(SEAL)
                .onFailureRetryLater()
                .execute(
                        (instance, _) ->
                                examinations.seal(
                                        new DossierId(UUID.fromString(instance.getId()))));
    }

    @Component("examinationQueueListener")
    static class Listener {

        private final ObjectProvider<SchedulerClient> queue;
        private final Clock clock;

        Listener(ObjectProvider<SchedulerClient> queue, Clock clock) {
            this.queue = queue;
            this.clock = clock;
        }

        @EventListener
        void on(DecisionSigned signed) {
            queue.getObject()
                    .scheduleIfNotExists(
                            SEAL.instance(signed.dossier().toString())
                                    .scheduledTo(clock.instant()));
        }
    }
}
