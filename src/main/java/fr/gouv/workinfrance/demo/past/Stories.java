package fr.gouv.workinfrance.demo.past;

import fr.gouv.workinfrance.demo.past.Story.Moment;
import fr.gouv.workinfrance.demo.past.StoryTable.Told;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.permit.PermitStatus;
import fr.gouv.workinfrance.permit.Permits;

import jakarta.annotation.PreDestroy;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells the stories of the demonstration: each fictitious request lives again, step by step, in
/// the order of time, each step in one transaction with the mark that it was done. Whoever stops in
/// the middle goes on from there; telling them again adds nothing.
@Component
@Profile("demo")
public class Stories {

    private static final Logger LOG = LoggerFactory.getLogger(Stories.class);

    /// Who acts in the stories is made when the service is ready, first.
    public static final int AFTER_THE_PEOPLE = 1;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Story> stories = StoryFile.stories();
    private final Set<String> stuck = new HashSet<>();
    private final StoryTable table;
    private final Scenes scenes;
    private final Permits permits;
    private final DemoQueue queue;
    private final DemoClock clock;
    private final TransactionTemplate transaction;
    private final boolean wanted;
    private volatile boolean stopping;
    private @Nullable Thread telling;

    Stories(
            StoryTable table,
            Scenes scenes,
            Permits permits,
            DemoQueue queue,
            DemoClock clock,
            TransactionTemplate transaction,
            @Value("${wif.demo.requests}") boolean wanted) {
        this.table = table;
        this.scenes = scenes;
        this.permits = permits;
        this.queue = queue;
        this.clock = clock;
        this.transaction = transaction;
        this.wanted = wanted;
    }

    /// How many requests are as far as their story goes, out of how many.
    public record Progress(int ready, int all) {

        public boolean done() {
            return ready == all;
        }
    }

    /// How far the stories have been told.
    public Progress progress() {
        Map<String, Integer> done =
                table.all().stream().collect(Collectors.toMap(Told::id, Told::done));
        int ready =
                (int)
                        stories.stream()
                                .filter(
                                        story ->
                                                done.getOrDefault(story.id(), 0)
                                                        >= story.steps().size())
                                .count();
        return new Progress(ready, stories.size());
    }

    /// What the check of an authorization says.
    public enum State {
        VALID,
        NOT_YET,
        EXPIRED,
        ENDED
    }

    /// An authorization that a story led to, and what somebody types to check it.
    public record Sample(State state, String number, String birth) {}

    /// One authorization of each state that some story led to.
    public Collection<Sample> samples() {
        Map<State, Sample> samples = new EnumMap<>(State.class);
        for (Told told : table.all()) {
            stories.stream()
                    .filter(story -> story.id().equals(told.id()))
                    .findFirst()
                    .flatMap(story -> sample(story, told))
                    .ifPresent(sample -> samples.putIfAbsent(sample.state(), sample));
        }
        return samples.values();
    }

    private Optional<Sample> sample(Story story, Told told) {
        return Optional.ofNullable(told.dossier())
                .flatMap(permits::of)
                .map(
                        genuine ->
                                new Sample(
                                        state(genuine.status()),
                                        genuine.extract().number(),
                                        story.typed("birth_date", told.from())));
    }

    private static State state(PermitStatus status) {
        return switch (status) {
            case PermitStatus.Valid _ -> State.VALID;
            case PermitStatus.NotYetValid _ -> State.NOT_YET;
            case PermitStatus.Expired _ -> State.EXPIRED;
            case PermitStatus.Ended _ -> State.ENDED;
        };
    }

    /// Tells what has not been told yet. It lasts some seconds.
    public synchronized void tell() {
        Instant now = clock.instant();
        transaction.executeWithoutResult(
                _ -> stories.forEach(story -> table.begin(story.id(), now)));
        stories.stream()
                .flatMap(story -> story.moments(table.find(story.id()).from()).stream())
                .sorted(Comparator.comparing(Moment::at))
                .takeWhile(_ -> !stopping)
                .forEach(this::tell);
    }

    private void tell(Moment moment) {
        Story story = moment.story();
        Told told = table.find(story.id());
        if (told.done() != moment.number() || stuck.contains(story.id())) {
            return;
        }
        try {
            clock.asOf(
                    moment.at(),
                    () -> {
                        Runnable act = scenes.prepare(moment, told);
                        return transaction.execute(
                                _ -> {
                                    boolean ours = table.advance(story.id(), moment.number());
                                    if (ours) {
                                        act.run();
                                    }
                                    return ours;
                                });
                    });
            queue.settle(() -> stopping);
        } catch (IllegalMove e) {
            LOG.info("somebody else acted on the request {}: it is left to him", story.id());
            table.close(story.id(), story.steps().size());
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.warn("the request {} stays as it is: {}", story.id(), e.toString());
                stuck.add(story.id());
            }
        }
    }

    /// In the background, so that the first page does not wait.
    @EventListener(ApplicationReadyEvent.class)
    @Order(AFTER_THE_PEOPLE)
    void begin() {
        if (wanted) {
            telling = Thread.ofVirtual().name("demo-stories").start(this::tell);
        }
    }

    /// Lets the step at hand end while there is still a database.
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        if (telling != null) {
            telling.join(PATIENCE);
        }
    }
}
