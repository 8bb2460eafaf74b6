package fr.gouv.workinfrance.access;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// All the SQL of `access.account`.
@Component
final class AccountTable {

    private static final String BY_ID =
            """
            select id, email, given_name, surname, capacity, language
            from access.account
            where id = :id
            """;

    private static final String BY_IDS =
            """
            select id, email, given_name, surname, capacity, language
            from access.account
            where id = any(:ids)
            """;

    private static final String BY_EMAIL =
            """
            select id, email, given_name, surname, capacity, language
            from access.account
            where email = :email
            """;

    private static final String INSERT =
            """
            insert into access.account (id, email, language, created_at)
            select :id, :email, :language, :at
            where not exists (select from access.address_change
                              where from_email = :email and confirmed_at is not null
                                and refused_at is null and refusable_until > :at)
            on conflict (email) do nothing
            """;

    private static final String RENAME =
            """
            update access.account
            set given_name = :givenName, surname = :surname, capacity = :capacity, language = :language
            where id = :id
            returning id, email, given_name, surname, capacity, language
            """;

    private static final String MOVE =
            """
            update access.account
            set email = :email
            where id = :id and not exists (select from access.account where email = :email and id <> :id)
            returning id, email, given_name, surname, capacity, language
            """;

    private static final String TELLINGS =
            """
            select id, told from access.account where id = any(:ids)
            """;

    private static final String TELL =
            """
            update access.account set told = :told where id = :id
            """;

    private final JdbcClient jdbc;

    AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(UUID id) {
        return jdbc.sql(BY_ID).param("id", id).query(AccountTable::account).optional();
    }

    List<Account> find(Collection<UUID> ids) {
        return jdbc.sql(BY_IDS)
                .param("ids", ids.toArray(UUID[]::new))
                .query(AccountTable::account)
                .list();
    }

    Optional<Account> find(EmailAddress email) {
        return jdbc.sql(BY_EMAIL)
                .param("email", email.value())
                .query(AccountTable::account)
                .optional();
    }

    /// Opens an account.
    ///
    /// @return false when the address had an account already, or may yet take one back
    boolean insert(UUID id, EmailAddress email, String language, Instant at) {
        return jdbc.sql(INSERT)
                        .param("id", id)
                        .param("email", email.value())
                        .param("language", language)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<Account> rename(
            UUID id,
            @Nullable String givenName,
            @Nullable String surname,
            @Nullable String capacity,
            String language) {
        return jdbc.sql(RENAME)
                .param("id", id)
                .param("givenName", givenName)
                .param("surname", surname)
                .param("capacity", capacity)
                .param("language", language)
                .query(AccountTable::account)
                .optional();
    }

    /// Gives an account another address.
    ///
    /// @return nothing when the address is that of another account
    Optional<Account> move(UUID id, EmailAddress to) {
        return jdbc.sql(MOVE)
                .param("id", id)
                .param("email", to.value())
                .query(AccountTable::account)
                .optional();
    }

    Map<UUID, Telling> tellings(Collection<UUID> ids) {
        return jdbc
                .sql(TELLINGS)
                .param("ids", ids.toArray(UUID[]::new))
                .query(
                        (row, _) ->
                                Map.entry(
                                        row.getObject("id", UUID.class),
                                        Telling.valueOf(row.getString("told"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void tell(UUID id, Telling telling) {
        jdbc.sql(TELL).param("id", id).param("told", telling.name()).update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("given_name"),
                row.getString("surname"),
                row.getString("capacity"),
                row.getString("language"));
    }
}
