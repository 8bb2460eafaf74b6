package fr.gouv.workinfrance.demo;

import org.springframework.core.env.Environment;

import java.sql.DriverManager;
import java.sql.SQLException;

/// The PostgreSQL that `WIF_DATABASE_URL` names in place of the embedded one. Whoever tries it has
/// made its two roles by hand: what is missing is told by the name of its setting.
final class OtherDatabase {

    private OtherDatabase() {}

    /// Tries both roles.
    ///
    /// @throws CannotStart naming the settings to look at
    static void requireReachable(Environment environment) {
        require(environment, "owner", "flyway.user", "flyway.password", "WIF_DATABASE_OWNER");
        require(environment, "role", "datasource.username", "datasource.password", "WIF_DATABASE");
    }

    private static void require(
            Environment environment, String who, String user, String password, String setting) {
        String url = environment.getProperty("WIF_DATABASE_URL", "");
        String name = environment.getProperty("spring." + user, "");
        try (var _ =
                DriverManager.getConnection(
                        url, name, environment.getProperty("spring." + password, ""))) {
            return;
        } catch (SQLException e) {
            throw new CannotStart(
                    """
                    The %s %s cannot connect to the database of WIF_DATABASE_URL: %s
                    Set %s_USER and %s_PASSWORD; docs/operations.md says how to make the roles.\
                    """
                            .formatted(who, name, e.getMessage(), setting, setting),
                    e);
        }
    }
}
