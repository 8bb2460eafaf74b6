package fr.gouv.workinfrance;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// The service as `main` starts it, with what the environment would give, and nothing of the tests'
/// own beside it.
public record Started(ConfigurableApplicationContext house) implements AutoCloseable {

    /// @param environment what variables would say; it wins over the files of settings
    /// @param profiles none in production
    public static Started with(Map<String, Object> environment, String... profiles) {
        return with(environment, List.of(), profiles);
    }

    /// @param more what a test puts beside the service
    public static Started with(
            Map<String, Object> environment, List<Class<?>> more, String... profiles) {
        return new Started(
                new SpringApplicationBuilder(Application.class)
                        .sources(more.toArray(Class<?>[]::new))
                        .profiles(profiles)
                        .initializers(
                                context ->
                                        context.getBeanFactory()
                                                .registerSingleton("tests", new OfTests()))
                        .registerShutdownHook(false)
                        .run(
                                environment.entrySet().stream()
                                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                                        .toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return house.getBean(type);
    }

    public URI address(String path) {
        return URI.create(
                "http://localhost:%s%s"
                        .formatted(house.getEnvironment().getProperty("local.server.port"), path));
    }

    @Override
    public void close() {
        house.close();
    }

    /// Keeps the scan of the service's packages out of the folder of tests.
    private static final class OfTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory factory)
                throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OfTests;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
