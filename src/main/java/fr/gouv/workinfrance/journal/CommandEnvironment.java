package fr.gouv.workinfrance.journal;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import java.util.Map;

/// A command runs beside the service, on the same machine: it takes a port that nobody uses.
public final class CommandEnvironment implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication app) {
        if (environment.containsProperty("wif.command")) {
            environment
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource(
                                    "command",
                                    Map.of("server.port", 0, "server.address", "127.0.0.1")));
        }
    }
}
