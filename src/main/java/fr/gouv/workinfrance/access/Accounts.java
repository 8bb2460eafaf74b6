package fr.gouv.workinfrance.access;

import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;
import fr.gouv.workinfrance.mail.Letter;
import fr.gouv.workinfrance.mail.Mail;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// The people who can sign in, and how they do: by a code sent to their e-mail address.
@Component
public class Accounts {

    static final int TRIES = 5;
    static final Duration LIFE = Duration.ofMinutes(15);
    static final int CODES_PER_QUARTER = 5;
    static final int CODES_PER_DAY = 30;
    static final int CODES_PER_PLACE = 60;

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final AccountTable accounts;
    private final ChallengeTable challenges;
    private final Limits limits;
    private final Pepper pepper;
    private final Mail mail;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Accounts(
            AccountTable accounts,
            ChallengeTable challenges,
            Limits limits,
            Pepper pepper,
            Mail mail,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.challenges = challenges;
        this.limits = limits;
        this.pepper = pepper;
        this.mail = mail;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// The account of that id.
    public Optional<Account> account(UUID id) {
        return accounts.find(id);
    }

    /// The accounts of those ids, in one question; those that are not there are left out.
    public Map<UUID, Account> named(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : accounts.find(ids).stream()
                        .collect(Collectors.toMap(Account::id, account -> account));
    }

    /// The account of that address, however it is written.
    public Optional<Account> byEmail(String email) {
        return EmailAddress.parse(email).flatMap(accounts::find);
    }

    /// Opens an account, or gives the one that the address already has.
    ///
    /// @param language `fr` or `en`
    /// @throws IllegalArgumentException when it is not an e-mail address
    @Transactional
    public Account create(String email, String language) {
        return open(EmailAddress.require(email), language, Actor.system("accounts")).orElseThrow();
    }

    /// Changes what a person is called, and the capacity in which an agent acts.
    @Transactional
    public Account rename(
            UUID id,
            @Nullable String givenName,
            @Nullable String surname,
            @Nullable String capacity,
            String language,
            Actor by) {
        var renamed =
                accounts.rename(id, blank(givenName), blank(surname), blank(capacity), language)
                        .orElseThrow(() -> new IllegalArgumentException("no such account"));
        journal.record(subject(id), by, "account.renamed", Map.of());
        return renamed;
    }

    /// How often each of those people is told what can wait, in one question.
    @Transactional(readOnly = true)
    public Map<UUID, Telling> tellings(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : accounts.tellings(ids);
    }

    /// Says how often a person is told what can wait.
    @Transactional
    public void tell(Account account, Telling telling) {
        accounts.tell(account.id(), telling);
        journal.record(
                subject(account.id()),
                account.actor(),
                "account.telling",
                Map.of("telling", telling.name()));
    }

    /// Sends a code of six digits, good for fifteen minutes, once. Whether the address has an
    /// account is not even looked up: neither the answer nor its duration can tell. Must be called
    /// outside of any transaction.
    ///
    /// @param language `fr` or `en`, of the letter
    /// @param address where the request comes from, as far as it is known for sure
    /// @throws IllegalArgumentException when it is not an e-mail address
    @Transactional(propagation = Propagation.NEVER)
    public Challenge challenge(String email, String language, String address) {
        var to = EmailAddress.require(email);
        var place = "code-place:" + Limits.network(address);
        if (!limits.allow(place, CODES_PER_PLACE, HOUR)) {
            return new Challenge.TooMany(limits.allowedFrom(place, CODES_PER_PLACE, HOUR));
        }
        if (!limits.allow(quarterly(to), CODES_PER_QUARTER, QUARTER)
                || !limits.allow(daily(to), CODES_PER_DAY, DAY)) {
            return new Challenge.TooMany(nextCode(to));
        }
        return Objects.requireNonNull(transaction.execute(status -> send(to, language)));
    }

    /// Signs in with a code; an address that has no account gets one. Of several calls at once with
    /// the right code, one is accepted. Must be called outside of any transaction.
    ///
    /// @param challenge as [#challenge] gave it to the same browser
    /// @param code as typed
    @Transactional(propagation = Propagation.NEVER)
    public SignIn redeem(UUID challenge, String code) {
        var outcome =
                Objects.requireNonNull(
                        transaction.execute(status -> judge(challenge, Codes.typed(code))));
        return outcome.deadFor() == null
                ? outcome.signIn()
                : new SignIn.TooMany(nextCode(outcome.deadFor()));
    }

    private Challenge.Mailed send(EmailAddress to, String language) {
        var id = UUID.randomUUID();
        var code = Codes.digits();
        var now = now();
        var until = now.plus(LIFE);
        challenges.insert(
                new ChallengeTable.Sent(id, to, language, mac(id, code), TRIES, until, false), now);
        mail.post(
                new Letter(
                        "access/code/" + id,
                        to.value(),
                        Locale.of(language),
                        "code",
                        Map.of("code", code, "minutes", LIFE.toMinutes()),
                        until));
        return new Challenge.Mailed(id, until);
    }

    private record Outcome(SignIn signIn, @Nullable EmailAddress deadFor) {}

    private Outcome judge(UUID id, String code) {
        var now = now();
        var sent = challenges.lock(id).orElse(null);
        if (sent == null || sent.redeemed() || !now.isBefore(sent.until())) {
            return new Outcome(new SignIn.Expired(), null);
        }
        if (sent.triesLeft() == 0) {
            return new Outcome(new SignIn.TooMany(now), sent.email());
        }
        if (Pepper.same(sent.codeMac(), mac(id, code))) {
            challenges.redeemed(id, now);
            var account = open(sent.email(), sent.language(), Actor.visitor()).orElse(null);
            if (account == null) {
                return new Outcome(new SignIn.Reserved(), null);
            }
            journal.record(subject(account.id()), account.actor(), "account.signed-in", Map.of());
            return new Outcome(new SignIn.Accepted(account), null);
        }
        challenges.missed(id);
        if (sent.triesLeft() > 1) {
            return new Outcome(new SignIn.Wrong(sent.triesLeft() - 1), null);
        }
        journal.record(
                new Subject("challenge", id.toString()),
                Actor.visitor(),
                "challenge.locked",
                Map.of());
        return new Outcome(new SignIn.TooMany(now), sent.email());
    }

    private Optional<Account> open(EmailAddress email, String language, Actor by) {
        var id = UUID.randomUUID();
        if (accounts.insert(id, email, language, now())) {
            journal.record(subject(id), by, "account.opened", Map.of());
        }
        return accounts.find(email);
    }

    private Instant nextCode(EmailAddress email) {
        var quarter = limits.allowedFrom(quarterly(email), CODES_PER_QUARTER, QUARTER);
        var day = limits.allowedFrom(daily(email), CODES_PER_DAY, DAY);
        return quarter.isAfter(day) ? quarter : day;
    }

    private String mac(UUID challenge, String code) {
        return pepper.mac("code", challenge.toString(), code);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String quarterly(EmailAddress email) {
        return "code-email:" + email.value();
    }

    private static String daily(EmailAddress email) {
        return "code-email-day:" + email.value();
    }

    private static Subject subject(UUID account) {
        return new Subject("account", account.toString());
    }

    private static @Nullable String blank(@Nullable String name) {
        return name == null || name.isBlank() ? null : name.strip();
    }
}
