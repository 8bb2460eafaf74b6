package fr.gouv.workinfrance.document;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/// The store and the master key that the settings name, the cleaning of the store, and the scanning
/// of what waits.
@Configuration(proxyBeanMethods = false)
class DocumentStore {

    static final TaskDescriptor<Void> ORPHANS = TaskDescriptor.of("document-orphans");

    static final TaskDescriptor<Void> ABANDONED = TaskDescriptor.of("document-abandoned");
    static final TaskDescriptor<Void> HANDOUTS = TaskDescriptor.of("document-handouts");
    static final TaskDescriptor<Void> WAITING = TaskDescriptor.of("document-waiting");

    private static final Logger LOG = LoggerFactory.getLogger(DocumentStore.class);
    private static final Duration UNDER_WAY = Duration.ofDays(1);

    /// As long as it takes to deposit a request and to be asked for more.
    private static final Duration REMEMBERED = Duration.ofDays(180);

    @Bean
    Store store(DocumentSettings settings) {
        return new FolderStore(Path.of(settings.folder()), settings.minimumFree().toBytes());
    }

    @Bean
    MasterKey masterKey(DocumentSettings settings) {
        return MasterKey.of(settings.masterKey());
    }

    /// Those that receive, open and draw documents.
    @Bean
    Threads inspectors(DocumentSettings settings) {
        return new Threads("inspector", settings.inspections());
    }

    /// Twice a minute, on one node at a time, the antivirus is shown what came while it was away.
    @Bean
    RecurringTask<Void> documentWaiting(Quarantine quarantine) {
        return Tasks.recurring(WAITING, FixedDelay.ofSeconds(30))
                .execute((_, _) -> quarantine.scan());
    }

    /// Each hour, what nobody has gone on sending for a day is removed.
    @Bean
    RecurringTask<Void> documentAbandoned(Uploads uploads) {
        return Tasks.recurring(ABANDONED, FixedDelay.ofHours(1))
                .execute((_, _) -> uploads.dropAbandoned());
    }

    /// Each quarter of an hour, files that were made to be fetched are erased once their day is
    /// over.
    @Bean
    RecurringTask<Void> documentHandouts(Handouts handouts) {
        return Tasks.recurring(HANDOUTS, FixedDelay.ofMinutes(15))
                .execute((_, _) -> handouts.drop());
    }

    /// Twice a day, what lies in the store without a key is removed, and refused files are
    /// forgotten.
    @Bean
    RecurringTask<Void> documentOrphans(Orphans orphans, Papers papers, Clock clock) {
        return Tasks.recurring(ORPHANS, FixedDelay.ofHours(12))
                .execute(
                        (_, _) -> {
                            papers.forget(clock.instant().minus(REMEMBERED));
                            try {
                                int dropped = orphans.drop(clock.instant().minus(UNDER_WAY));
                                if (dropped > 0) {
                                    LOG.info("{} objects without a key were removed", dropped);
                                }
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
    }
}
