package fr.gouv.workinfrance.document;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.ZoneOffset;

/// What each person has sent.
@Component
final class QuotaTable {

    private static final String HOLD =
            """
            select pg_advisory_xact_lock(hashtextextended('document.quota:' || :holder, 0))
            """;

    private static final String SENT =
            """
            select count(*) as documents, coalesce(sum(size), 0) as size
            from document.document where holder = :holder and received_at > :since
            """;

    private static final String BEGUN =
            """
            select count(*) from document.upload where holder = :holder and outcome is null
            """;

    private final JdbcClient database;

    QuotaTable(JdbcClient database) {
        this.database = database;
    }

    /// @param size of all of them, in bytes
    record Sent(long documents, long size) {}

    /// Until the end of the transaction, no other one counts what this person sends.
    void hold(String holder) {
        database.sql(HOLD).param("holder", holder).query((_, _) -> true).single();
    }

    Sent sent(String holder, Instant since) {
        return database.sql(SENT)
                .param("holder", holder)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Sent(row.getLong("documents"), row.getLong("size")))
                .single();
    }

    long begun(String holder) {
        return database.sql(BEGUN)
                .param("holder", holder)
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
