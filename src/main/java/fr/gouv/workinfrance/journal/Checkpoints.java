package fr.gouv.workinfrance.journal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import fr.gouv.workinfrance.journal.CheckpointTable.Checkpoint;
import fr.gouv.workinfrance.journal.CheckpointTable.Line;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Every minute, on one node, a signed list of how long each chain that grew has become.
@Configuration(proxyBeanMethods = false)
class Checkpoints {

    private final CheckpointTable table;
    private final Signer signer;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Checkpoints(
            CheckpointTable table, Signer signer, Clock clock, TransactionTemplate transaction) {
        this.table = table;
        this.signer = signer;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Bean
    RecurringTask<Void> journalCheckpoint() {
        return Tasks.recurring("journal-checkpoint", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((_, _) -> make());
    }

    /// The queue calls it on one node at a time; should two call it, they wait for each other.
    void make() {
        transaction.executeWithoutResult(_ -> sign());
    }

    private void sign() {
        table.hold();
        List<Line> grew = table.take();
        if (grew.isEmpty()) {
            return;
        }
        Optional<Checkpoint> last = table.last();
        long number = last.map(Checkpoint::number).orElse(0L) + 1;
        String previous = last.map(Checkpoint::hash).orElse(Sha256.NOTHING.hex());
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String hash = Sha256.of(Verifier.text(number, at, previous, grew)).hex();
        table.insert(new Checkpoint(number, at, previous, hash, signer.sign(hash)), grew);
    }
}
