package fr.gouv.workinfrance.employer;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.reference.Siret;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All the SQL of employers, their establishments, and what an invitation to act for one holds.
@Component
final class EmployerTable {

    private static final String READ =
            """
            select e.id, e.name, e.opened_at, e.closed_at,
                   (select jsonb_agg(to_jsonb(s) order by s.siret)
                      from employer.establishment s where s.employer = e.id) as establishments
              from employer.employer e
             where e.id = any(:ids)
             order by e.name, e.id
            """;

    private static final String LOCK =
            "select e.id from employer.employer e where e.id = :id for update";

    private static final String INSERT =
            """
            insert into employer.employer (id, name, opened_at)
            values (:id, :name, :at)
            on conflict (id) do nothing
            """;

    private static final String CLOSE =
            """
            update employer.employer set closed_at = :at where id = :id and closed_at is null
            """;

    private static final String ESTABLISHMENT =
            """
            insert into employer.establishment (siret, employer, name, added_at)
            values (:siret, :id, :name, :at)
            on conflict (siret) do nothing
            """;

    private static final String CLOSE_ESTABLISHMENT =
            """
            update employer.establishment set closed_at = :at
             where siret = :siret and employer = :id and closed_at is null
            """;

    private static final String INVITED =
            """
            insert into employer.invited (invitation, employer, role, sirets, invited_by)
            values (:invitation, :id, :role, :sirets, :by)
            """;

    private static final String INVITATION =
            """
            select invitation, employer, role, sirets, invited_by
              from employer.invited
             where invitation = :invitation
            """;

    private static final String INVITATIONS =
            """
            select invitation, employer, role, sirets, invited_by
              from employer.invited
             where employer = :id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EmployerTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// What accepting an invitation gives.
    record Invited(UUID invitation, EmployerId employer, Role role, List<String> sirets, UUID by) {}

    List<Employer> find(Collection<EmployerId> ids) {
        return jdbc.sql(READ)
                .param("ids", ids.stream().map(EmployerId::value).toArray(String[]::new))
                .query(this::employer)
                .list();
    }

    Optional<Employer> find(EmployerId id) {
        return find(List.of(id)).stream().findFirst();
    }

    /// The employer, whose people nobody else can change until the transaction ends.
    Optional<Employer> lock(EmployerId id) {
        return jdbc.sql(LOCK)
                .param("id", id.value())
                .query(String.class)
                .optional()
                .flatMap(_ -> find(id));
    }

    /// Keeps a new employer.
    ///
    /// @return false when it is there already
    boolean insert(EmployerId id, String name, Instant at) {
        return jdbc.sql(INSERT)
                        .param("id", id.value())
                        .param("name", name)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean close(EmployerId id, Instant at) {
        return jdbc.sql(CLOSE).param("id", id.value()).param("at", Timestamp.from(at)).update()
                == 1;
    }

    boolean insert(EmployerId id, Siret siret, String name, Instant at) {
        return jdbc.sql(ESTABLISHMENT)
                        .param("siret", siret.value())
                        .param("id", id.value())
                        .param("name", name)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean close(EmployerId id, Siret siret, Instant at) {
        return jdbc.sql(CLOSE_ESTABLISHMENT)
                        .param("siret", siret.value())
                        .param("id", id.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void insert(Invited invited) {
        jdbc.sql(INVITED)
                .param("invitation", invited.invitation())
                .param("id", invited.employer().value())
                .param("role", invited.role().name())
                .param("sirets", invited.sirets().toArray(String[]::new))
                .param("by", invited.by())
                .update();
    }

    Optional<Invited> invited(UUID invitation) {
        return jdbc.sql(INVITATION)
                .param("invitation", invitation)
                .query(EmployerTable::invited)
                .optional();
    }

    List<Invited> invited(EmployerId id) {
        return jdbc.sql(INVITATIONS).param("id", id.value()).query(EmployerTable::invited).list();
    }

    private static Invited invited(ResultSet row, int number) throws SQLException {
        return new Invited(
                row.getObject("invitation", UUID.class),
                new EmployerId(requireNonNull(row.getString("employer"))),
                Role.valueOf(requireNonNull(row.getString("role"))),
                List.of((String[]) row.getArray("sirets").getArray()),
                row.getObject("invited_by", UUID.class));
    }

    private Employer employer(ResultSet row, int number) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        String establishments = row.getString("establishments");
        return new Employer(
                new EmployerId(requireNonNull(row.getString("id"))),
                requireNonNull(row.getString("name")),
                requireNonNull(row.getTimestamp("opened_at")).toInstant(),
                closed == null ? null : closed.toInstant(),
                establishments == null
                        ? List.of()
                        : json.readTree(establishments)
                                .valueStream()
                                .map(EmployerTable::establishment)
                                .toList());
    }

    private static Establishment establishment(JsonNode row) {
        return new Establishment(
                new Siret(row.get("siret").asString()),
                row.get("name").asString(),
                closed(row.get("closed_at")));
    }

    private static @Nullable Instant closed(@Nullable JsonNode at) {
        return at == null || at.isNull() ? null : OffsetDateTime.parse(at.asString()).toInstant();
    }
}
