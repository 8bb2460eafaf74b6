package fr.gouv.workinfrance.notification;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Party;
import fr.gouv.workinfrance.notification.Notice.Recipient;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// Whom a letter goes to.
///
/// @param account of a party that has come in; absent otherwise
/// @param since when he may see the dossier; nothing is made available to him before
record Addressee(
        Recipient recipient, @Nullable UUID account, String email, Locale language, Instant since) {

    static Addressee of(Party party, Account account) {
        return new Addressee(
                Recipient.of(party.part()),
                account.id(),
                account.email(),
                Locale.of(account.language()),
                party.joinedAt());
    }

    /// Someone who was a party and no longer is.
    static Addressee gone(Recipient recipient, Account account) {
        return new Addressee(
                recipient,
                account.id(),
                account.email(),
                Locale.of(account.language()),
                Instant.EPOCH);
    }

    /// Someone who is told that there is something, and sees nothing of it.
    static Addressee outside(Recipient recipient, String email, Locale language) {
        return new Addressee(recipient, null, email, language, Instant.EPOCH);
    }

    /// When something that exists since then is available to him.
    Instant available(Instant at) {
        return available(at, since);
    }

    /// When something that exists since then is available to whoever came in at `since`.
    static Instant available(Instant at, Instant since) {
        return since.isAfter(at) ? since : at;
    }

    /// Shows nobody's address, so that no log does.
    @Override
    public String toString() {
        return "Addressee[" + recipient + "]";
    }
}
