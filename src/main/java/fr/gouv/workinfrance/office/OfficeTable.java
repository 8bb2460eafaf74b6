package fr.gouv.workinfrance.office;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The SQL of offices.
@Component
final class OfficeTable {

    private static final String BY_ID = "select * from office.office where id = :id";

    private static final String BY_IDS =
            "select * from office.office where id = any(:ids) order by name, id";

    private static final String ALL = "select * from office.office order by kind, name, id";

    // one that is for this procedure before one for all, one that is for this place likewise
    private static final String COVERING =
            """
            select * from office.office
             where kind = :kind
               and (everywhere or :department = any(territory) or :country = any(countries))
               and (cardinality(procedures) = 0 or :procedure = any(procedures))
               and valid_from <= :on and (valid_until is null or valid_until >= :on)
             order by cardinality(procedures) = 0, everywhere, valid_from desc, id
             limit 1
            """;

    private static final String WARN =
            "update office.office set warn_days = :warn, urgent_days = :urgent where id = :id";

    private final JdbcClient jdbc;

    OfficeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Office> find(String id) {
        return jdbc.sql(BY_ID).param("id", id).query(OfficeTable::office).optional();
    }

    List<Office> find(Collection<String> ids) {
        return jdbc.sql(BY_IDS)
                .param("ids", ids.toArray(String[]::new))
                .query(OfficeTable::office)
                .list();
    }

    void warn(String id, Thresholds thresholds) {
        jdbc.sql(WARN)
                .param("id", id)
                .param("warn", thresholds.warning())
                .param("urgent", thresholds.urgent())
                .update();
    }

    List<Office> all() {
        return jdbc.sql(ALL).query(OfficeTable::office).list();
    }

    Optional<Office> covering(OfficeKind kind, Place place, String procedure, LocalDate on) {
        return jdbc.sql(COVERING)
                .param("kind", kind.name())
                .param("department", place instanceof Place.InDepartment in ? in.code() : "")
                .param("country", place instanceof Place.Abroad abroad ? abroad.country() : "")
                .param("procedure", procedure)
                .param("on", on)
                .query(OfficeTable::office)
                .optional();
    }

    private static Office office(ResultSet row, int number) throws SQLException {
        Date until = row.getDate("valid_until");
        return new Office(
                text(row, "id"),
                OfficeKind.valueOf(text(row, "kind")),
                text(row, "name"),
                text(row, "address"),
                text(row, "email"),
                text(row, "phone"),
                text(row, "opening_hours"),
                text(row, "seat"),
                new Territory(
                        texts(row, "territory"),
                        texts(row, "countries"),
                        row.getBoolean("everywhere")),
                texts(row, "procedures"),
                days(row, "closed_days"),
                requireNonNull(row.getDate("valid_from")).toLocalDate(),
                until == null ? null : until.toLocalDate(),
                row.getString("parent"),
                new Thresholds(row.getInt("warn_days"), row.getInt("urgent_days")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getString(column));
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) requireNonNull(row.getArray(column)).getArray());
    }

    private static SortedSet<LocalDate> days(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Date[]) requireNonNull(row.getArray(column)).getArray())
                .map(Date::toLocalDate)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
