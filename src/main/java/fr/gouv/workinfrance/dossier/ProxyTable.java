package fr.gouv.workinfrance.dossier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The SQL that finds the requests on which mandates let someone act.
@Component
final class ProxyTable {

    /// Each mandate for requests of an employer is asked for no more than a page of them.
    static final String OPENED =
            """
            with opening as (
                select * from jsonb_to_recordset(:openings::jsonb)
                    as o(request uuid, siren text, procedure text, sirets text[], stages text[]))
            select d.id, d.opened_at
              from opening o
              join dossier.dossier d on d.id = o.request
             where d.stage = any(o.stages) and (d.opened_at, d.id) < (:before, :beforeId)
             union
            select d.id, d.opened_at
              from opening o
             cross join lateral (
                   select e.id, e.opened_at
                     from dossier.dossier e
                    where left(e.employer_siret, 9) = o.siren
                      and (o.procedure is null or e.procedure = o.procedure)
                      and (cardinality(o.sirets) = 0 or e.employer_siret = any(o.sirets))
                      and e.stage = any(o.stages)
                      and (e.opened_at, e.id) < (:before, :beforeId)
                    order by e.opened_at desc, e.id desc
                    limit :limit) d
             order by opened_at desc, id desc
             limit :limit
            """;

    static final String FILED_UNDER_MANDATE =
            """
            select d.id
              from dossier.party p
              join dossier.dossier d on d.id = p.dossier
             where p.account = :holder and p.part = 'MANDATE_HOLDER'
               and d.stage not in ('DECIDED', 'WITHDRAWN')
               and left(d.employer_siret, 9) = :siren
             order by d.opened_at, d.id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProxyTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The newest requests before that one which these mandates open.
    List<UUID> opened(List<Opening> openings, Instant before, UUID beforeId, int limit) {
        return openings.isEmpty()
                ? List.of()
                : jdbc.sql(OPENED)
                        .param("openings", json.writeValueAsString(openings))
                        .param("before", Timestamp.from(before))
                        .param("beforeId", beforeId)
                        .param("limit", limit)
                        .query((row, _) -> row.getObject("id", UUID.class))
                        .list();
    }

    /// What someone files under a mandate of this employer, and is not decided.
    List<DossierId> filedUnderMandate(UUID holder, String siren) {
        return jdbc.sql(FILED_UNDER_MANDATE)
                .param("holder", holder)
                .param("siren", siren)
                .query((row, _) -> new DossierId(row.getObject("id", UUID.class)))
                .list();
    }
}
