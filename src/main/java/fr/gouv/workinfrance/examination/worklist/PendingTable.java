package fr.gouv.workinfrance.examination.worklist;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The SQL of what waits to be signed.
@Component
final class PendingTable {

    /// An act that another office answers with is not signed by the one that handles the dossier.
    private static final String OF =
            """
            select p.dossier, null::uuid as act, case when p.granted then 'GRANT' else 'REFUSAL' end as kind,
                   p.prepared_at as at, p.prepared_by as by, null::date as legal_limit
              from dossier.prepared p
             where p.dossier = any(:dossiers)
            union all
            select r.dossier, r.id, r.kind, r.drafted_at, r.drafted_by, a.limit_on
              from examination.revision r
              join dossier.worklist d on d.id = r.dossier and d.revision_to_sign
              left join examination.appeal a on a.id = cast(r.content ->> 'appeal' as uuid)
             where r.dossier = any(:dossiers) and r.state = 'DRAFTED'
               and (a.id is null or a.office = d.office)
             order by at
            """;

    private final JdbcClient jdbc;

    PendingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Pending> of(Collection<UUID> dossiers) {
        return dossiers.isEmpty()
                ? List.of()
                : jdbc.sql(OF)
                        .param("dossiers", dossiers.toArray(UUID[]::new))
                        .query(PendingTable::pending)
                        .list();
    }

    private static Pending pending(ResultSet row, int number) throws SQLException {
        Date limit = row.getDate("legal_limit");
        return new Pending(
                row.getObject("dossier", UUID.class),
                row.getObject("act", UUID.class),
                Pending.Kind.valueOf(requireNonNull(row.getString("kind"))),
                requireNonNull(row.getTimestamp("at")).toInstant(),
                row.getObject("by", UUID.class),
                limit == null ? null : limit.toLocalDate());
    }
}
