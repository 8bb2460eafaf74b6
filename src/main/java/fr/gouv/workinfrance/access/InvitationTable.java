package fr.gouv.workinfrance.access;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All the SQL of `access.invitation`.
@Component
final class InvitationTable {

    private static final String INSERT =
            """
            insert into access.invitation (id, email, relation, scope_kind, scope_id, language,
                                           inviter_name, about, token_mac, code_mac, tries_left,
                                           state, created_at, until)
            values (:id, :email, :relation, :kind, :scope, :language,
                    :inviter, :about, :token, :code, :tries, 'OPEN', :at, :until)
            """;

    private static final String BY_TOKEN =
            """
            select id, email, relation, scope_kind, scope_id, language, inviter_name, about, state,
                   created_at, until
            from access.invitation
            where token_mac = :token
            """;

    private static final String LOCK_BY_TOKEN =
            """
            select id, email, relation, scope_kind, scope_id, language, inviter_name, about, state,
                   created_at, until, code_mac, tries_left
            from access.invitation
            where token_mac = :token
            for update
            """;

    private static final String LOCK =
            """
            select id, email, relation, scope_kind, scope_id, language, inviter_name, about, state,
                   created_at, until
            from access.invitation
            where id = :id
            for update
            """;

    private static final String ON =
            """
            select id, email, relation, scope_kind, scope_id, language, inviter_name, about, state,
                   created_at, until
            from access.invitation
            where scope_kind = :kind and scope_id = :scope
            order by created_at, id
            """;

    private static final String MISSED =
            """
            update access.invitation set tries_left = tries_left - 1 where id = :id
            """;

    private static final String SETTLE =
            """
            update access.invitation
            set state = :state, settled_at = :at, accepted_by = :by
            where id = :id and state = 'OPEN'
            """;

    private final JdbcClient jdbc;

    InvitationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An invitation with what its code is compared to.
    record Locked(Invitation invitation, String codeMac, int triesLeft) {}

    void insert(Invitation invitation, String tokenMac, String codeMac, int tries) {
        jdbc.sql(INSERT)
                .param("id", invitation.id())
                .param("email", invitation.email())
                .param("relation", invitation.relation())
                .param("kind", invitation.scope().kind())
                .param("scope", invitation.scope().id())
                .param("language", invitation.language())
                .param("inviter", invitation.inviterName())
                .param("about", invitation.about())
                .param("token", tokenMac)
                .param("code", codeMac)
                .param("tries", tries)
                .param("at", Timestamp.from(invitation.at()))
                .param("until", Timestamp.from(invitation.until()))
                .update();
    }

    Optional<Invitation> find(String tokenMac) {
        return jdbc.sql(BY_TOKEN)
                .param("token", tokenMac)
                .query(InvitationTable::invitation)
                .optional();
    }

    /// The invitation, held until the end of the transaction: two tries never run at once.
    Optional<Locked> lock(String tokenMac) {
        return jdbc.sql(LOCK_BY_TOKEN)
                .param("token", tokenMac)
                .query(
                        (row, number) ->
                                new Locked(
                                        invitation(row, number),
                                        row.getString("code_mac"),
                                        row.getInt("tries_left")))
                .optional();
    }

    Optional<Invitation> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(InvitationTable::invitation).optional();
    }

    List<Invitation> on(Scope scope) {
        return jdbc.sql(ON)
                .param("kind", scope.kind())
                .param("scope", scope.id())
                .query(InvitationTable::invitation)
                .list();
    }

    void missed(UUID id) {
        jdbc.sql(MISSED).param("id", id).update();
    }

    /// Ends an open invitation.
    ///
    /// @return whether it was still open
    boolean settle(UUID id, Invitation.State state, Instant at, @Nullable UUID acceptedBy) {
        return jdbc.sql(SETTLE)
                        .param("id", id)
                        .param("state", state.name())
                        .param("at", Timestamp.from(at))
                        .param("by", acceptedBy)
                        .update()
                == 1;
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("relation"),
                new Scope(row.getString("scope_kind"), row.getString("scope_id")),
                row.getString("language"),
                row.getString("inviter_name"),
                row.getString("about"),
                Invitation.State.valueOf(row.getString("state")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("until").toInstant());
    }
}
