package fr.gouv.workinfrance.office;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.office.Delegation.Kind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The SQL of delegations of signature.
@Component
final class DelegationTable {

    private static final String OF_OFFICE =
            "select * from office.delegation where office = :office order by first_day desc, id";

    private static final String OF_ACCOUNT =
            """
            select * from office.delegation
             where account = :account and office = :office
             order by first_day, id
            """;

    private static final String ADD =
            """
            insert into office.delegation
                   (id, office, account, authority, kinds, procedures, act, act_day,
                    gazette, gazette_day, first_day, last_day)
            values (:id, :office, :account, :authority, :kinds, :procedures, :act, :actDay,
                    :gazette, :gazetteDay, :first, :last)
            """;

    private static final String END =
            "update office.delegation set last_day = :last where id = :id";

    private final JdbcClient jdbc;

    DelegationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Delegation> of(String office) {
        return jdbc.sql(OF_OFFICE)
                .param("office", office)
                .query(DelegationTable::delegation)
                .list();
    }

    List<Delegation> of(UUID account, String office) {
        return jdbc.sql(OF_ACCOUNT)
                .param("account", account)
                .param("office", office)
                .query(DelegationTable::delegation)
                .list();
    }

    void add(Delegation given) {
        jdbc.sql(ADD)
                .param("id", given.id())
                .param("office", given.office())
                .param("account", given.account())
                .param("authority", given.authority())
                .param("kinds", given.kinds().stream().map(Kind::name).toArray(String[]::new))
                .param("procedures", given.procedures().toArray(String[]::new))
                .param("act", given.act())
                .param("actDay", given.actDay())
                .param("gazette", given.gazette())
                .param("gazetteDay", given.gazetteDay())
                .param("first", given.first())
                .param("last", given.last())
                .update();
    }

    void end(UUID id, LocalDate last) {
        jdbc.sql(END).param("id", id).param("last", last).update();
    }

    private static Delegation delegation(ResultSet row, int number) throws SQLException {
        return new Delegation(
                row.getObject("id", UUID.class),
                requireNonNull(row.getString("office")),
                row.getObject("account", UUID.class),
                row.getBoolean("authority"),
                texts(row, "kinds").stream().map(Kind::valueOf).collect(Collectors.toSet()),
                texts(row, "procedures"),
                requireNonNull(row.getString("act")),
                row.getObject("act_day", LocalDate.class),
                requireNonNull(row.getString("gazette")),
                row.getObject("gazette_day", LocalDate.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        String[] texts = (String[]) requireNonNull(row.getArray(column)).getArray();
        return Arrays.stream(texts).collect(Collectors.toSet());
    }
}
