package fr.gouv.workinfrance.demo.mailbox;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;

/// Every message that the demonstration would have sent, whoever it was for.
@Component
@Profile("demo")
public class Mailbox {

    private final MailboxTable table;

    Mailbox(MailboxTable table) {
        this.table = table;
    }

    /// A file that came with a message, as it came.
    public record Opened(String name, String mediaType, byte[] content) {}

    /// The last messages, the newest first.
    ///
    /// @param recipient the only one whose messages are wanted; absent for everybody's
    @Transactional(readOnly = true)
    public List<SentMessage> last(@Nullable String recipient, int limit) {
        return table.last(recipient, limit);
    }

    /// Everybody who was written to, in alphabetical order.
    @Transactional(readOnly = true)
    public List<String> recipients() {
        return table.recipients();
    }

    /// A file that came with a message.
    @Transactional(readOnly = true)
    public Optional<Opened> open(long enclosure) {
        return table.open(enclosure);
    }
}
