package fr.gouv.workinfrance.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.journal.Subject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

@WifTest
@ExtendWith(OutputCaptureExtension.class)
class MailTest extends Posting {

    @Autowired Postman postman;
    @Autowired Envelope envelope;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_letter_arrives_as_text_and_html_and_is_then_erased() {
        mail.post(letter("271828"));
        assertThat(mail.delivery(key)).isEqualTo(new Delivery.Queued(clock.instant()));
        queue.runDue();

        assertThat(mailbox.to(to))
                .singleElement()
                .satisfies(
                        received -> {
                            assertThat(received.subject()).isEqualTo("Votre code de connexion");
                            assertThat(received.text())
                                    .contains("271828", "n’avez rien demandé")
                                    .doesNotContain("<");
                            assertThat(received.html())
                                    .startsWith("<!DOCTYPE html>\n<html lang=\"fr\" dir=\"ltr\">")
                                    .contains("271828")
                                    .doesNotContain("<img", "<script", "src=");
                            assertThat(received.raw())
                                    .contains("Auto-Submitted: auto-generated")
                                    .contains("Content-Language: fr")
                                    .contains("From: ne-pas-repondre@localhost");
                            assertThat(received.messageId()).isEqualTo("<" + id() + "@localhost>");
                        });
        assertThat(mail.delivery(key)).isEqualTo(new Delivery.Sent(clock.instant()));
        assertThat(closed()).isNull();
    }

    @Test
    void posting_the_same_key_twice_sends_once() {
        mail.post(letter("111111"));
        mail.post(letter("222222"));
        queue.runDue();
        mail.post(letter("333333"));
        queue.runDue();

        assertThat(mailbox.to(to))
                .singleElement()
                .satisfies(received -> assertThat(received.text()).contains("111111"));
    }

    @Test
    void a_rolled_back_post_sends_nothing() {
        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        status -> {
                                            mail.post(letter("271828"));
                                            throw new IllegalStateException("second thoughts");
                                        }))
                .hasMessage("second thoughts");
        queue.runDue();

        assertThat(mail.delivery(key)).isEqualTo(new Delivery.Unknown());
        assertThat(mailbox.to(to)).isEmpty();
    }

    @Test
    void nobody_reads_the_words_or_the_address_in_the_table() {
        mail.post(letter("271828"));

        assertThat(new String(closed(), StandardCharsets.ISO_8859_1))
                .doesNotContain("271828", to, "code");
        assertThat(envelope.open(id(), closed()).text()).contains("271828");
        var another = UUID.randomUUID();
        assertThatThrownBy(() -> envelope.open(another, closed()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void while_the_server_is_down_a_letter_waits_and_leaves_when_it_is_back(CapturedOutput output) {
        mailbox.goDown();
        mail.post(letter("271828"));
        queue.runDue();
        assertThat(mail.delivery(key))
                .isEqualTo(new Delivery.Failing(1, clock.instant().plus(Duration.ofMinutes(1))));
        queue.runAfter(Duration.ofMinutes(1));
        assertThat(mail.delivery(key))
                .isEqualTo(new Delivery.Failing(2, clock.instant().plus(Duration.ofMinutes(2))));

        mailbox.comeBack();
        queue.runDue();
        assertThat(mailbox.to(to)).isEmpty();
        queue.runAfter(Duration.ofMinutes(2));

        assertThat(mailbox.to(to)).hasSize(1);
        assertThat(mail.delivery(key)).isInstanceOf(Delivery.Sent.class);
        assertThat(output).contains("letter " + key).doesNotContain(to, "271828");
    }

    @Test
    void a_letter_is_given_up_after_too_many_tries_and_erased() {
        mailbox.goDown();
        mail.post(letter("271828"));
        for (int attempt = 0; attempt < 12; attempt++) {
            queue.runAfter(Duration.ofHours(6));
        }

        assertThat(mail.delivery(key)).isInstanceOf(Delivery.Abandoned.class);
        assertThat(closed()).isNull();
        mailbox.comeBack();
        queue.runAfter(Duration.ofDays(2));
        assertThat(mailbox.to(to)).isEmpty();
    }

    @Test
    void an_address_that_the_server_refuses_for_good_is_given_up_at_once_and_why_is_kept()
            throws Exception {
        try (var _ = RefusingServer.open(sender, "550 5.1.1 <" + to + "> no such user")) {
            mail.post(letter("271828"));
            queue.runDue();
        }
        assertThat(mail.delivery(key)).isEqualTo(new Delivery.Refused(clock.instant(), "5.1.1"));
        assertThat(closed()).isNull();
    }

    @Test
    void an_address_that_the_server_refuses_for_now_is_tried_again() throws Exception {
        try (var _ = RefusingServer.open(sender, "450 4.2.0 greylisted")) {
            mail.post(letter("271828"));
            queue.runDue();
        }
        assertThat(mail.delivery(key)).isInstanceOf(Delivery.Failing.class);
    }

    @Test
    void a_code_that_is_out_of_date_is_not_sent_late() {
        mailbox.goDown();
        mail.post(letter("271828", clock.instant().plus(Duration.ofMinutes(15))));
        queue.runDue();
        mailbox.comeBack();
        queue.runAfter(Duration.ofMinutes(16));

        assertThat(mailbox.to(to)).isEmpty();
        assertThat(mail.delivery(key)).isInstanceOf(Delivery.Abandoned.class);
    }

    @Test
    void a_letter_delivered_by_two_nodes_in_turn_is_journalled_once() {
        mail.post(letter("271828"));
        postman.deliver(id());
        postman.deliver(id());

        assertThat(mailbox.to(to)).hasSize(1);
        assertThat(journal.of(new Subject("letter", id().toString())))
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.act()).isEqualTo("mail.sent");
                            assertThat(entry.facts())
                                    .isEqualTo(Map.of("key", key, "template", "code"));
                            assertThat(entry.personal()).isEmpty();
                        });
    }

    @Test
    void a_name_with_a_line_break_never_reaches_the_subject() {
        var letter =
                new Letter(
                        key,
                        to,
                        Locale.FRENCH,
                        "invitation",
                        Map.of(
                                "inviter", "Zoé\nBcc: all@example.org",
                                "about", "a",
                                "link", "https://example.org/",
                                "until", clock.instant()));
        mail.post(letter);
        queue.runDue();

        assertThat(mailbox.to(to))
                .singleElement()
                .satisfies(
                        received ->
                                assertThat(received.subject())
                                        .startsWith("Zoé Bcc: all@example.org vous invite"));
    }

    @Test
    void what_people_typed_is_shown_as_they_typed_it() {
        mail.post(
                new Letter(
                        key,
                        to,
                        Locale.ENGLISH,
                        "invitation",
                        Map.of(
                                "inviter", "<b>Zoé</b> & Đặng",
                                "about", "{0} 'x'",
                                "link", "https://example.org/a?b&c",
                                "until", Instant.parse("2026-12-07T13:00:00Z"))));
        queue.runDue();

        assertThat(mailbox.to(to))
                .singleElement()
                .satisfies(
                        received -> {
                            assertThat(received.subject())
                                    .isEqualTo(
                                            "<b>Zoé</b> & Đặng invites you to take part in a"
                                                    + " request");
                            assertThat(received.html())
                                    .contains("&lt;b&gt;Zoé&lt;/b&gt; &amp; Đặng");
                            assertThat(received.text())
                                    .contains(
                                            "service: {0} 'x'.",
                                            "https://example.org/a?b&c", "7 December 2026")
                                    .contains("14:00 (Paris time)");
                        });
    }

    @Test
    void a_template_that_does_not_exist_is_told_at_once() {
        var letter = new Letter(key, to, Locale.FRENCH, "nowhere", Map.of());
        assertThatThrownBy(() -> mail.post(letter)).isInstanceOf(RuntimeException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Letter(key, to, Locale.FRENCH, "../x", Map.of()));
    }

    private Letter letter(String code) {
        return letter(code, null);
    }

    private Letter letter(String code, @Nullable Instant until) {
        return new Letter(
                key, to, Locale.FRENCH, "code", Map.of("code", code, "minutes", 15L), until);
    }
}
