package fr.gouv.workinfrance.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;
import fr.gouv.workinfrance.mail.Mailbox.Received;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Letters that a mail server accepted and that come back to a mailbox read by IMAP.
@WifTest
@ExtendWith(OutputCaptureExtension.class)
class BouncesTest {

    private static final Pattern BACK = Pattern.compile("retours\\+[0-9a-f]{48}@localhost");

    @Autowired Mail mail;
    @Autowired MailSettings settings;
    @Autowired MessageTable messages;
    @Autowired JavaMailSender sender;
    @Autowired Journal journal;
    @Autowired TransactionTemplate transaction;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    private final String key = "test/" + UUID.randomUUID();
    private final String to = UUID.randomUUID() + "@example.org";
    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private Mailbox mailbox;
    private GreenMailUser returns;

    @BeforeEach
    void sent() {
        queue.runDue();
        server.start();
        returns = server.setUser("retours@localhost", "retours", "secret");
        mailbox = Mailbox.open(sender);
        mail.post(
                new Letter(
                        key, to, Locale.FRENCH, "code", Map.of("code", "271828", "minutes", 15L)));
        queue.runDue();
    }

    @AfterEach
    void close() {
        mailbox.close();
        server.stop();
    }

    @Test
    void a_letter_that_comes_back_is_known_as_such_and_what_came_back_is_erased() throws Exception {
        returns.deliver(Reports.message(Reports.failed(back())));
        clock.advance(Duration.ofHours(1));
        bounces(server.getImap().getPort()).look();

        assertThat(mail.delivery(key)).isEqualTo(new Delivery.Bounced(clock.instant(), "5.1.1"));
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(journal.of(new Subject("letter", letter().toString())))
                .extracting(Entry::act)
                .endsWith("mail.bounced");
    }

    @Test
    void what_is_no_report_changes_nothing_and_holds_no_report_back() throws Exception {
        returns.deliver(Reports.message("Subject: Absent\n\nDe retour lundi."));
        returns.deliver(Reports.message(Reports.failed("retours@localhost")));
        returns.deliver(Reports.message(Reports.failed(back()).replace("failed", "delayed")));
        bounces(server.getImap().getPort()).look();
        assertThat(mail.delivery(key)).isInstanceOf(Delivery.Sent.class);

        returns.deliver(Reports.message("Subject: " + "x".repeat(2_000_000) + "\n\nx"));
        returns.deliver(Reports.message(Reports.failed(back())));
        bounces(server.getImap().getPort()).look();
        assertThat(mail.delivery(key)).isInstanceOf(Delivery.Bounced.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_mailbox_that_is_away_stops_nothing_and_is_read_the_next_time(CapturedOutput output)
            throws Exception {
        returns.deliver(Reports.message(Reports.failed(back())));
        int port = server.getImap().getPort();
        bounces(1).look();
        assertThat(output).contains("what comes back is not read").doesNotContain(to, "secret");

        bounces(port).look();
        assertThat(mail.delivery(key)).isInstanceOf(Delivery.Bounced.class);
    }

    private Bounces bounces(int port) {
        var mailboxed =
                new BounceSettings(
                        "127.0.0.1",
                        port,
                        "retours",
                        "secret",
                        false,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5));
        return new Bounces(
                mailboxed,
                settings,
                new BounceClient(mailboxed),
                messages,
                journal,
                transaction,
                clock);
    }

    private UUID letter() {
        String id = received().messageId();
        return UUID.fromString(id.substring(1, id.indexOf('@')));
    }

    private Received received() {
        assertThat(mailbox.to(to)).hasSize(1);
        return mailbox.to(to).getFirst();
    }

    /// The address to which the mail server was told to send it back.
    private String back() {
        Matcher found = BACK.matcher(received().raw());
        assertThat(found.find()).as(received().raw()).isTrue();
        return found.group();
    }
}
