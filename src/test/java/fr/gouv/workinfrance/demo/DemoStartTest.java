package fr.gouv.workinfrance.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// What keeps the demonstration from starting is told in a line, by the name of what mends it.
class DemoStartTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void a_port_that_is_taken_is_told_before_anything_starts() throws IOException {
        environment.setActiveProfiles("demo");
        try (ServerSocket taken = new ServerSocket(0)) {
            environment.setProperty("server.port", String.valueOf(taken.getLocalPort()));

            assertThatThrownBy(() -> settlePort())
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("SERVER_PORT");
        }
    }

    @Test
    void asked_for_any_port_the_demonstration_chooses_one_that_links_can_bear() {
        environment.setActiveProfiles("demo");
        environment.setProperty("server.port", "0");
        settlePort();

        assertThat(environment.getProperty("server.port", Integer.class)).isPositive();
    }

    @Test
    void in_production_no_port_is_chosen_or_tried() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            environment.setProperty("server.port", String.valueOf(taken.getLocalPort()));
            settlePort();
        }

        assertThat(environment.getPropertySources().contains("demo port")).isFalse();
    }

    @Test
    void another_database_whose_owner_cannot_connect_is_told_by_its_settings() {
        environment
                .withProperty("WIF_DATABASE_URL", "jdbc:postgresql://localhost:1/wif")
                .withProperty("spring.flyway.user", "wif_owner")
                .withProperty("spring.flyway.password", "secret");

        assertThatThrownBy(() -> OtherDatabase.requireReachable(environment))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("wif_owner")
                .hasMessageContaining("WIF_DATABASE_OWNER_USER")
                .hasMessageContaining("WIF_DATABASE_OWNER_PASSWORD")
                .hasMessageNotContaining("secret");
    }

    @Test
    void the_data_folder_is_closed_to_others(@TempDir Path somewhere) throws IOException {
        environment.setProperty("wif.demo.folder", somewhere.resolve("data").toString());
        DemoFolder folder = DemoFolder.of(environment);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_data_folder_that_cannot_be_had_is_told_by_its_setting(@TempDir Path somewhere)
            throws IOException {
        Path file = Files.createFile(somewhere.resolve("file"));
        environment.setProperty("wif.demo.folder", file.toString());

        assertThatThrownBy(() -> DemoFolder.of(environment))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(file.toString());
    }

    private void settlePort() {
        new DemoAddress().postProcessEnvironment(environment, new SpringApplication());
    }
}
