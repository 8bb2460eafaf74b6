package fr.gouv.workinfrance;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.util.UUID;

/// A database as some migration left it, that no other test has: to say what the next ones make of
/// the rows that were there.
public final class FormerDatabase {

    private static final String OWNER = "wif_owner";

    private final String url;
    private final String superuser;

    /// @param superuser address of a database of the cluster, `wif.test.superuser-url`
    /// @param last migration that it had: `0172`
    public FormerDatabase(String superuser, String last) {
        String name = "wif_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(new DriverManagerDataSource(superuser))
                .sql("create database %s owner %s".formatted(name, OWNER))
                .update();
        this.url = superuser.replaceAll("/[^/]*$", "/" + name);
        this.superuser = superuser.replaceFirst("/[^/?]*([?].*)?$", "/" + name + "$1");
        // views show what the newest tables have
        migrations().repeatableSqlMigrationPrefix("none").target(last).load().migrate();
    }

    /// As its owner.
    public JdbcClient owner() {
        return JdbcClient.create(new DriverManagerDataSource(url, OWNER, OWNER));
    }

    /// As who may leave out what other tables are asked for.
    public JdbcClient superuser() {
        return JdbcClient.create(new DriverManagerDataSource(superuser));
    }

    /// Brings it up to today.
    public void migrate() {
        migrations().load().migrate();
    }

    private FluentConfiguration migrations() {
        return Flyway.configure()
                .dataSource(url, OWNER, OWNER)
                .locations("classpath:db/migration")
                .defaultSchema("flyway")
                .createSchemas(true);
    }
}
