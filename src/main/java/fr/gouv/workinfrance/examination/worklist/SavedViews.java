package fr.gouv.workinfrance.examination.worklist;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;
import fr.gouv.workinfrance.office.Office;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;

/// The lists that people keep, for themselves or for their office.
@Component
public class SavedViews {

    private final SavedViewTable table;
    private final Worklists worklists;
    private final Journal journal;
    private final Clock clock;

    SavedViews(SavedViewTable table, Worklists worklists, Journal journal, Clock clock) {
        this.table = table;
        this.worklists = worklists;
        this.journal = journal;
        this.clock = clock;
    }

    /// One's own, then those of one's offices.
    @Transactional(readOnly = true)
    public List<SavedView> of(Account account, List<Office> offices) {
        return table.seen(account.id(), offices.stream().map(Office::id).toList());
    }

    /// Keeps a list.
    ///
    /// @param office where all will see it; absent to keep it for oneself
    /// @param query what asks for it, as an address has it
    /// @throws NoSuchElementException when the person does not work in that office
    /// @throws IllegalArgumentException when it has no name, or too long a one
    @Transactional
    public void save(Account account, String name, @Nullable String office, String query) {
        String called = name.strip();
        if (called.isEmpty()
                || called.length() > SavedView.LONGEST_NAME
                || query.length() > SavedView.LONGEST_QUERY) {
            throw new IllegalArgumentException("a view has a name of 60 characters at most");
        }
        if (office != null
                && worklists.offices(account).stream().noneMatch(o -> o.id().equals(office))) {
            throw new NoSuchElementException();
        }
        SavedView view = new SavedView(UUID.randomUUID(), account.id(), office, called, query);
        table.insert(view, clock.instant());
        record(view, account, "KEPT");
    }

    /// Forgets one's own list, shared or not.
    ///
    /// @throws NoSuchElementException when it is nobody's, or someone else's
    @Transactional
    public void forget(UUID id, Account account) {
        SavedView view =
                table.find(id).filter(found -> found.owner().equals(account.id())).orElseThrow();
        table.delete(id);
        record(view, account, "FORGOTTEN");
    }

    private void record(SavedView view, Account by, String act) {
        journal.record(
                new Subject("saved-view", view.id().toString()),
                by.actor(),
                act,
                Map.of("office", Objects.toString(view.office(), "")));
    }
}
