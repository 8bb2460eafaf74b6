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

    private static final String COLUMNS =
            """
            i.id, i.email, i.relation, i.scope_kind, i.scope_id, i.language, i.inviter,
            i.inviter_name, i.about, i.state, i.created_at, i.until, i.reminders
            """;

    private static final String INSERT =
            """
            insert into access.invitation (id, email, relation, scope_kind, scope_id, language,
                                           inviter, inviter_name, about, code_mac, tries_left,
                                           state, created_at, until)
            values (:id, :email, :relation, :kind, :scope, :language,
                    :inviter, :inviterName, :about, :code, :tries, 'OPEN', :at, :until)
            """;

    private static final String LINK =
            """
            insert into access.invitation_link (token_mac, invitation, sent_at)
            values (:token, :id, :at)
            """;

    private static final String BY_TOKEN =
            "select "
                    + COLUMNS
                    + """
                    , i.code_mac, i.tries_left
                    from access.invitation i
                    join access.invitation_link l on l.invitation = i.id
                    where l.token_mac = :token
                    """;

    private static final String LOCK_BY_TOKEN = BY_TOKEN + " for update of i";

    private static final String LOCK =
            "select " + COLUMNS + " from access.invitation i where i.id = :id for update";

    private static final String ON =
            "select "
                    + COLUMNS
                    + """
                    from access.invitation i
                    where i.scope_kind = :kind and i.scope_id = :scope and i.email <> ''
                    order by i.created_at, i.id
                    """;

    private static final String SILENT =
            """
            select id from access.invitation
            where state = 'OPEN' and until > :now and email <> ''
              and ((reminders = 0 and created_at <= :first)
                   or (reminders = 1 and created_at <= :second and reminded_at <= :recent))
            order by created_at, id
            limit :limit
            """;

    private static final String REMINDED =
            """
            update access.invitation set reminders = reminders + 1, reminded_at = :at where id = :id
            """;

    private static final String PAST =
            """
            select id from access.invitation
            where state = 'OPEN' and until <= :now
            order by until, id
            limit :limit
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

    private static final String ON_PAPER =
            """
            select id from access.invitation
            where scope_kind = :kind and scope_id = :scope and email = '' and state = 'OPEN'
            """;

    private static final String ERASE_LINKS =
            """
            delete from access.invitation_link
            where invitation in (select id from access.invitation
                                 where scope_kind = :kind and scope_id = :scope)
            """;

    private static final String ERASE =
            "delete from access.invitation where scope_kind = :kind and scope_id = :scope";

    private final JdbcClient jdbc;

    InvitationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An invitation with what its code is compared to.
    record Locked(Invitation invitation, String codeMac, int triesLeft) {}

    void insert(Invitation invitation, String codeMac, int tries) {
        jdbc.sql(INSERT)
                .param("id", invitation.id())
                .param("email", invitation.email())
                .param("relation", invitation.relation())
                .param("kind", invitation.scope().kind())
                .param("scope", invitation.scope().id())
                .param("language", invitation.language())
                .param("inviter", invitation.inviter())
                .param("inviterName", invitation.inviterName())
                .param("about", invitation.about())
                .param("code", codeMac)
                .param("tries", tries)
                .param("at", Timestamp.from(invitation.at()))
                .param("until", Timestamp.from(invitation.until()))
                .update();
    }

    /// One more link to an invitation: each opens it, and all die with it.
    void link(UUID id, String tokenMac, Instant at) {
        jdbc.sql(LINK)
                .param("token", tokenMac)
                .param("id", id)
                .param("at", Timestamp.from(at))
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

    /// Open invitations that nobody has answered and of which a reminder is due.
    ///
    /// @param first those never reminded, sent by then
    /// @param second those reminded once, sent by then
    /// @param recent and reminded by then
    List<UUID> silent(Instant now, Instant first, Instant second, Instant recent, int limit) {
        return jdbc.sql(SILENT)
                .param("now", Timestamp.from(now))
                .param("first", Timestamp.from(first))
                .param("second", Timestamp.from(second))
                .param("recent", Timestamp.from(recent))
                .param("limit", limit)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    void reminded(UUID id, Instant at) {
        jdbc.sql(REMINDED).param("id", id).param("at", Timestamp.from(at)).update();
    }

    /// Invitations that are open by name alone: their date has passed.
    List<UUID> past(Instant now, int limit) {
        return jdbc.sql(PAST)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /// Those of a scope that were printed and are still open.
    List<UUID> onPaper(Scope scope) {
        return jdbc.sql(ON_PAPER)
                .param("kind", scope.kind())
                .param("scope", scope.id())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /// Erases all invitations of a scope, with their links.
    void erase(Scope scope) {
        jdbc.sql(ERASE_LINKS).param("kind", scope.kind()).param("scope", scope.id()).update();
        jdbc.sql(ERASE).param("kind", scope.kind()).param("scope", scope.id()).update();
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
                row.getObject("inviter", UUID.class),
                row.getString("inviter_name"),
                row.getString("about"),
                Invitation.State.valueOf(row.getString("state")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("until").toInstant(),
                row.getInt("reminders"));
    }
}
