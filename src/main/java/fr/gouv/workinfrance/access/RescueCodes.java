package fr.gouv.workinfrance.access;

import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Eight codes that a person keeps on paper, each of which stands once for a mailbox that is lost.
@Component
public class RescueCodes {

    static final int CODES = 8;

    private final RescueCodeTable codes;
    private final Pepper pepper;
    private final Journal journal;
    private final Clock clock;

    RescueCodes(RescueCodeTable codes, Pepper pepper, Journal journal, Clock clock) {
        this.codes = codes;
        this.pepper = pepper;
        this.journal = journal;
        this.clock = clock;
    }

    /// Makes new ones; the former ones are dead.
    ///
    /// @return the codes, which cannot be shown again
    @Transactional
    public List<String> make(Account account) {
        codes.drop(account.id());
        var made = Stream.generate(Codes::readable).distinct().limit(CODES).toList();
        made.forEach(code -> codes.insert(account.id(), mac(account.id(), code), clock.instant()));
        journal.record(
                new Subject("account", account.id().toString()),
                account.actor(),
                "account.rescue-codes",
                Map.of());
        return made;
    }

    /// How many the person still has.
    @Transactional(readOnly = true)
    public int left(Account account) {
        return codes.left(account.id());
    }

    boolean spend(UUID account, String typed) {
        return codes.spend(account, mac(account, typed), clock.instant());
    }

    private String mac(UUID account, String code) {
        return pepper.mac("rescue-code", account.toString(), Codes.typed(code));
    }
}
