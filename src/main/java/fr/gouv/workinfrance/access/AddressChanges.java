package fr.gouv.workinfrance.access;

import fr.gouv.workinfrance.access.AddressChangeTable.Asked;
import fr.gouv.workinfrance.access.AddressChangeTable.Way;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;
import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.mail.Letter;
import fr.gouv.workinfrance.mail.Mail;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// How an account goes from one e-mail address to another: a code proves the new one, every session
/// ends, and whoever reads the former one may refuse for a week, which undoes it.
@Component
public class AddressChanges {

    static final Duration REFUSABLE = Duration.ofDays(7);
    static final int CHANGES_PER_DAY = 5;
    static final int RESCUES_PER_DAY = 10;
    static final int RESCUES_PER_PLACE = 20;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final AddressChangeTable changes;
    private final AccountTable accounts;
    private final RescueCodes rescue;
    private final RescueCodeTable rescueCodes;
    private final Limits limits;
    private final Pepper pepper;
    private final Sessions sessions;
    private final Mail mail;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String baseUrl;

    AddressChanges(
            AddressChangeTable changes,
            AccountTable accounts,
            RescueCodes rescue,
            RescueCodeTable rescueCodes,
            Limits limits,
            Pepper pepper,
            Sessions sessions,
            Mail mail,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${wif.base-url}") String baseUrl) {
        this.changes = changes;
        this.accounts = accounts;
        this.rescue = rescue;
        this.rescueCodes = rescueCodes;
        this.limits = limits;
        this.pepper = pepper;
        this.sessions = sessions;
        this.mail = mail;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /// Sends a code to the address that someone who is signed in wants to have from now on. Must be
    /// called outside of any transaction.
    ///
    /// @throws IllegalArgumentException when it is not an e-mail address
    @Transactional(propagation = Propagation.NEVER)
    public Challenge ask(Account account, String email) {
        var to = EmailAddress.require(email);
        var key = "address-change:" + account.id();
        if (!limits.allow(key, CHANGES_PER_DAY, DAY)) {
            return new Challenge.TooMany(limits.allowedFrom(key, CHANGES_PER_DAY, DAY));
        }
        return send(account, to, Way.SIGNED_IN);
    }

    /// The same for someone whose mailbox is lost, who types one of his rescue codes; it is used
    /// up. The answer is the same whether or not there is such an account and such a code. Must be
    /// called outside of any transaction.
    ///
    /// @param former the address of the account
    /// @param place where the request comes from
    /// @throws IllegalArgumentException when one of them is not an e-mail address
    @Transactional(propagation = Propagation.NEVER)
    public Challenge rescue(String former, String rescueCode, String email, String place) {
        var from = EmailAddress.require(former);
        var to = EmailAddress.require(email);
        var here = "rescue-place:" + Limits.network(place);
        var there = "rescue:" + from.value();
        if (!limits.allow(here, RESCUES_PER_PLACE, HOUR)) {
            return new Challenge.TooMany(limits.allowedFrom(here, RESCUES_PER_PLACE, HOUR));
        }
        if (!limits.allow(there, RESCUES_PER_DAY, DAY)) {
            return new Challenge.TooMany(limits.allowedFrom(there, RESCUES_PER_DAY, DAY));
        }
        var account = accounts.find(from).orElse(null);
        // whoever has no account is compared all the same: the answer takes as long
        var id = account == null ? new UUID(0, 0) : account.id();
        return rescue.spend(id, rescueCode) && account != null
                ? send(account, to, Way.RESCUE)
                : new Challenge.Mailed(UUID.randomUUID(), now().plus(Accounts.LIFE));
    }

    private Challenge send(Account account, EmailAddress to, Way way) {
        var id = UUID.randomUUID();
        var code = Codes.digits();
        var until = now().plus(Accounts.LIFE);
        transaction.executeWithoutResult(
                _ -> {
                    changes.insert(
                            new Asked(
                                    id,
                                    account.id(),
                                    new EmailAddress(account.email()),
                                    to,
                                    way,
                                    mac(id, code),
                                    Accounts.TRIES,
                                    until),
                            now());
                    journal.record(
                            subject(account.id()),
                            account.actor(),
                            "account.address-asked",
                            Map.of("way", way.name()));
                    mail.post(
                            new Letter(
                                    "access/address-code/" + id,
                                    to.value(),
                                    Locale.of(account.language()),
                                    "address-code",
                                    Map.of("code", code, "minutes", Accounts.LIFE.toMinutes()),
                                    until));
                });
        return new Challenge.Mailed(id, until);
    }

    /// Changes the address, for whoever has the code that was sent to the new one. All sessions
    /// end. Must be called outside of any transaction.
    ///
    /// @param signedIn who it is, when the change was asked for by somebody signed in
    @Transactional(propagation = Propagation.NEVER)
    public AddressChange confirm(UUID change, String code, @Nullable Account signedIn) {
        var outcome =
                Objects.requireNonNull(
                        transaction.execute(_ -> judge(change, Codes.typed(code), signedIn)));
        if (outcome instanceof AddressChange.Changed(Account account)) {
            sessions.end(account.id());
        }
        return outcome;
    }

    private AddressChange judge(UUID id, String code, @Nullable Account signedIn) {
        var now = now();
        var asked = changes.lock(id).orElse(null);
        if (asked == null
                || !now.isBefore(asked.until())
                || asked.triesLeft() == 0
                || (asked.way() == Way.SIGNED_IN) == (signedIn == null)
                || (signedIn != null && !signedIn.id().equals(asked.account()))) {
            return new AddressChange.Expired();
        }
        if (!Pepper.same(asked.codeMac(), mac(id, code))) {
            changes.missed(id);
            return asked.triesLeft() > 1
                    ? new AddressChange.Wrong(asked.triesLeft() - 1)
                    : new AddressChange.Expired();
        }
        var current = accounts.find(asked.account()).orElseThrow();
        if (!current.email().equals(asked.from().value())) {
            return new AddressChange.Expired();
        }
        var moved = accounts.move(asked.account(), asked.to()).orElse(null);
        if (moved == null) {
            return new AddressChange.Taken();
        }
        var token = Codes.token();
        var refusable = now.plus(REFUSABLE);
        changes.confirmed(id, now, refusalMac(token), refusable);
        journal.record(
                subject(moved.id()),
                moved.actor(),
                "account.address-changed",
                Map.of("way", asked.way().name()),
                Map.of("from", asked.from().value(), "to", asked.to().value()));
        mail.post(
                new Letter(
                        "access/address-changed/" + id,
                        asked.from().value(),
                        Locale.of(moved.language()),
                        "address-changed",
                        Map.of("link", link(moved, token), "until", refusable)));
        return new AddressChange.Changed(moved);
    }

    /// What the holder of the link sent to the former address may still undo; nothing when it is
    /// too late, done already, or never was.
    @Transactional
    public Optional<AddressChange.Refusable> refusable(String token) {
        return changes.refusable(refusalMac(token), now())
                .map(asked -> new AddressChange.Refusable(asked.until()));
    }

    /// Gives the account its former address back, and ends all that whoever changed it may have
    /// prepared: sessions, later changes, rescue codes. Must be called outside of any transaction.
    ///
    /// @return false when there is nothing to undo any more
    @Transactional(propagation = Propagation.NEVER)
    public boolean refuse(String token) {
        var account = transaction.execute(_ -> undo(token));
        if (account != null) {
            sessions.end(account);
        }
        return account != null;
    }

    private @Nullable UUID undo(String token) {
        var now = now();
        var asked = changes.refusable(refusalMac(token), now).orElse(null);
        if (asked == null) {
            return null;
        }
        changes.refused(asked, now);
        rescueCodes.drop(asked.account());
        // nobody could open an account at this address meanwhile
        if (accounts.move(asked.account(), asked.from()).isEmpty()) {
            throw new IllegalStateException("an address that may be taken back has an account");
        }
        journal.record(
                subject(asked.account()),
                Actor.visitor(),
                "account.address-refused",
                Map.of("change", asked.id().toString()));
        return asked.account();
    }

    private String link(Account account, String token) {
        var language = Language.of(Locale.of(account.language()));
        return baseUrl + language.prefix() + "/connexion/refus/" + token;
    }

    private String mac(UUID change, String code) {
        return pepper.mac("address-code", change.toString(), code);
    }

    private String refusalMac(String token) {
        return pepper.mac("address-refusal", token);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Subject subject(UUID account) {
        return new Subject("account", account.toString());
    }
}
