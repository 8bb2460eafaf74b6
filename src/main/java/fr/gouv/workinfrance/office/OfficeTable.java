package fr.gouv.workinfrance.office;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.access.Account;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// The SQL of offices.
@Component
final class OfficeTable {

    private static final String BY_ID = "select * from office.office where id = :id";

    private static final String BY_IDS = "select * from office.office where id = any(:ids)";

    private static final String CIRCLE =
            """
            with one as (
                select h.account, row_number() over (order by h.starts_at, h.id) as place
                  from access.holding h
                 where h.relation = :relation and h.scope_kind = 'office' and h.scope_id = :office
                   and h.starts_at <= :now and (h.ends_at is null or h.ends_at > :now)
                 union all
                select p.*, null from unnest(:people::uuid[]) p
            ), wanted as (
                select account, min(place) as place from one group by account
            )
            select o.*,
                   case when o.id = :office
                        then (select jsonb_agg(to_jsonb(p) || jsonb_build_object('place', w.place)
                                               order by w.place)
                                from wanted w join access.person p on p.id = w.account) end as people
              from office.office o
             where o.id = any(:offices)
            """;

    private static final String ALL = "select * from office.office";

    // one that is for this procedure before one for all, one that is for this place likewise; what
    // one had that has closed is its successor's from the day after, were it not handed over yet
    private static final String COVERING =
            """
            select o.* from office.office o
             where o.kind = :kind
               and (o.everywhere or :department = any(o.territory) or :country = any(o.countries)
                    or exists (select from office.closure c
                                 join office.office closed on closed.id = c.office
                                 left join office.closure_part p
                                   on p.office = c.office and p.department = :department
                                where c.done_at is null and c.last_day < :on
                                  and coalesce(p.successor, c.successor) = o.id
                                  and (closed.everywhere or :department = any(closed.territory)
                                       or :country = any(closed.countries))))
               and (cardinality(o.procedures) = 0 or :procedure = any(o.procedures))
               and o.valid_from <= :on and (o.valid_until is null or o.valid_until >= :on)
             order by cardinality(o.procedures) = 0, o.everywhere, o.valid_from desc, o.id
             limit 1
            """;

    private static final String WARN =
            "update office.office set warn_days = :warn, urgent_days = :urgent where id = :id";

    private static final String INSERT =
            """
            insert into office.office
                   (id, kind, name, address, email, phone, opening_hours, seat, territory, countries,
                    everywhere, procedures, closed_days, valid_from, valid_until, parent)
            values (:id, :kind, :name, :address, :email, :phone, :hours, :seat, :territory, :countries,
                    :everywhere, :procedures, :closedDays, :from, :until, :parent)
            on conflict (id) do nothing
            """;

    private static final String UPDATE =
            """
            update office.office
               set name = :name, address = :address, email = :email, phone = :phone,
                   opening_hours = :hours, seat = :seat, territory = :territory,
                   countries = :countries, everywhere = :everywhere, procedures = :procedures,
                   closed_days = :closedDays, valid_from = :from, valid_until = :until,
                   parent = :parent, revision = revision + 1
             where id = :id and kind = :kind and revision = :revision
            """;

    private final JdbcClient jdbc;

    private final JsonMapper json;

    OfficeTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Office> find(String id) {
        return jdbc.sql(BY_ID).param("id", id).query(OfficeTable::office).optional();
    }

    List<Office> find(Collection<String> ids) {
        return sorted(jdbc.sql(BY_IDS).param("ids", ids.toArray(String[]::new)));
    }

    private static List<Office> sorted(JdbcClient.StatementSpec sql) {
        return sql.query(OfficeTable::office).list().stream().sorted(Office.BY_NAME).toList();
    }

    /// @param offices that are read, this one among them
    Circle circle(
            String office,
            String relation,
            Collection<String> offices,
            Collection<UUID> people,
            Instant now) {
        List<Office> named = new ArrayList<>();
        List<Account> members = new ArrayList<>();
        Map<UUID, Account> known = new HashMap<>();
        jdbc.sql(CIRCLE)
                .param("office", office)
                .param("relation", relation)
                .param("offices", offices.toArray(String[]::new))
                .param("people", people.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .query(
                        row -> {
                            named.add(office(row, 0));
                            String here = row.getString("people");
                            if (here != null) {
                                for (JsonNode person : json.readTree(here)) {
                                    Account account = account(person);
                                    known.put(account.id(), account);
                                    if (!person.get("place").isNull()) {
                                        members.add(account);
                                    }
                                }
                            }
                        });
        named.sort(Office.BY_NAME);
        return new Circle(named, members, known);
    }

    void warn(String id, Thresholds thresholds) {
        jdbc.sql(WARN)
                .param("id", id)
                .param("warn", thresholds.warning())
                .param("urgent", thresholds.urgent())
                .update();
    }

    /// Keeps a new one; false when there is one of that id.
    boolean insert(Office office) {
        return bound(jdbc.sql(INSERT), office).update() == 1;
    }

    /// Writes one under the revision it was read at; false when someone changed it meanwhile.
    boolean update(Office office) {
        return bound(jdbc.sql(UPDATE), office).param("revision", office.revision()).update() == 1;
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec sql, Office office) {
        LocalDate until = office.until();
        return sql.param("id", office.id())
                .param("kind", office.kind().name())
                .param("name", office.name())
                .param("address", office.address())
                .param("email", office.email())
                .param("phone", office.phone())
                .param("hours", office.openingHours())
                .param("seat", office.seat())
                .param("territory", array(office.territory().departments()))
                .param("countries", array(office.territory().countries()))
                .param("everywhere", office.territory().everywhere())
                .param("procedures", array(office.procedures()))
                .param(
                        "closedDays",
                        office.closedDays().stream().map(Date::valueOf).toArray(Date[]::new))
                .param("from", Date.valueOf(office.from()))
                .param("until", until == null ? null : Date.valueOf(until), Types.DATE)
                .param("parent", office.parent());
    }

    private static String[] array(Set<String> texts) {
        return texts.stream().sorted().toArray(String[]::new);
    }

    List<Office> all() {
        return sorted(jdbc.sql(ALL));
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
                row.getInt("revision"),
                new Thresholds(row.getInt("warn_days"), row.getInt("urgent_days")));
    }

    /// As `access.person` tells of someone.
    private static Account account(JsonNode person) {
        return new Account(
                UUID.fromString(person.get("id").asString()),
                person.get("email").asString(),
                optional(person.get("given_name")),
                optional(person.get("surname")),
                optional(person.get("capacity")),
                person.get("language").asString());
    }

    private static @Nullable String optional(JsonNode value) {
        return value.isNull() ? null : value.asString();
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
