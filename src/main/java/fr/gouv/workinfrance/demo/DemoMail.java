package fr.gouv.workinfrance.demo;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.time.Clock;

/// In place of a mail server: keeps each message, for `/demo/courriels`.
@Component
@Profile("demo")
class DemoMail extends JavaMailSenderImpl {

    private final MailboxTable messages;
    private final Clock clock;

    DemoMail(MailboxTable messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    protected void doSend(MimeMessage[] sent, Object @Nullable [] originals) {
        for (MimeMessage message : sent) {
            try {
                message.saveChanges();
                messages.keep(
                        new SentMessage(
                                clock.instant(),
                                message.getRecipients(Message.RecipientType.TO)[0].toString(),
                                message.getSubject(),
                                text(message.getContent())));
            } catch (MessagingException | IOException e) {
                throw new MailParseException(e);
            }
        }
    }

    /// The first plain text of a message, however deep.
    private static String text(Object content) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType("text/plain") || part.isMimeType("multipart/*")) {
                    return text(part.getContent());
                }
            }
            return "";
        }
        return content.toString();
    }
}
