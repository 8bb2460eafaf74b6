package fr.gouv.workinfrance.demo;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;

/// Settles the port before anything starts: asked for any (`SERVER_PORT=0`), it chooses one, so
/// that the links of mails and QR codes bear it; one that is taken is told at once.
public final class DemoAddress implements EnvironmentPostProcessor {

    private static final String PORT = "server.port";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication app) {
        if (environment.acceptsProfiles(Profiles.of("demo | test"))) {
            int asked = environment.getProperty(PORT, Integer.class, 8080);
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("demo port", Map.of(PORT, settled(asked))));
        }
    }

    private static int settled(int asked) {
        try (ServerSocket socket = new ServerSocket(asked)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart(
                    "Port %d cannot be had (%s): free it, or choose another one with SERVER_PORT."
                            .formatted(asked, e.getMessage()),
                    e);
        }
    }
}
