package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.employer.EmployerId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/// The SQL that finds what someone has in hand for a company.
@Component
final class ColleagueTable {

    private static final String ALONE =
            """
            select d.id from dossier.dossier d
              join dossier.party p on p.dossier = d.id and p.part = 'EMPLOYER'
             where p.account = :account and d.employer is null
               and 'siren:' || left(d.employer_siret, 9) = :employer
             order by d.id
            """;

    private static final String IN_HANDS_OF =
            """
            select d.id from dossier.dossier d
              join dossier.party p on p.dossier = d.id and p.part = 'EMPLOYER'
             where p.account = :account and d.employer = :employer
             order by d.id
            """;

    private final JdbcClient jdbc;

    ColleagueTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The dossiers that someone fills as this employer, by himself.
    List<DossierId> alone(UUID account, EmployerId employer) {
        return ids(ALONE, account, employer);
    }

    /// The dossiers of a company that someone is in charge of.
    List<DossierId> inHandsOf(UUID account, EmployerId employer) {
        return ids(IN_HANDS_OF, account, employer);
    }

    private List<DossierId> ids(String sql, UUID account, EmployerId employer) {
        return jdbc.sql(sql)
                .param("account", account)
                .param("employer", employer.value())
                .query((row, _) -> new DossierId(row.getObject("id", UUID.class)))
                .list();
    }
}
