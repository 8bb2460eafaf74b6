package fr.gouv.workinfrance.mail;

import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A real mail server for the length of a test, in place of the one that the house would speak to.
public final class Mailbox implements AutoCloseable {

    private final JavaMailSenderImpl sender;
    private final int formerPort;
    private GreenMail server;

    private Mailbox(JavaMailSenderImpl sender) {
        this.sender = sender;
        this.formerPort = sender.getPort();
        this.server = start(sender);
    }

    /// A message as it arrived.
    public record Received(
            String to,
            String subject,
            String text,
            String html,
            String raw,
            String messageId,
            List<File> enclosures) {}

    /// A file that came with it.
    public record File(String name, String mediaType, byte[] content) {}

    public static Mailbox open(JavaMailSender sender) {
        return new Mailbox((JavaMailSenderImpl) sender);
    }

    public List<Received> received() {
        return Stream.of(server.getReceivedMessages()).map(Mailbox::read).toList();
    }

    public List<Received> to(String address) {
        return received().stream().filter(each -> each.to().equals(address)).toList();
    }

    /// From now on nobody answers.
    public void goDown() {
        server.stop();
    }

    /// From now on somebody answers again; what was received before is forgotten.
    public void comeBack() {
        server = start(sender);
    }

    @Override
    public void close() {
        server.stop();
        sender.setPort(formerPort);
    }

    private static GreenMail start(JavaMailSenderImpl sender) {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        SmtpServer smtp = server.getSmtp();
        sender.setPort(smtp.getPort());
        return server;
    }

    private static Received read(MimeMessage message) {
        try {
            return new Received(
                    message.getAllRecipients()[0].toString(),
                    message.getSubject(),
                    part(message, "text/plain"),
                    part(message, "text/html"),
                    String.join("\n", Collections.list(message.getAllHeaderLines())),
                    message.getMessageID(),
                    enclosures(message));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<File> enclosures(Part part) throws MessagingException, IOException {
        if (part.getFileName() != null) {
            return List.of(
                    new File(
                            MimeUtility.decodeText(part.getFileName()),
                            new ContentType(part.getContentType()).getBaseType(),
                            part.getInputStream().readAllBytes()));
        }
        var found = new ArrayList<File>();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                found.addAll(enclosures(parts.getBodyPart(i)));
            }
        }
        return found;
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Objects.toString(part.getContent()).replace("\r\n", "\n").strip();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var found = part(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
