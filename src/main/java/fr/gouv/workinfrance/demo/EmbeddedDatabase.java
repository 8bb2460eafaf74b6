package fr.gouv.workinfrance.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// A PostgreSQL of its own for the demonstration and for the tests, unless `WIF_DATABASE_URL` names
/// another one.
///
/// The demonstration keeps its data in `.data/postgres`, on a fixed port, so that a second start,
/// or one after a crash, finds them again. Tests get a fresh database for each context, in a
/// cluster that goes with them. As in production, `wif_owner` migrates and `wif_app` runs.
public final class EmbeddedDatabase implements EnvironmentPostProcessor {

    private static final String LIBRARY = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";
    private static final String OWNER = "wif_owner";
    private static final String APP = "wif_app";

    private static @Nullable EmbeddedPostgres ofTests;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication app) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        boolean test = environment.acceptsProfiles(Profiles.of("test"));
        if (!demo && !test) {
            return;
        }
        if (StringUtils.hasText(environment.getProperty("WIF_DATABASE_URL"))) {
            if (demo) {
                OtherDatabase.requireReachable(environment);
            }
            return;
        }
        if (!ClassUtils.isPresent(LIBRARY, null)) {
            throw new IllegalStateException(
                    "WIF_DATABASE_URL is missing: this jar is production's, and brings no"
                            + " PostgreSQL of its own; `mvn spring-boot:run` does");
        }
        String given = environment.getProperty("wif.test.database");
        Cluster cluster = test ? testCluster() : demoCluster(environment);
        String name = demo ? "wif" : given != null ? given : fresh();
        cluster.create(name);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", cluster.url(name));
        properties.put("spring.datasource.username", APP);
        properties.put("spring.datasource.password", APP);
        properties.put("spring.flyway.url", cluster.url(name));
        properties.put("spring.flyway.user", OWNER);
        properties.put("spring.flyway.password", OWNER);
        if (test) {
            properties.put("wif.test.database", name);
            properties.put("wif.test.superuser-url", cluster.url(name) + "?user=postgres");
        }
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("embedded database", properties));
    }

    private static String fresh() {
        return "wif_" + UUID.randomUUID().toString().replace("-", "");
    }

    private record Cluster(int port) {

        String url(String database) {
            return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
        }

        /// Roles and database, where they are not there yet.
        void create(String database) {
            try (Connection connection = superuser("postgres");
                    Statement sql = connection.createStatement()) {
                role(sql, OWNER);
                role(sql, APP);
                if (!exists(sql, "pg_database where datname", database)) {
                    sql.execute("create database %s owner %s".formatted(database, OWNER));
                }
            } catch (SQLException e) {
                throw new IllegalStateException("embedded PostgreSQL: " + e.getMessage(), e);
            }
        }

        private static void role(Statement sql, String name) throws SQLException {
            if (!exists(sql, "pg_roles where rolname", name)) {
                sql.execute("create role %1$s login password '%1$s'".formatted(name));
            }
        }

        private static boolean exists(Statement sql, String where, String name)
                throws SQLException {
            try (var row = sql.executeQuery("select from %s = '%s'".formatted(where, name))) {
                return row.next();
            }
        }

        Connection superuser(String database) throws SQLException {
            return DriverManager.getConnection(url(database), "postgres", "");
        }
    }

    private static synchronized Cluster testCluster() {
        if (ofTests == null) {
            try {
                ofTests =
                        durable(EmbeddedPostgres.builder())
                                .setOverrideWorkingDirectory(ownTemporaryFolder().toFile())
                                .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Cluster(ofTests.getPort());
    }

    /// The library's own choice would be shared by all users of the machine, and owned by the
    /// first.
    private static Path ownTemporaryFolder() {
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "work-in-france-" + System.getProperty("user.name"));
    }

    private static Cluster demoCluster(ConfigurableEnvironment environment) {
        int port = environment.getProperty("wif.demo.database-port", Integer.class, 18432);
        DemoFolder folder = DemoFolder.of(environment);
        Cluster cluster = new Cluster(port);
        try {
            if (listening(port)) {
                requireOurs(cluster, folder.database());
                Postmaster running = new Postmaster(folder.database());
                if (!running.leftAlone()) {
                    return cluster;
                }
                running.stop();
            }
            durable(EmbeddedPostgres.builder())
                    .setOverrideWorkingDirectory(folder.binaries().toFile())
                    .setDataDirectory(folder.database())
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start();
        } catch (IOException e) {
            throw new CannotStart(
                    "PostgreSQL does not start in %s on port %d: %s"
                            .formatted(folder.database(), port, e.getMessage()),
                    e);
        }
        return cluster;
    }

    /// The library starts PostgreSQL without fsync, for speed; people's data deserve better.
    private static EmbeddedPostgres.Builder durable(EmbeddedPostgres.Builder builder) {
        return builder.setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofSeconds(60));
    }

    private static boolean listening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// What runs on our port is taken up, or stopped, only if it runs on our data.
    private static void requireOurs(Cluster cluster, Path folder) {
        try (Connection connection = cluster.superuser("postgres");
                Statement sql = connection.createStatement();
                var row = sql.executeQuery("show data_directory")) {
            if (row.next() && Path.of(row.getString(1)).toRealPath().equals(folder.toRealPath())) {
                return;
            }
        } catch (SQLException | IOException e) {
            throw new CannotStart(inUse(cluster.port()), e);
        }
        throw new CannotStart(inUse(cluster.port()), null);
    }

    private static String inUse(int port) {
        return "Port %d is used by something that is not our database: set WIF_DEMO_DATABASE_PORT to another one."
                .formatted(port);
    }
}
