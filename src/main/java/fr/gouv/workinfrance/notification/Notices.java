package fr.gouv.workinfrance.notification;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Party;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.mail.Delivery;
import fr.gouv.workinfrance.mail.Mail;
import fr.gouv.workinfrance.notification.Notice.Kind;
import fr.gouv.workinfrance.notification.Notice.Recipient;
import fr.gouv.workinfrance.notification.NoticeTable.Row;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Who was told what, and when: made available, message sent, first opened.
@Component
public class Notices {

    private final NoticeTable table;
    private final Dossiers dossiers;
    private final Mail mail;
    private final Journal journal;
    private final Clock clock;

    Notices(NoticeTable table, Dossiers dossiers, Mail mail, Journal journal, Clock clock) {
        this.table = table;
        this.dossiers = dossiers;
        this.mail = mail;
        this.journal = journal;
        this.clock = clock;
    }

    /// All that was told of a dossier, in order.
    @Transactional(readOnly = true)
    public List<Notice> of(DossierId dossier) {
        List<Row> rows = table.of(dossier);
        List<String> letters =
                rows.stream().map(Row::letter).filter(Objects::nonNull).distinct().toList();
        Map<String, Delivery> deliveries = letters.isEmpty() ? Map.of() : mail.deliveries(letters);
        return rows.stream().map(row -> notice(row, deliveries)).toList();
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

    private static Notice notice(Row row, Map<String, Delivery> deliveries) {
        Delivery delivery = row.letter() == null ? null : deliveries.get(row.letter());
        return new Notice(
                row.kind(),
                row.recipient(),
                row.account(),
                row.availableAt(),
                delivery == null ? new Delivery.Unknown() : delivery,
                row.openedAt());
    }
}
