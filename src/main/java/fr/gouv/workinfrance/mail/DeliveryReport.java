package fr.gouv.workinfrance.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// That a letter was not delivered, as a mail server reports it (RFC 3464). Anyone can write to the
/// mailbox where these come: all of it is read within limits, and what is no such report is none.
///
/// @param status why, for good
record DeliveryReport(UUID letter, Status status) {

    private static final String[] RECIPIENTS = {
        "To", "Delivered-To", "X-Original-To", "Envelope-To"
    };
    private static final int PARTS = 5;
    private static final int LONGEST = 64 * 1024;
    private static final int BLOCKS = 20;
    private static final int HEADERS = 10;

    /// What a message reports; empty when it is no report of a refusal for good, or not about a
    /// letter of the house.
    static Optional<DeliveryReport> of(MimeMessage message, ReturnAddress address) {
        try {
            Optional<UUID> letter = letter(message, address);
            Optional<Status> status = letter.isEmpty() ? Optional.empty() : status(message);
            return status.map(why -> new DeliveryReport(letter.orElseThrow(), why));
        } catch (MessagingException | IOException | RuntimeException _) {
            return Optional.empty(); // what cannot be read reports nothing
        }
    }

    private static Optional<UUID> letter(MimeMessage message, ReturnAddress address)
            throws MessagingException {
        for (String name : RECIPIENTS) {
            String[] values = message.getHeader(name);
            Optional<UUID> letter =
                    Stream.of(values == null ? new String[0] : values)
                            .limit(HEADERS)
                            .flatMap(value -> address.letter(value).stream())
                            .findFirst();
            if (letter.isPresent()) {
                return letter;
            }
        }
        return Optional.empty();
    }

    private static Optional<Status> status(MimeMessage message)
            throws MessagingException, IOException {
        ContentType type = new ContentType(message.getContentType());
        if (!type.match("multipart/report")
                || !"delivery-status".equalsIgnoreCase(type.getParameter("report-type"))
                || !(message.getContent() instanceof MimeMultipart parts)) {
            return Optional.empty();
        }
        for (int i = 0; i < Math.min(PARTS, parts.getCount()); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                try (InputStream in = part.getInputStream()) {
                    return failure(in.readNBytes(LONGEST));
                }
            }
        }
        return Optional.empty();
    }

    /// The first block is about the message, those that follow about each recipient.
    private static Optional<Status> failure(byte[] blocks) throws MessagingException {
        ByteArrayInputStream in = new ByteArrayInputStream(blocks);
        for (int i = 0; i < BLOCKS && in.available() > 0; i++) {
            InternetHeaders block = new InternetHeaders(in);
            String action = block.getHeader("Action", null);
            if (action != null && action.strip().equalsIgnoreCase("failed")) {
                return Status.ofField(block.getHeader("Status", null));
            }
        }
        return Optional.empty();
    }
}
