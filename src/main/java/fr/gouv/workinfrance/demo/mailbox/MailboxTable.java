package fr.gouv.workinfrance.demo.mailbox;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The SQL of the demonstration's mailbox.
@Component
@Profile("demo")
final class MailboxTable {

    private static final String INSERT =
            """
            insert into demo.message (at, recipient, subject, body)
            values (:at, :recipient, :subject, :body)
            returning id
            """;

    private static final String ENCLOSE =
            """
            insert into demo.enclosure (message, name, media_type, content)
            values (:message, :name, :mediaType, :content)
            """;

    private static final String LAST =
            """
            select m.at, m.recipient, m.subject, m.body,
                   array(select e.id from demo.enclosure e where e.message = m.id order by e.id) as ids,
                   array(select e.name from demo.enclosure e where e.message = m.id order by e.id)
                       as names,
                   array(select e.media_type from demo.enclosure e where e.message = m.id order by e.id)
                       as media_types
              from demo.message m
             where :recipient::text is null or m.recipient = :recipient
             order by m.at desc, m.id desc
             limit :limit
            """;

    private static final String RECIPIENTS =
            "select distinct recipient from demo.message order by recipient";

    private static final String OPEN =
            "select name, media_type, content from demo.enclosure where id = :id";

    private final JdbcClient jdbc;

    MailboxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(
            Instant at,
            String recipient,
            String subject,
            String body,
            List<Mailbox.Opened> enclosures) {
        long message =
                jdbc.sql(INSERT)
                        .param("at", Timestamp.from(at))
                        .param("recipient", recipient)
                        .param("subject", subject)
                        .param("body", body)
                        .query(Long.class)
                        .single();
        for (Mailbox.Opened enclosure : enclosures) {
            jdbc.sql(ENCLOSE)
                    .param("message", message)
                    .param("name", enclosure.name())
                    .param("mediaType", enclosure.mediaType())
                    .param("content", enclosure.content())
                    .update();
        }
    }

    List<SentMessage> last(@Nullable String recipient, int limit) {
        return jdbc.sql(LAST)
                .param("recipient", recipient)
                .param("limit", limit)
                .query(MailboxTable::message)
                .list();
    }

    List<String> recipients() {
        return jdbc.sql(RECIPIENTS).query((row, _) -> text(row, "recipient")).list();
    }

    Optional<Mailbox.Opened> open(long enclosure) {
        return jdbc.sql(OPEN)
                .param("id", enclosure)
                .query(
                        (row, _) ->
                                new Mailbox.Opened(
                                        text(row, "name"),
                                        text(row, "media_type"),
                                        requireNonNull(row.getBytes("content"))))
                .optional();
    }

    private static SentMessage message(ResultSet row, int number) throws SQLException {
        Object[] ids = array(row, "ids");
        Object[] names = array(row, "names");
        Object[] mediaTypes = array(row, "media_types");
        List<Enclosure> enclosures = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            enclosures.add(new Enclosure((Long) ids[i], (String) names[i], (String) mediaTypes[i]));
        }
        return new SentMessage(
                requireNonNull(row.getTimestamp("at")).toInstant(),
                text(row, "recipient"),
                text(row, "subject"),
                text(row, "body"),
                enclosures);
    }

    private static Object[] array(ResultSet row, String column) throws SQLException {
        return (Object[]) requireNonNull(row.getArray(column)).getArray();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getString(column));
    }
}
