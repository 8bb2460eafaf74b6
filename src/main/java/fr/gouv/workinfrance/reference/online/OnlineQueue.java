package fr.gouv.workinfrance.reference.online;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The queue's work for this package: erasing, every hour, the answers that no longer serve.
@Configuration(proxyBeanMethods = false)
class OnlineQueue {

    static final TaskDescriptor<Void> PURGE = TaskDescriptor.of("reference-online-purge");

    @Bean
    Task<Void> onlinePurge(Calls calls) {
        return Tasks.recurring(PURGE, FixedDelay.ofHours(1))
                .execute((instance, context) -> calls.purge());
    }
}
