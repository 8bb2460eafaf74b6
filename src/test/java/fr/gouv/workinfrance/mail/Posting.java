package fr.gouv.workinfrance.mail;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.journal.Journal;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

import java.util.UUID;

/// A letter of its own for each test, and the mailbox where it arrives.
abstract class Posting {

    @Autowired Mail mail;
    @Autowired JavaMailSender sender;
    @Autowired Journal journal;
    @Autowired JdbcClient jdbc;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    final String key = "test/" + UUID.randomUUID();
    final String to = UUID.randomUUID() + "@example.org";
    Mailbox mailbox;

    @BeforeEach
    void open() {
        queue.runDue();
        mailbox = Mailbox.open(sender);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    UUID id() {
        return jdbc.sql("select id from mail.message where key = :key")
                .param("key", key)
                .query(UUID.class)
                .single();
    }

    /// The letter as it waits; none once it has left.
    byte @Nullable [] closed() {
        return jdbc.sql("select closed from mail.message where key = :key")
                .param("key", key)
                .query((row, number) -> new byte[][] {row.getBytes(1)})
                .single()[0];
    }
}
