package fr.gouv.workinfrance.reference.online;

import fr.gouv.workinfrance.reference.online.OnlineTable.Kept;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Asks a service of the State, or what it answered before: within its quota, which all nodes
/// share; not at all for a while when it fails, or asks not to be. Whoever asks waits for nothing
/// but the call itself.
@Component
class Calls {

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    /// However long a service asks to be left alone.
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);

    private final OnlineTable table;
    private final OnlineSettings settings;
    private final Clock clock;

    Calls(OnlineTable table, OnlineSettings settings, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    /// What is answered to a question: what was answered lately, or what the service answers now,
    /// or, when it is away, what it answered before.
    ///
    /// @param read what is kept of an answer
    <A, T> Optional<Kept<T>> ask(
            Online service, String question, Class<T> type, Supplier<A> call, Function<A, T> read) {
        Instant now = now();
        String hidden = hidden(question);
        Optional<Kept<T>> before = table.kept(service, hidden, type);
        if (before.filter(kept -> kept.readAt().plus(settings.fresh()).isAfter(now)).isPresent()) {
            return before;
        }
        Optional<Kept<T>> told = call(service, call).map(read).map(it -> new Kept<>(it, now));
        told.ifPresent(kept -> table.keep(service, hidden, kept.told(), now));
        return told.or(() -> before.filter(kept -> !kept.readAt().isBefore(oldest(now))));
    }

    /// What was answered before, without asking.
    <T> Optional<Kept<T>> known(Online service, String question, Class<T> type) {
        return table.kept(service, hidden(question), type)
                .filter(kept -> !kept.readAt().isBefore(oldest(now())));
    }

    /// Erases what is too old to be answered.
    void purge() {
        table.purge(oldest(now()));
    }

    private <A> Optional<A> call(Online service, Supplier<A> call) {
        Instant now = now();
        // some at once, the others evenly: never more than the quota within any second
        int atOnce = settings.perSecond(service) / 2;
        Duration step = Duration.ofSeconds(1).dividedBy(settings.perSecond(service) - atOnce);
        if (!table.pour(
                service, step.plusNanos(1_000), step.plusNanos(1_000).multipliedBy(atOnce), now)) {
            return Optional.empty();
        }
        try {
            A answer = call.get();
            table.mended(service);
            return Optional.of(answer);
        } catch (HttpClientErrorException refusal) {
            refused(service, refusal);
        } catch (RestClientException failure) {
            failed(service, failure);
        }
        return Optional.empty();
    }

    private void refused(Online service, HttpClientErrorException refusal) {
        if (refusal.getStatusCode().isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)) {
            Duration rest = rest(refusal.getResponseHeaders(), now());
            LOG.warn("{} asks to be left alone for {} s", service, rest.toSeconds());
            table.shut(service, now().plus(rest));
        } else {
            failed(service, refusal);
        }
    }

    /// The kind of failure alone: its words may hold what was asked.
    private void failed(Online service, RestClientException failure) {
        Throwable cause = failure.getMostSpecificCause();
        LOG.warn("{} does not answer: {}", service, cause.getClass().getSimpleName());
        table.failed(service, settings.tolerated(), now().plus(settings.rest()));
    }

    /// `Retry-After`, in seconds or as a date.
    private Duration rest(@Nullable HttpHeaders headers, Instant now) {
        String asked = headers == null ? null : headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (asked == null) {
            return settings.rest();
        }
        Duration rest;
        try {
            rest =
                    asked.matches("\\d{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(asked))
                            : Duration.between(
                                    now,
                                    ZonedDateTime.parse(
                                            asked, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException _) {
            return settings.rest();
        }
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    private Instant oldest(Instant now) {
        return now.minus(settings.kept());
    }

    private static String hidden(String question) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(question.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
