package fr.gouv.workinfrance.demo.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// In place of a mail server: keeps each message, for `/demo/courriels`.
@Component
@Profile("demo")
class DemoMail extends JavaMailSenderImpl {

    private final MailboxTable messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoMail(MailboxTable messages, TransactionTemplate transaction, Clock clock) {
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected void doSend(MimeMessage[] sent, Object @Nullable [] originals) {
        for (MimeMessage message : sent) {
            try {
                message.saveChanges();
                Read read = new Read();
                read.part(message);
                String recipient = message.getRecipients(Message.RecipientType.TO)[0].toString();
                String subject = message.getSubject();
                transaction.executeWithoutResult(
                        _ ->
                                messages.keep(
                                        clock.instant(),
                                        recipient,
                                        subject,
                                        read.text,
                                        read.enclosures));
            } catch (MessagingException | IOException e) {
                throw new MailParseException(e);
            }
        }
    }

    /// The first plain text of a message, however deep, and the files that came with it.
    private static final class Read {

        private String text = "";
        private final List<Mailbox.Opened> enclosures = new ArrayList<>();

        void part(Part part) throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    part(inner);
                }
            } else if (part.getFileName() != null) {
                enclosures.add(
                        new Mailbox.Opened(
                                MimeUtility.decodeText(part.getFileName()),
                                new ContentType(part.getContentType()).getBaseType(),
                                part.getInputStream().readAllBytes()));
            } else if (text.isEmpty() && part.isMimeType("text/plain")) {
                text = part.getContent().toString();
            }
        }
    }
}
