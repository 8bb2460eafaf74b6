package fr.gouv.workinfrance.mail;

import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;

import org.springframework.stereotype.Component;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Consumer;

/// The mailbox to which letters come back. Nobody reads it: what was read is erased, for it holds
/// addresses.
@Component
final class BounceClient {

    /// The largest message that is read, in bytes: a report that holds more is none.
    private static final int LARGEST = 1024 * 1024;

    private final BounceSettings settings;

    BounceClient(BounceSettings settings) {
        this.settings = settings;
    }

    /// Reads the oldest messages, and erases each once it is read.
    ///
    /// @param most of them; the others wait
    /// @param read what is to be done with one; when it fails, the message stays
    /// @throws MessagingException when the mailbox is away
    void each(int most, Consumer<MimeMessage> read) throws MessagingException {
        Session session = Session.getInstance(properties());
        try (Store store = session.getStore(protocol())) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                int last = Math.min(most, inbox.getMessageCount());
                for (int number = 1; number <= last; number++) {
                    Message message = inbox.getMessage(number);
                    if (taken(session, message, read)) {
                        message.setFlag(Flag.DELETED, true);
                    }
                }
            }
        }
    }

    private static boolean taken(Session session, Message message, Consumer<MimeMessage> read)
            throws MessagingException {
        try {
            if (message.getSize() <= LARGEST) {
                read.accept(whole(session, message));
            }
            return true;
        } catch (IOException _) {
            return true; // larger than it says, or cut: no report
        } catch (RuntimeException _) {
            return false;
        }
    }

    /// A copy in memory, so that nothing more is asked of the server while it is read.
    private static MimeMessage whole(Session session, Message message)
            throws MessagingException, IOException {
        Limited bytes = new Limited();
        message.writeTo(bytes);
        return new MimeMessage(session, new ByteArrayInputStream(bytes.all.toByteArray()));
    }

    private static final class Limited extends OutputStream {

        private final ByteArrayOutputStream all = new ByteArrayOutputStream();

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (all.size() + length > LARGEST) {
                throw new IOException("too large");
            }
            all.write(bytes, from, length);
        }
    }

    private String protocol() {
        return settings.tls() ? "imaps" : "imap";
    }

    private Properties properties() {
        String prefix = "mail." + protocol() + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", millis(settings.connection()));
        properties.setProperty(prefix + "timeout", millis(settings.patience()));
        properties.setProperty(prefix + "writetimeout", millis(settings.patience()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
