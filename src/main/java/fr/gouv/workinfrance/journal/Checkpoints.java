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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Every minute, on one node, a signed list of how long each chain that grew has become.
@Configuration(proxyBeanMethods = false)
class Checkpoints {

    @Bean
    RecurringTask<Void> journalCheckpoint(
            CheckpointTable table, Signer signer, Clock clock, TransactionTemplate transaction) {
        return Tasks.recurring("journal-checkpoint", FixedDelay.of(Duration.ofMinutes(1)))
                .execute(
                        (_, _) ->
                                transaction.executeWithoutResult(
                                        _ -> checkpoint(table, signer, clock)));
    }

    private static void checkpoint(CheckpointTable table, Signer signer, Clock clock) {
        table.hold();
        Optional<Checkpoint> last = table.last();
        String horizon = table.horizon();
        List<Line> grew = table.grewSince(last.map(Checkpoint::seenBefore).orElse("0"));
        if (grew.isEmpty()) {
            return;
        }
        long number = last.map(Checkpoint::number).orElse(0L) + 1;
        String previous = last.map(Checkpoint::hash).orElse(Sha256.NOTHING.hex());
        String hash = Sha256.of(Verifier.text(number, horizon, previous, grew)).hex();
        table.insert(
                new Checkpoint(
                        number,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        horizon,
                        previous,
                        hash,
                        signer.sign(hash)),
                grew);
    }
}
