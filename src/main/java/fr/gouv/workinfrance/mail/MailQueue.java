package fr.gouv.workinfrance.mail;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.UUID;

/// The queue's work for this package: one task a letter, whose instance is the letter's id.
@Configuration(proxyBeanMethods = false)
class MailQueue {

    static final TaskDescriptor<Void> SEND = TaskDescriptor.of("mail-send");

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
