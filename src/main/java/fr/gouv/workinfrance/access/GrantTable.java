package fr.gouv.workinfrance.access;

import fr.gouv.workinfrance.journal.Actor;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All the SQL of `access.granted`.
@Component
final class GrantTable {

    private static final String INSERT =
            """
            insert into access.granted (id, account, relation, scope_kind, scope_id, starts_at, ends_at,
                                        given_by_kind, given_by_id, given_at)
            values (:id, :account, :relation, :kind, :scope, :from, :until, :byKind, :byId, :at)
            on conflict (account, relation, scope_kind, scope_id) where ends_at is null do nothing
            """;

    private static final String OPEN_ENDED =
            """
            select id, account, relation, scope_kind, scope_id, starts_at, ends_at
            from access.granted
            where account = :account and relation = :relation
              and scope_kind = :kind and scope_id = :scope and ends_at is null
            """;

    private static final String END =
            """
            update access.granted
            set ends_at = greatest(starts_at, :at), ended_by_kind = :byKind, ended_by_id = :byId
            where id = :id and (ends_at is null or ends_at > :at)
            returning id, account, relation, scope_kind, scope_id, starts_at, ends_at
            """;

    private static final String HOLDS =
            """
            select exists (
                select from access.granted
                where account = :account and relation = :relation
                  and scope_kind = :kind and scope_id = :scope
                  and starts_at <= :now and (ends_at is null or ends_at > :now))
            """;

    private static final String ANY_GIVEN_BY =
            """
            select exists (select from access.granted
                            where given_by_kind = :byKind and given_by_id = :byId)
            """;

    private static final String OF =
            """
            select id, account, relation, scope_kind, scope_id, starts_at, ends_at
            from access.granted
            where account = :account
              and starts_at <= :now and (ends_at is null or ends_at > :now)
            order by starts_at, id
            """;

    private static final String ON =
            """
            select id, account, relation, scope_kind, scope_id, starts_at, ends_at
            from access.granted
            where scope_kind = :kind and scope_id = :scope
              and starts_at <= :now and (ends_at is null or ends_at > :now)
            order by starts_at, id
            """;

    private static final String ON_ANY =
            """
            select id, account, relation, scope_kind, scope_id, starts_at, ends_at
            from access.granted
            where (scope_kind, scope_id) in (select * from unnest(:kinds::text[], :scopes::text[]))
              and starts_at <= :now and (ends_at is null or ends_at > :now)
            order by starts_at, id
            """;

    private static final String HISTORY =
            """
            select id, account, relation, scope_kind, scope_id, starts_at, ends_at
            from access.granted
            where scope_kind = :kind and scope_id = :scope
            order by starts_at, id
            """;

    private final JdbcClient jdbc;

    GrantTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps a new grant.
    ///
    /// @return false when the same one, without an end, is already there
    boolean insert(Grant grant, Actor by, Instant at) {
        var until = grant.until();
        return jdbc.sql(INSERT)
                        .param("id", grant.id())
                        .param("account", grant.account())
                        .param("relation", grant.relation())
                        .param("kind", grant.scope().kind())
                        .param("scope", grant.scope().id())
                        .param("from", Timestamp.from(grant.from()))
                        .param("until", until == null ? null : Timestamp.from(until))
                        .param("byKind", by.kind().name())
                        .param("byId", by.id())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<Grant> openEnded(UUID account, String relation, Scope scope) {
        return jdbc.sql(OPEN_ENDED)
                .param("account", account)
                .param("relation", relation)
                .param("kind", scope.kind())
                .param("scope", scope.id())
                .query(GrantTable::grant)
                .optional();
    }

    /// Ends a grant, earlier than it would have.
    ///
    /// @return the grant as it now is, or nothing when it is unknown or ends no later already
    Optional<Grant> end(UUID id, Instant at, Actor by) {
        return jdbc.sql(END)
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("byKind", by.kind().name())
                .param("byId", by.id())
                .query(GrantTable::grant)
                .optional();
    }

    boolean holds(UUID account, String relation, Scope scope, Instant now) {
        return jdbc.sql(HOLDS)
                .param("account", account)
                .param("relation", relation)
                .param("kind", scope.kind())
                .param("scope", scope.id())
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    List<Grant> of(UUID account, Instant now) {
        return jdbc.sql(OF)
                .param("account", account)
                .param("now", Timestamp.from(now))
                .query(GrantTable::grant)
                .list();
    }

    boolean anyGivenBy(Actor by) {
        return jdbc.sql(ANY_GIVEN_BY)
                .param("byKind", by.kind().name())
                .param("byId", by.id())
                .query(Boolean.class)
                .single();
    }

    List<Grant> on(Scope scope, Instant now) {
        return jdbc.sql(ON)
                .param("kind", scope.kind())
                .param("scope", scope.id())
                .param("now", Timestamp.from(now))
                .query(GrantTable::grant)
                .list();
    }

    List<Grant> on(Collection<Scope> scopes, Instant now) {
        return jdbc.sql(ON_ANY)
                .param("kinds", scopes.stream().map(Scope::kind).toArray(String[]::new))
                .param("scopes", scopes.stream().map(Scope::id).toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .query(GrantTable::grant)
                .list();
    }

    List<Grant> history(Scope scope) {
        return jdbc.sql(HISTORY)
                .param("kind", scope.kind())
                .param("scope", scope.id())
                .query(GrantTable::grant)
                .list();
    }

    private static Grant grant(ResultSet row, int number) throws SQLException {
        var until = row.getTimestamp("ends_at");
        return new Grant(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("relation"),
                new Scope(row.getString("scope_kind"), row.getString("scope_id")),
                row.getTimestamp("starts_at").toInstant(),
                until == null ? null : until.toInstant());
    }
}
