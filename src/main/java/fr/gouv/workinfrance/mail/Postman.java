package fr.gouv.workinfrance.mail;

import fr.gouv.workinfrance.document.Dispatches;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;

import jakarta.activation.FileTypeMap;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Carries one letter to the mail server, outside of any transaction, then writes what came of it.
///
/// A node that dies between the two sends the letter again: its `Message-ID` is then the same, by
/// which mailboxes know a double. A letter never leaves without all that it encloses: when a file
/// cannot be read it waits as for a mail server, and is given up at once when the file is no more.
@Component
final class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Actor ACTOR = Actor.system("mail-send");

    private final MessageTable messages;
    private final Envelope envelope;
    private final Dispatches documents;
    private final JavaMailSender sender;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final MailSettings settings;
    private final Optional<ReturnAddress> address;
    private final Backoff backoff;
    private final Clock clock;

    Postman(
            MessageTable messages,
            Envelope envelope,
            Dispatches documents,
            JavaMailSender sender,
            Journal journal,
            TransactionTemplate transaction,
            MailSettings settings,
            Clock clock) {
        this.messages = messages;
        this.envelope = envelope;
        this.documents = documents;
        this.sender = sender;
        this.journal = journal;
        this.transaction = transaction;
        this.settings = settings;
        this.address = ReturnAddress.of(settings);
        this.backoff = new Backoff(settings.tries());
        this.clock = clock;
    }

    /// Tries to send a letter that waits.
    ///
    /// @return when to try again, or nothing when the letter is settled
    Optional<Instant> deliver(UUID id) {
        var waiting = messages.waiting(id).orElse(null);
        if (waiting == null) {
            return Optional.empty();
        }
        var until = waiting.until();
        if (until != null && now().isAfter(until)) {
            return abandoned(waiting, "late");
        }
        Composed letter;
        try {
            letter = envelope.open(id, messages.closed(id).orElseThrow());
            sender.send(mime(id, letter, contents(waiting, letter)));
        } catch (Gone e) {
            return abandoned(waiting, "enclosure erased");
        } catch (RuntimeException e) {
            return failed(waiting, e);
        }
        settle(waiting, "SENT", null, "mail.sent", enclosed(letter));
        return Optional.empty();
    }

    /// What a letter encloses, file by file.
    private List<byte[]> contents(MessageTable.Waiting waiting, Composed letter) {
        List<byte[]> contents = new ArrayList<>();
        for (Enclosure enclosure : letter.enclosures()) {
            try {
                contents.add(documents.content(enclosure.document()).orElseThrow(Gone::new));
            } catch (RuntimeException e) {
                LOG.error(
                        "letter {} cannot leave: document {}, which it encloses, {}",
                        waiting.key(),
                        enclosure.document(),
                        e instanceof Gone ? "was erased" : "cannot be read");
                throw e;
            }
        }
        return contents;
    }

    private static Map<String, String> enclosed(Composed letter) {
        return letter.enclosures().isEmpty()
                ? Map.of()
                : Map.of(
                        "enclosed",
                        letter.enclosures().stream()
                                .map(enclosure -> enclosure.document().toString())
                                .collect(Collectors.joining(" ")));
    }

    private MimeMessage mime(UUID id, Composed letter, List<byte[]> contents) {
        var mime = new SMTPMessage(sender.createMimeMessage().getSession());
        address.ifPresent(back -> mime.setEnvelopeFrom(back.of(id)));
        try {
            write(mime, id, letter, contents);
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
        return mime;
    }

    private void write(MimeMessage mime, UUID id, Composed letter, List<byte[]> contents)
            throws MessagingException {
        var from = new InternetAddress(settings.sender(), true);
        var helper = new Multipart(mime);
        helper.setFrom(from);
        helper.setTo(new InternetAddress(letter.to(), true));
        helper.setSubject(letter.subject());
        helper.setText(letter.text(), "<!DOCTYPE html>\n" + letter.html());
        for (int i = 0; i < contents.size(); i++) {
            helper.addAttachment(
                    letter.enclosures().get(i).name(),
                    new ByteArrayResource(contents.get(i)),
                    letter.enclosures().get(i).mediaType());
        }
        helper.setSentDate(Date.from(now()));
        var address = from.getAddress();
        mime.setHeader("Message-ID", "<" + id + address.substring(address.indexOf('@')) + ">");
        mime.setHeader("Content-Language", letter.language());
        mime.setHeader("Auto-Submitted", "auto-generated");
    }

    private Optional<Instant> failed(MessageTable.Waiting letter, RuntimeException cause) {
        int attempts = letter.attempts() + 1;
        // The server's answer quotes the address: only the kind of failure is logged.
        LOG.warn(
                "letter {} not sent at try {}: {}",
                letter.key(),
                attempts,
                cause.getClass().getSimpleName());
        var refused = refusal(cause);
        if (refused.isPresent()) {
            String status = refused.get().code();
            settle(letter, "REFUSED", status, "mail.refused", Map.of("status", status));
            return Optional.empty();
        }
        if (backoff.exhausted(attempts)) {
            return abandoned(letter, "too many tries");
        }
        var next = now().plus(backoff.after(attempts));
        messages.failed(letter.id(), next);
        return Optional.of(next);
    }

    private Optional<Instant> abandoned(MessageTable.Waiting letter, String reason) {
        settle(letter, "ABANDONED", null, "mail.abandoned", Map.of("reason", reason));
        return Optional.empty();
    }

    private void settle(
            MessageTable.Waiting letter,
            String state,
            @Nullable String why,
            String act,
            Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.put("key", letter.key());
        facts.put("template", letter.template());
        transaction.executeWithoutResult(
                status -> {
                    if (messages.settle(letter.id(), state, why, now())) {
                        journal.record(
                                new Subject("letter", letter.id().toString()), ACTOR, act, facts);
                    }
                });
    }

    /// A refusal for good (5xx at `RCPT TO`), which no later try would change.
    private static Optional<Status> refusal(RuntimeException cause) {
        if (!(cause instanceof MailSendException failure)) {
            return Optional.empty();
        }
        for (var each : failure.getMessageExceptions()) {
            if (each instanceof SendFailedException refusal
                    && refusal.getInvalidAddresses() != null
                    && refusal.getInvalidAddresses().length > 0) {
                return Optional.of(why(refusal));
            }
        }
        return Optional.empty();
    }

    /// What the server said of the address, which comes after what it says of the whole.
    private static Status why(MessagingException refusal) {
        for (Exception each = refusal;
                each instanceof MessagingException said;
                each = said.getNextException()) {
            if (each instanceof SMTPAddressFailedException address) {
                return Status.ofReply(address.getMessage());
            }
        }
        return Status.UNTOLD;
    }

    /// Each file says its own type: by default the list of all types would be read for each letter.
    private static final class Multipart extends MimeMessageHelper {
        private static final FileTypeMap TYPES = FileTypeMap.getDefaultFileTypeMap();

        Multipart(MimeMessage mime) throws MessagingException {
            super(mime, true, "UTF-8");
        }

        @Override
        protected FileTypeMap getDefaultFileTypeMap(MimeMessage mime) {
            return TYPES;
        }
    }

    /// What a letter encloses is no more.
    private static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
