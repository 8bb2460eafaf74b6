package fr.gouv.workinfrance.notification;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Party;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.notification.Notice.Kind;
import fr.gouv.workinfrance.notification.Notice.Recipient;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who was told what, and when: made available, message sent, first opened.
@Component
public class Notices {

    private final NoticeTable table;
    private final Dossiers dossiers;
    private final Journal journal;
    private final Clock clock;

    Notices(NoticeTable table, Dossiers dossiers, Journal journal, Clock clock) {
        this.table = table;
        this.dossiers = dossiers;
        this.journal = journal;
        this.clock = clock;
    }

    /// All that was told of a dossier, in order.
    public List<Notice> of(DossierId dossier) {
        return table.of(dossier);
    }

    /// A party has downloaded an official document: only the first time counts. Whoever came in
    /// after it was given has it since then.
    @Transactional
    public void opened(DossierId id, IssuedDeed.Kind deed, Account by) {
        Dossier dossier = dossiers.dossier(id);
        Optional<Party> party = Audience.party(dossier, by.id());
        Optional<IssuedDeed> issued = dossier.deed(deed);
        if (party.isEmpty() || issued.isEmpty()) {
            return;
        }
        Kind kind = Kind.of(deed);
        Recipient recipient = Recipient.of(party.get().part());
        boolean first =
                table.open(
                        id,
                        kind,
                        recipient,
                        by.id(),
                        Addressee.available(issued.get().at(), party.get().joinedAt()),
                        clock.instant());
        if (first) {
            journal.record(
                    id.subject(),
                    by.actor(),
                    "notice.opened",
                    Map.of("kind", kind.name(), "recipient", recipient.name()));
        }
    }
}
