package fr.gouv.workinfrance.notification;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.mail.Delivery;
import fr.gouv.workinfrance.notification.Notice.Kind;
import fr.gouv.workinfrance.notification.Notice.Recipient;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The SQL of who was told what.
@Component
final class NoticeTable {

    private static final String TELL =
            """
            insert into notification.notice as told
                   (dossier, kind, recipient, account, made_available_at, letter, occasion)
            values (:dossier, :kind, :recipient, :account, :availableAt, :letter, :occasion)
            on conflict (dossier, kind, recipient, account, day, occasion) do update
               set letter = excluded.letter
             where told.letter is null
            """;

    private static final String OPEN =
            """
            insert into notification.notice as told
                   (dossier, kind, recipient, account, made_available_at, opened_at)
            values (:dossier, :kind, :recipient, :account, :availableAt, :at)
            on conflict (dossier, kind, recipient, account, day, occasion) do update
               set opened_at = excluded.opened_at
             where told.opened_at is null
            """;

    private static final String OF =
            """
            select n.kind, n.recipient, n.account, n.made_available_at, n.opened_at,
                   d.state, d.attempts, d.posted_at, d.next_try_at, d.settled_at, d.status
              from notification.notice n
              left join mail.delivery d on d.key = n.letter
             where n.dossier = :dossier
             order by n.made_available_at, n.kind, n.recipient
            """;

    private final JdbcClient jdbc;

    NoticeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Writes that someone is told by this letter.
    ///
    /// @return false when he was told already
    boolean tell(DossierId dossier, News news, Addressee to, String letter) {
        return jdbc.sql(TELL)
                        .param("dossier", dossier.value())
                        .param("kind", news.kind().name())
                        .param("recipient", to.recipient().name())
                        .param("account", to.account())
                        .param("availableAt", Timestamp.from(to.available(news.at())))
                        .param("letter", letter)
                        .param("occasion", news.apart(to))
                        .update()
                == 1;
    }

    /// Writes that a party has opened an official document, of which it may have been told or not.
    ///
    /// @return false when it was opened before
    boolean open(
            DossierId dossier,
            Kind kind,
            Recipient recipient,
            UUID account,
            Instant availableAt,
            Instant at) {
        return jdbc.sql(OPEN)
                        .param("dossier", dossier.value())
                        .param("kind", kind.name())
                        .param("recipient", recipient.name())
                        .param("account", account)
                        .param("availableAt", Timestamp.from(availableAt))
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    List<Notice> of(DossierId dossier) {
        return jdbc.sql(OF).param("dossier", dossier.value()).query(NoticeTable::notice).list();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                Kind.valueOf(requireNonNull(row.getString("kind"))),
                Recipient.valueOf(requireNonNull(row.getString("recipient"))),
                row.getObject("account", UUID.class),
                requireNonNull(row.getTimestamp("made_available_at")).toInstant(),
                Delivery.of(
                        row.getString("state"),
                        row.getInt("attempts"),
                        instant(row, "posted_at"),
                        instant(row, "next_try_at"),
                        instant(row, "settled_at"),
                        row.getString("status")),
                instant(row, "opened_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
