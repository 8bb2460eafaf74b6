package fr.gouv.workinfrance;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells an operator which setting keeps the service from starting, in one message and without its
/// value, which may be a secret. Whoever reads a setting throws an exception whose message begins
/// with its name.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailure implements FailureAnalyzer {

    private static final Pattern SETTING = Pattern.compile("^wif[.][a-z.-]*[a-z]");

    /// The variable of the environment that gives a setting: `wif.mail.key` is `WIF_MAIL_KEY`.
    static String variable(String setting) {
        return setting.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> told(cause).stream())
                .findFirst()
                .map(
                        told ->
                                new FailureAnalysis(
                                        "The service does not start with these settings:\n\n"
                                                + told.lines()
                                                        .map(line -> "  " + line)
                                                        .collect(Collectors.joining("\n")),
                                        "docs/operations.md says what the environment must give.",
                                        failure))
                .orElse(null);
    }

    private static Optional<String> told(Throwable cause) {
        if (cause instanceof BindValidationException invalid) {
            String all =
                    invalid.getValidationErrors().getAllErrors().stream()
                            .map(error -> told(invalid.getValidationErrors().getName(), error))
                            .collect(Collectors.joining("\n"));
            return all.startsWith("WIF_") ? Optional.of(all) : Optional.empty();
        }
        String message = String.valueOf(cause.getMessage());
        if (message.startsWith("WIF_")) {
            return Optional.of(message);
        }
        var setting = SETTING.matcher(message);
        return setting.find()
                ? Optional.of(variable(setting.group()) + message.substring(setting.end()))
                : Optional.empty();
    }

    private static String told(Object settings, ObjectError error) {
        String field = error instanceof FieldError of ? "." + kebab(of.getField()) : "";
        return variable(settings + field) + " " + error.getDefaultMessage();
    }

    private static String kebab(String field) {
        return field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
