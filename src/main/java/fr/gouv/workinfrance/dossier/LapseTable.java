package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.calendar.HolidayZone;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The SQL of drafts that nobody touches any more, and of their end.
@Component
final class LapseTable {

    private static final String ENDING =
            """
            select id from dossier.dossier
             where stage = 'DRAFT' and ending_told_at is null and touched_at < :touchedBefore
               and opened_at < :touchedBefore
             order by touched_at, id
             limit :limit
            """;

    private static final String TOLD =
            """
            select id from dossier.dossier
             where stage = 'DRAFT' and ending_told_at < :toldBefore and touched_at < :touchedBefore
               and opened_at < :touchedBefore
             order by touched_at, id
             limit :limit
            """;

    private static final String TOLD_AT =
            "select ending_told_at from dossier.dossier where id = :id and ending_told_at is not"
                    + " null";

    private static final String TELL =
            "update dossier.dossier set ending_told_at = :at where id = :id and stage = 'DRAFT'";

    private static final String ERASE_PARTIES = "delete from dossier.party where dossier = :id";

    private static final String ERASE =
            "delete from dossier.dossier where id = :id and stage = 'DRAFT'";

    private final JdbcClient jdbc;

    LapseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Drafts untouched since that day or an earlier one, of whose end nobody was told.
    List<DossierId> ending(LocalDate touchedBy, int limit) {
        return jdbc.sql(ENDING)
                .param("touchedBefore", after(touchedBy))
                .param("limit", limit)
                .query(LapseTable::id)
                .list();
    }

    /// Drafts untouched since that day or an earlier one, of whose end the parties were told by
    /// that other day.
    List<DossierId> told(LocalDate touchedBy, LocalDate toldBy, int limit) {
        return jdbc.sql(TOLD)
                .param("touchedBefore", after(touchedBy))
                .param("toldBefore", after(toldBy))
                .param("limit", limit)
                .query(LapseTable::id)
                .list();
    }

    /// When the parties of a draft were told that its end is near; empty when it was touched since.
    Optional<Instant> toldAt(DossierId id) {
        return jdbc.sql(TOLD_AT)
                .param("id", id.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    void told(DossierId id, Instant at) {
        jdbc.sql(TELL).param("id", id.value()).param("at", Timestamp.from(at)).update();
    }

    /// Takes a draft away, with its parties. The database refuses what is not a draft.
    void erase(DossierId id) {
        jdbc.sql(ERASE_PARTIES).param("id", id.value()).update();
        jdbc.sql(ERASE).param("id", id.value()).update();
    }

    private static Timestamp after(LocalDate day) {
        return Timestamp.from(day.plusDays(1).atStartOfDay(HolidayZone.METROPOLE.id()).toInstant());
    }

    private static DossierId id(ResultSet row, int number) throws SQLException {
        return new DossierId(row.getObject("id", UUID.class));
    }
}
