package fr.gouv.workinfrance.notification;

import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Telling;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.DraftDeleted;
import fr.gouv.workinfrance.dossier.DraftHandedOver;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.mail.Letter;
import fr.gouv.workinfrance.mail.Mail;
import fr.gouv.workinfrance.notification.Notice.Kind;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Tells people what happened: in one transaction notes it, posts the letters and leaves a trace.
/// Done again, nobody is told twice.
@Component
class Teller {

    private static final Actor HOUSE = Actor.system("notification-tell");

    private final Dossiers dossiers;
    private final Audience audience;
    private final Accounts accounts;
    private final Digests digests;
    private final Herald herald;
    private final Scribe scribe;
    private final NoticeTable table;
    private final Mail mail;
    private final Journal journal;
    private final TransactionTemplate transaction;

    Teller(
            Dossiers dossiers,
            Audience audience,
            Accounts accounts,
            Digests digests,
            Herald herald,
            Scribe scribe,
            NoticeTable table,
            Mail mail,
            Journal journal,
            TransactionTemplate transaction) {
        this.dossiers = dossiers;
        this.audience = audience;
        this.accounts = accounts;
        this.digests = digests;
        this.herald = herald;
        this.scribe = scribe;
        this.table = table;
        this.mail = mail;
        this.journal = journal;
        this.transaction = transaction;
    }

    void tell(Happening happening) {
        Dossier dossier = dossiers.find(happening.dossier()).orElse(null);
        if (dossier == null) {
            return; // a draft that was erased meanwhile: nobody is told anything of it any more
        }
        List<News> news = herald.news(dossier, happening);
        transaction.executeWithoutResult(_ -> news.forEach(each -> tell(dossier, each)));
    }

    /// Tells the other parties that a draft is being deleted, in the transaction that deletes it:
    /// no notice of it is kept, since nothing of the draft is.
    void deleted(DraftDeleted deleted) {
        Dossier dossier = dossiers.dossier(deleted.dossier());
        List<Addressee> others =
                audience.parties(dossier).stream()
                        .filter(party -> !deleted.by().equals(party.account()))
                        .toList();
        News news = new News(Kind.DRAFT_DELETED, deleted.at(), others, "draft-deleted", Map.of());
        others.forEach(to -> mail.post(scribe.letter(dossier, news, to)));
    }

    /// Tells the other parties that a draft has changed hands, and confirms it to who handed it
    /// over.
    void handedOver(DraftHandedOver handed) {
        Dossier dossier = dossiers.dossier(handed.dossier());
        List<Addressee> told =
                Stream.concat(
                                audience.parties(dossier).stream()
                                        .filter(party -> !handed.next().equals(party.account())),
                                audience.former(handed.former()).stream())
                        .toList();
        News news =
                new News(Kind.HANDED_OVER, handed.at(), told, "handed-over", Map.of())
                        .on(Kind.HANDED_OVER + "/" + handed.at().toEpochMilli());
        told.forEach(to -> mail.post(scribe.letter(dossier, news, to)));
    }

    private void tell(Dossier dossier, News news) {
        Map<UUID, Telling> tellings = news.kind().waits() ? tellings(news) : Map.of();
        for (Addressee to : news.to()) {
            UUID account = to.account();
            Telling telling = account == null ? null : tellings.get(account);
            Letter letter = scribe.letter(dossier, news, to);
            Optional<Digest> digest =
                    account == null || telling == null || telling == Telling.AT_ONCE
                            ? Optional.empty()
                            : Optional.of(digests.next(account, telling));
            String key = digest.map(Digest::letter).orElse(letter.key());
            if (table.tell(dossier.id(), news, to, key)) {
                digest.ifPresentOrElse(
                        kept ->
                                digests.add(
                                        kept, new Happening(dossier.id(), news.kind(), news.at())),
                        () -> mail.post(letter));
                journal.record(
                        dossier.id().subject(),
                        HOUSE,
                        "notice.made",
                        Map.of(
                                "kind", news.kind().name(),
                                "recipient", to.recipient().name(),
                                "letter", key));
            }
        }
    }

    private Map<UUID, Telling> tellings(News news) {
        return accounts.tellings(
                news.to().stream().map(Addressee::account).filter(Objects::nonNull).toList());
    }
}
