package fr.gouv.workinfrance.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// The post office: takes letters in, and says what has become of them.
@Component
public class Mail {

    private final Composer composer;
    private final Envelope envelope;
    private final MessageTable messages;
    private final ObjectProvider<SchedulerClient> queue;
    private final Clock clock;

    /// The queue comes as a provider: it knows every task of the house, some of which post letters.
    Mail(
            Composer composer,
            Envelope envelope,
            MessageTable messages,
            ObjectProvider<SchedulerClient> queue,
            Clock clock) {
        this.composer = composer;
        this.envelope = envelope;
        this.messages = messages;
        this.queue = queue;
        this.clock = clock;
    }

    /// Takes a letter, in the caller's transaction: if that is rolled back, nothing is ever sent.
    /// It leaves later, from the queue. A key that was already posted changes nothing.
    ///
    /// @throws IllegalArgumentException when its template cannot be rendered, or gives a subject
    ///   that is empty or holds a line break
    @Transactional
    public void post(Letter letter) {
        var id = UUID.randomUUID();
        var closed = envelope.close(id, composer.compose(letter));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (messages.insert(id, letter, closed, now)) {
            queue.getObject()
                    .scheduleIfNotExists(MailQueue.SEND.instance(id.toString()).scheduledTo(now));
        }
    }

    /// What has become of the letter posted under this key. Of many, `mail.delivery` tells it
    /// beside the rows of whoever posted them.
    @Transactional(readOnly = true)
    public Delivery delivery(String key) {
        return messages.delivery(key).orElseGet(Delivery.Unknown::new);
    }
}
