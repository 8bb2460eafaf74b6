package fr.gouv.workinfrance.mail;

import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// Letters that a mail server accepted and that came back.
@Component
final class Bounces {

    private static final Logger LOG = LoggerFactory.getLogger(Bounces.class);
    private static final Actor ACTOR = Actor.system("mail-bounces");
    private static final int MOST = 200;

    private final BounceSettings settings;
    private final Optional<ReturnAddress> address;
    private final BounceClient client;
    private final MessageTable messages;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Bounces(
            BounceSettings settings,
            MailSettings mail,
            BounceClient client,
            MessageTable messages,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.settings = settings;
        this.address = ReturnAddress.of(mail);
        this.client = client;
        this.messages = messages;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Reads what came back. A mailbox that is away is read the next time.
    void look() {
        if (settings.off() || address.isEmpty()) {
            return;
        }
        try {
            client.each(MOST, message -> read(message, address.get()));
        } catch (MessagingException e) {
            LOG.warn("what comes back is not read: {}", e.getClass().getSimpleName());
        }
    }

    private void read(MimeMessage message, ReturnAddress to) {
        DeliveryReport.of(message, to).ifPresent(this::note);
    }

    private void note(DeliveryReport report) {
        String status = report.status().code();
        transaction.executeWithoutResult(
                _ -> {
                    if (messages.bounce(
                            report.letter(),
                            status,
                            clock.instant().truncatedTo(ChronoUnit.MICROS))) {
                        journal.record(
                                new Subject("letter", report.letter().toString()),
                                ACTOR,
                                "mail.bounced",
                                Map.of("status", status));
                    }
                });
    }
}
