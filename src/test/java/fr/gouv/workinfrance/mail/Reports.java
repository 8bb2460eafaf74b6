package fr.gouv.workinfrance.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// What mail servers send back, and what others send to the same mailbox.
final class Reports {

    private static final String REPORT =
            """
            From: MAILER-DAEMON@mx.example.org
            To: <%s>
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            <etudiante@exemple.fr>: no such user
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org
            Arrival-Date: Mon, 23 Nov 2026 09:00:00 +0000

            Final-Recipient: rfc822; etudiante@exemple.fr
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 no such user

            --b
            Content-Type: message/rfc822

            Subject: the letter

            Bonjour
            --b--
            """;

    private Reports() {}

    /// A report of a refusal for good.
    static String failed(String to) {
        return REPORT.formatted(to);
    }

    static MimeMessage message(String raw) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(
                        raw.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1)));
    }
}
