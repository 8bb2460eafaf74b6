package fr.gouv.workinfrance.examination.batch;

import com.github.kagkarlsson.scheduler.SchedulerClient;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.examination.batch.Batch.Act;
import fr.gouv.workinfrance.examination.batch.Batch.Line;
import fr.gouv.workinfrance.examination.batch.Batch.Result;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;
import fr.gouv.workinfrance.office.Office;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/// Acts asked for of many dossiers at once, done one after the other by a job. What one dossier
/// refuses stops none of the others.
@Component
public class Batches {

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    private final BatchTable table;
    private final Turns turns;
    private final Accounts accounts;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final ObjectProvider<SchedulerClient> queue;
    private final Clock clock;

    Batches(
            BatchTable table,
            Turns turns,
            Accounts accounts,
            Journal journal,
            TransactionTemplate transaction,
            ObjectProvider<SchedulerClient> queue,
            Clock clock) {
        this.table = table;
        this.turns = turns;
        this.accounts = accounts;
        this.journal = journal;
        this.transaction = transaction;
        this.queue = queue;
        this.clock = clock;
    }

    /// Asks for an act on these dossiers, in this order.
    ///
    /// @param what who is put in charge, or the label
    /// @return which batch it is, to follow it
    /// @throws IllegalArgumentException of nothing, or of more than [Batch#MOST]
    @Transactional
    public UUID ask(Act act, @Nullable String what, List<UUID> dossiers, Account by) {
        if (dossiers.isEmpty() || dossiers.size() > Batch.MOST) {
            throw new IllegalArgumentException("a batch is of 1 to 1 000 dossiers");
        }
        UUID id = UUID.randomUUID();
        table.insert(id, act, what, by.id(), clock.instant(), dossiers);
        journal.record(
                new Subject("batch", id.toString()),
                by.actor(),
                act.name(),
                Map.of("dossiers", String.valueOf(dossiers.size())));
        queue.getObject()
                .scheduleIfNotExists(
                        BatchQueue.RUN.instance(id.toString()).scheduledTo(clock.instant()));
        return id;
    }

    /// How many open dossiers each has in charge in an office.
    @Transactional(readOnly = true)
    public Map<UUID, Long> loads(Office office) {
        return table.loads(office.id());
    }

    /// One that this person asked for, with what came of it so far.
    @Transactional(readOnly = true)
    public Optional<Batch> find(UUID id, Account by) {
        return table.find(id, by.id());
    }

    /// Does what is left of a batch.
    void run(UUID id) {
        Batch batch = table.find(id).orElseThrow(NoSuchElementException::new);
        Account by = accounts.account(batch.askedBy()).orElseThrow();
        for (Line line : batch.lines()) {
            if (line.result() == null) {
                settle(batch, line, by);
            }
        }
    }

    private void settle(Batch batch, Line line, Account by) {
        try {
            transaction.executeWithoutResult(
                    _ -> {
                        Turns.Outcome outcome =
                                turns.take(batch, new DossierId(line.dossier()), by);
                        table.settle(batch.id(), line.number(), outcome.result(), outcome.detail());
                    });
        } catch (IllegalMove refused) {
            refuse(batch, line, Result.REFUSED, refused.why().name());
        } catch (NoSuchElementException _) {
            refuse(batch, line, Result.REFUSED, IllegalMove.Why.NOT_ALLOWED.name());
        } catch (RuntimeException e) {
            LOG.error("line {} of batch {}: {}", line.number(), batch.id(), e.getClass().getName());
            refuse(batch, line, Result.FAILED, null);
        }
    }

    private void refuse(Batch batch, Line line, Result result, @Nullable String detail) {
        transaction.executeWithoutResult(
                _ -> table.settle(batch.id(), line.number(), result, detail));
    }
}
