package fr.gouv.workinfrance.examination.export;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.UUID;

/// The job that makes a file; one that is stopped half-way is made again from the start.
@Configuration(proxyBeanMethods = false)
class ExportQueue {

    static final TaskDescriptor<Void> MAKE = TaskDescriptor.of("examination-export");

    private static final int TRIES = 3;

    @Bean
    OneTimeTask<Void> examinationExport(Exports exports) {
        return Tasks.oneTime(MAKE)
                .onFailure(
                        (complete, operations) -> {
                            if (complete.getExecution().consecutiveFailures + 1 < TRIES) {
                                operations.reschedule(
                                        complete, complete.getTimeDone().plusSeconds(30));
                            } else {
                                exports.giveUp(UUID.fromString(complete.getExecution().getId()));
                                operations.stop();
                            }
                        })
                .execute((instance, _) -> exports.make(UUID.fromString(instance.getId())));
    }

    /// What was asked for is forgotten once its file is erased.
    @Bean
    RecurringTask<Void> examinationExportsForgotten(Exports exports) {
        return Tasks.recurring("examination-exports-forgotten", FixedDelay.ofHours(1))
                .execute((_, _) -> exports.forget());
    }
}
