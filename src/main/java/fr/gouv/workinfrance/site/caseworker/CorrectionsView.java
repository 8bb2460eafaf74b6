package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Change;
import fr.gouv.workinfrance.dossier.Mended;
import fr.gouv.workinfrance.dossier.correction.Correction;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.site.AskedView;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What the parties of a request were asked to mend and what they mended, before and after.
///
/// @param history what they sent, the oldest first
/// @param files what is known of the documents, those that were replaced included
/// @param people who asked and who answered
public record CorrectionsView(
        AskedView asked,
        List<Mended> history,
        Map<DocumentId, StoredDocument> files,
        Map<UUID, Account> people) {

    /// Each request for corrections, the newest first.
    public List<Correction> requests() {
        return asked.seen().dossier().course().corrections().reversed();
    }

    /// What they sent of their own accord, the newest first.
    public List<Mended> unasked() {
        return history.reversed().stream().filter(sent -> sent.correction() == null).toList();
    }

    /// Whether there is anything to tell.
    public boolean any() {
        return !requests().isEmpty() || !history.isEmpty();
    }

    /// Whether the day given to answer has passed without an answer.
    public boolean overdue(Correction correction) {
        return correction.pending() && !asked.seen().waiting().contains(Act.PREPARE);
    }

    /// What came of one line; absent when it was left as it was.
    public Optional<Change> change(Correction correction, Subject subject) {
        return changes(correction).stream()
                .filter(change -> change.subject().equals(subject))
                .findFirst();
    }

    /// What was changed with what was asked: one answer brings another about.
    public List<Change> others(Correction correction) {
        return changes(correction).stream()
                .filter(change -> correction.line(change.subject()).isEmpty())
                .toList();
    }

    private List<Change> changes(Correction correction) {
        return history.stream()
                .filter(sent -> Integer.valueOf(correction.number()).equals(sent.correction()))
                .flatMap(sent -> sent.changes().stream())
                .toList();
    }

    public String who(UUID account) {
        return Optional.ofNullable(people.get(account)).map(Account::displayName).orElse("");
    }
}
