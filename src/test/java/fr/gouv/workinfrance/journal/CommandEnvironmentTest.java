package fr.gouv.workinfrance.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class CommandEnvironmentTest {

    private final MockEnvironment environment =
            new MockEnvironment().withProperty("server.port", "8080");

    @Test
    void a_command_takes_a_port_of_its_own_and_answers_nobody_outside() {
        environment.setProperty("wif.command", "verify-journal");

        new CommandEnvironment().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("server.port")).isEqualTo("0");
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void the_service_keeps_its_port() {
        new CommandEnvironment().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("server.port")).isEqualTo("8080");
        assertThat(environment.containsProperty("server.address")).isFalse();
    }
}
