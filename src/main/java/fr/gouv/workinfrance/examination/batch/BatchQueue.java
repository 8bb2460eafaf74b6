package fr.gouv.workinfrance.examination.batch;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.UUID;

/// The job of a batch: each dossier is a transaction of its own, and who is stopped half-way goes
/// on from there.
@Configuration(proxyBeanMethods = false)
class BatchQueue {

    static final TaskDescriptor<Void> RUN = TaskDescriptor.of("examination-batch");

    @Bean
    OneTimeTask<Void> examinationBatch(Batches batches) {
        return Tasks.oneTime(RUN)
                .onFailureRetryLater()
                .execute((instance, _) -> batches.run(UUID.fromString(instance.getId())));
    }
}
