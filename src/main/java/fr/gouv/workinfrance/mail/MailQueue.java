package fr.gouv.workinfrance.mail;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.UUID;

/// The queue's work for this package: one task a letter, whose instance is the letter's id; and
/// what came back is read now and then.
@Configuration(proxyBeanMethods = false)
class MailQueue {

    static final TaskDescriptor<Void> SEND = TaskDescriptor.of("mail-send");
    static final TaskDescriptor<Void> BOUNCES = TaskDescriptor.of("mail-bounces");

    @Bean
    RecurringTask<Void> mailBounces(Bounces bounces) {
        return Tasks.recurring(BOUNCES, FixedDelay.ofMinutes(5)).execute((_, _) -> bounces.look());
    }

    @Bean
    Task<Void> mailSend(Postman postman) {
        return Tasks.custom(SEND)
                .onDeadExecutionRevive()
                .execute(
                        (instance, context) ->
                                postman.deliver(UUID.fromString(instance.getId()))
                                        .<CompletionHandler<Void>>map(
                                                next ->
                                                        (done, queue) ->
                                                                queue.reschedule(done, next))
                                        .orElseGet(() -> (done, queue) -> queue.remove()));
    }
}
