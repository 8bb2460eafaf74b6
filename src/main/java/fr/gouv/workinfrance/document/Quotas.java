package fr.gouv.workinfrance.document;

import fr.gouv.workinfrance.journal.Actor;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// How much one person may send, so that nobody fills the store. The house itself is not counted.
@Component
class Quotas {

    private static final Duration DAY = Duration.ofDays(1);

    private final QuotaTable table;
    private final QuotaSettings settings;
    private final Clock clock;

    Quotas(QuotaTable table, QuotaSettings settings, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    /// Whether one more file may come: a first look, before a byte of it is read.
    boolean allow(Actor by, long size) {
        if (by.kind() != Actor.Kind.ACCOUNT) {
            return true;
        }
        Instant since = clock.instant().minus(DAY);
        QuotaTable.Sent sent = table.sent(by.id(), since);
        return sent.documents() < settings.documents()
                && sent.size() + size <= settings.size().toBytes();
    }

    /// Whether one more document may be kept, while every other one of this person waits for the
    /// end of the transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean mayKeep(Actor by, long size) {
        if (by.kind() == Actor.Kind.ACCOUNT) {
            table.hold(by.id());
        }
        return allow(by, size);
    }

    /// Whether one more upload may be begun, under the same lock.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean mayBegin(Actor by) {
        table.hold(by.id());
        return table.begun(by.id()) < settings.uploads();
    }
}
