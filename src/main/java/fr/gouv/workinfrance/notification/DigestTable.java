package fr.gouv.workinfrance.notification;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.dossier.DossierId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;

/// The SQL of what waits to be told with other things.
@Component
final class DigestTable {

    private static final String ADD =
            """
            insert into notification.grouped (account, due, dossier, kind, happened_at)
            values (:account, :due, :dossier, :kind, :at)
            on conflict do nothing
            """;

    private static final String OF =
            """
            select dossier, kind, happened_at from notification.grouped
             where account = :account and due = :due
             order by happened_at, dossier, kind
            """;

    private static final String DONE =
            "delete from notification.grouped where account = :account and due = :due";

    private final JdbcClient jdbc;

    DigestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Digest digest, Happening happening) {
        jdbc.sql(ADD)
                .param("account", digest.account())
                .param("due", digest.due())
                .param("dossier", happening.dossier().value())
                .param("kind", happening.kind().name())
                .param("at", Timestamp.from(happening.at()))
                .update();
    }

    List<Happening> of(Digest digest) {
        return jdbc.sql(OF)
                .param("account", digest.account())
                .param("due", digest.due())
                .query(
                        (row, _) ->
                                new Happening(
                                        new DossierId(row.getObject("dossier", UUID.class)),
                                        Notice.Kind.valueOf(requireNonNull(row.getString("kind"))),
                                        requireNonNull(row.getTimestamp("happened_at"))
                                                .toInstant()))
                .list();
    }

    void done(Digest digest) {
        jdbc.sql(DONE).param("account", digest.account()).param("due", digest.due()).update();
    }
}
