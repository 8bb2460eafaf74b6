package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.examination.worklist.Pending;
import fr.gouv.workinfrance.examination.worklist.Worklist.Line;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What waits to be signed, as its signatory sees it.
///
/// @param list the dossiers, the most urgent first; its people are those who prepared
/// @param pending what is to be signed in each
/// @param done what he has just done
public record ToSignView(
        WorklistView list, Map<UUID, List<Pending>> pending, Account reader, Optional<Done> done) {

    /// One thing to be signed, and the dossier that it is about.
    public record Item(Line line, Pending pending) {

        /// Whether it is a decision: an act about one that was given is read and signed alone.
        public boolean decides() {
            return pending.act() == null;
        }

        /// Where it is read and signed.
        public String address() {
            String dossier = "/signature/dossiers/" + line.reference();
            return decides() ? dossier : dossier + "/actes/" + pending.act();
        }

        /// The day on which silence takes its meaning; absent when nothing has to be said by then.
        public @Nullable LocalDate limit() {
            return decides() ? line.limit() : pending.limit();
        }
    }

    public List<Item> items() {
        return list.worklist().lines().stream()
                .flatMap(
                        line ->
                                pending.getOrDefault(line.id(), List.of()).stream()
                                        .map(one -> new Item(line, one)))
                .toList();
    }

    /// Who prepared it; empty for an account that is there no more.
    public String by(Item item) {
        return Optional.ofNullable(list.people().get(item.pending().by()))
                .map(Account::displayName)
                .orElse("");
    }

    /// Whether he prepared it himself, and may not sign it.
    public boolean own(Item item) {
        return item.pending().by().equals(reader.id());
    }

    /// The first that is his to sign, to be read next.
    public Optional<Item> next() {
        return items().stream().filter(item -> !own(item)).findFirst();
    }
}
