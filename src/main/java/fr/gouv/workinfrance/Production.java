package fr.gouv.workinfrance;

import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.journal.Actor;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.sql.DataSource;

/// Production is the absence of the profiles `demo` and `test`. It starts with secrets of its own,
/// as a role that owns nothing, on data that no demonstration has made; or it does not start, and
/// says why ([StartFailure]). What each package needs to be given is in its own settings.
@Configuration(proxyBeanMethods = false)
@Profile("!demo & !test")
class Production {

    private static final String DEMO = "demo:";

    private static final Map<String, String> NEEDED =
            new TreeMap<>(
                    Map.of(
                            "WIF_DATABASE_URL", "spring.datasource.url",
                            "WIF_DATABASE_USER", "spring.datasource.username",
                            "WIF_DATABASE_PASSWORD", "spring.datasource.password",
                            "WIF_DATABASE_OWNER_USER", "spring.flyway.user",
                            "WIF_DATABASE_OWNER_PASSWORD", "spring.flyway.password",
                            "WIF_MAIL_HOST", "spring.mail.host"));

    /// Before anything is made: whatever is wrong is told at once.
    @Bean
    static BeanFactoryPostProcessor rightSettings(ConfigurableEnvironment environment) {
        return _ -> {
            List<String> wrong = wrong(environment);
            if (!wrong.isEmpty()) {
                throw new IllegalStateException(String.join("\n", wrong));
            }
        };
    }

    /// Before anything is written in it: a wrong database is left as it is.
    @Bean
    FlywayMigrationStrategy rightDatabase(DataSource database) {
        return flyway -> {
            requireRightDatabase(new DatabaseTable(database));
            flyway.migrate();
        };
    }

    /// Before the first visitor comes in: nobody holds a right that a demonstration gave.
    @Bean
    SmartInitializingSingleton rightPeople(Grants grants) {
        return () -> {
            if (grants.anyGivenBy(Actor.system("demo"))) {
                throw new IllegalStateException(
                        "WIF_DATABASE_URL names a database in which a demonstration gave rights to"
                                + " fictitious people");
            }
        };
    }

    private static void requireRightDatabase(DatabaseTable database) {
        DatabaseTable.Role role;
        try {
            role = database.role();
        } catch (CannotGetJdbcConnectionException e) {
            throw new IllegalStateException(
                    "WIF_DATABASE_URL: the database does not let us in: "
                            + e.getMostSpecificCause().getMessage(),
                    e);
        }
        if (role.superuser()) {
            throw new IllegalStateException(
                    "WIF_DATABASE_USER ("
                            + role.name()
                            + ") is a superuser, or may make itself one");
        }
        if (!role.owned().isEmpty()) {
            throw new IllegalStateException(
                    "WIF_DATABASE_USER (%s) owns %s, and could change what the journal keeps"
                            .formatted(role.name(), role.owned()));
        }
        if (database.ofDemonstration()) {
            throw new IllegalStateException(
                    "WIF_DATABASE_URL names the database of a demonstration: it has a schema"
                            + " “demo”");
        }
    }

    private static List<String> wrong(ConfigurableEnvironment environment) {
        List<String> wrong = new ArrayList<>();
        NEEDED.forEach(
                (variable, property) -> {
                    if (environment.getProperty(property, "").isBlank()) {
                        wrong.add(variable + " is missing");
                    }
                });
        if (environment
                .getProperty("spring.datasource.username", "")
                .equals(environment.getProperty("spring.flyway.user"))) {
            wrong.add("WIF_DATABASE_USER is the owner of the database, WIF_DATABASE_OWNER_USER");
        }
        if (!published(environment.getProperty("wif.base-url", ""))) {
            wrong.add("WIF_BASE_URL is not the public address of the service, in https");
        }
        if (environment.getProperty("wif.mail.sender", "").matches(".*@localhost>?")) {
            wrong.add("WIF_MAIL_SENDER is not an address that people can trust");
        }
        if (environment.getProperty("wif.document.antivirus.address", "").equals("none")) {
            wrong.add("WIF_DOCUMENT_ANTIVIRUS_ADDRESS is none: what people send must be scanned");
        }
        for (String setting : ours(environment)) {
            if (environment.getProperty(setting, "").startsWith(DEMO)) {
                wrong.add(
                        StartFailure.variable(setting)
                                + " is a secret of a demonstration: it begins with “demo:”");
            }
        }
        return wrong;
    }

    private static boolean published(String address) {
        try {
            URI uri = URI.create(address);
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && !uri.getHost().matches("localhost|127[.].*|\\[::1]");
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Set<String> ours(ConfigurableEnvironment environment) {
        Set<String> names = new TreeSet<>();
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(source -> ((EnumerablePropertySource<?>) source).getPropertyNames())
                .flatMap(Arrays::stream)
                .filter(name -> name.startsWith("wif."))
                .forEach(names::add);
        return names;
    }
}
