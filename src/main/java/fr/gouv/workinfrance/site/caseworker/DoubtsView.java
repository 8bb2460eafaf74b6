package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.examination.margin.Doubt;
import fr.gouv.workinfrance.examination.margin.Tick;
import fr.gouv.workinfrance.site.AdviceView;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What the machine doubts, for who signs: what nobody has ticked off, then the rest.
///
/// @param files what is known of the documents that they are about
/// @param people who ticked them off
public record DoubtsView(
        List<Doubt> doubts,
        Map<DocumentId, StoredDocument> files,
        AdviceView advice,
        Map<UUID, Account> people) {

    public DoubtsView {
        doubts = List.copyOf(doubts);
    }

    public List<Doubt> open() {
        return doubts.stream().filter(Doubt::open).toList();
    }

    public List<Doubt> ticked() {
        return doubts.stream().filter(doubt -> !doubt.open()).toList();
    }

    /// Who ticked it off; empty for an account that is there no more.
    public String who(Tick tick) {
        return Optional.ofNullable(people.get(tick.by())).map(Account::displayName).orElse("");
    }
}
