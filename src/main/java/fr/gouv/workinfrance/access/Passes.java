package fr.gouv.workinfrance.access;

import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;
import fr.gouv.workinfrance.mail.Letter;
import fr.gouv.workinfrance.mail.Mail;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Lets in for one act, without an account, whoever holds a link and reads the address to which it
/// went: the link alone opens nothing, since each browser that comes with it must also give a code
/// that is sent to that address at that moment. A link is used once, ends by itself, and can be
/// revoked.
@Component
public class Passes {

    static final Duration LIFE = Duration.ofDays(30);

    /// How long a browser holds a link that it opened.
    static final Duration HELD = Duration.ofHours(4);

    static final int CODES_PER_HOUR = 5;
    static final int CODES_PER_PLACE = 20;

    private static final Duration HOUR = Duration.ofHours(1);

    private final PassTable table;
    private final Limits limits;
    private final Pepper pepper;
    private final Mail mail;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String baseUrl;

    Passes(
            PassTable table,
            Limits limits,
            Pepper pepper,
            Mail mail,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${wif.base-url}") String baseUrl) {
        this.table = table;
        this.limits = limits;
        this.pepper = pepper;
        this.mail = mail;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /// Makes a link and sends it, in the caller's transaction. The one before is dead.
    ///
    /// @param path of the page that it opens, before the token: `/avis/lien/`
    /// @param template of the letter
    /// @param said its parameters, but for the link and its end
    @Transactional
    public Pass make(
            Scope scope,
            String email,
            String path,
            String template,
            Map<String, Object> said,
            Account by) {
        revoke(scope, by);
        Instant now = now();
        Pass pass =
                new Pass(
                        UUID.randomUUID(),
                        scope,
                        EmailAddress.require(email).value(),
                        now,
                        now.plus(LIFE),
                        Pass.State.OPEN,
                        null);
        String token = Codes.token();
        table.insert(pass, tokenMac(token), by.id());
        journal.record(
                subject(pass),
                by.actor(),
                "pass.made",
                Map.of("scope", scope.kind() + ":" + scope.id()));
        Map<String, Object> model = new HashMap<>(said);
        model.put("link", baseUrl + path + token);
        model.put("until", pass.until());
        mail.post(
                new Letter(
                        "access/pass/" + pass.id(),
                        pass.email(),
                        Locale.FRENCH,
                        template,
                        model,
                        pass.until()));
        return pass;
    }

    /// The link that was last made for this.
    @Transactional(readOnly = true)
    public Optional<Pass> last(Scope scope) {
        return table.last(scope);
    }

    /// Makes the link useless, unless it has been used.
    @Transactional
    public void revoke(Scope scope, Account by) {
        Pass last = table.last(scope).orElse(null);
        if (last != null && table.end(last.id(), Pass.State.REVOKED, now())) {
            journal.record(subject(last), by.actor(), "pass.revoked", Map.of());
        }
    }

    /// What the link would open, as long as it opens anything: for the house, which tells nothing
    /// of it before the code is there.
    @Transactional(readOnly = true)
    public Optional<Scope> opening(String token) {
        return table.find(tokenMac(token))
                .map(PassTable.Locked::pass)
                .filter(pass -> pass.openAt(now()))
                .map(Pass::scope);
    }

    /// Sends a code of six digits, good for fifteen minutes, to the address of the link. Must be
    /// called outside of any transaction.
    ///
    /// @param place where the request comes from
    /// @return empty when the link opens nothing any more
    @Transactional(propagation = Propagation.NEVER)
    public Optional<Challenge> challenge(String token, String place) {
        Pass pass =
                table.find(tokenMac(token))
                        .map(PassTable.Locked::pass)
                        .filter(one -> one.openAt(now()))
                        .orElse(null);
        String here = "pass-place:" + Limits.network(place);
        if (!limits.allow(here, CODES_PER_PLACE, HOUR)) {
            return Optional.of(
                    new Challenge.TooMany(limits.allowedFrom(here, CODES_PER_PLACE, HOUR)));
        }
        if (pass == null) {
            return Optional.empty();
        }
        String there = "pass:" + pass.id();
        if (!limits.allow(there, CODES_PER_HOUR, HOUR)) {
            return Optional.of(
                    new Challenge.TooMany(limits.allowedFrom(there, CODES_PER_HOUR, HOUR)));
        }
        return Optional.of(Objects.requireNonNull(transaction.execute(_ -> send(pass))));
    }

    private Challenge send(Pass pass) {
        UUID id = UUID.randomUUID();
        String code = Codes.digits();
        Instant until = now().plus(Accounts.LIFE);
        table.code(pass.id(), codeMac(pass, code), until, Accounts.TRIES);
        mail.post(
                new Letter(
                        "access/pass-code/" + id,
                        pass.email(),
                        Locale.FRENCH,
                        "pass-code",
                        Map.of("code", code, "minutes", Accounts.LIFE.toMinutes()),
                        until));
        return new Challenge.Mailed(id, until);
    }

    /// Opens the link in this browser, and in no other: the one that held it before holds it no
    /// more. Wrong tries are counted in this call's own transaction.
    @Transactional
    public Passage enter(String token, String code) {
        Instant now = now();
        PassTable.Locked locked = table.lock(tokenMac(token)).orElse(null);
        if (locked == null || !locked.pass().openAt(now)) {
            return new Passage.Gone();
        }
        Pass pass = locked.pass();
        String sent = locked.codeMac();
        Instant until = locked.codeUntil();
        if (sent == null || until == null || !now.isBefore(until) || locked.triesLeft() == 0) {
            return new Passage.Expired();
        }
        if (!Pepper.same(sent, codeMac(pass, Codes.typed(code)))) {
            table.missed(pass.id());
            if (locked.triesLeft() > 1) {
                return new Passage.Wrong();
            }
            journal.record(subject(pass), Actor.visitor(), "pass.locked", Map.of());
            return new Passage.Expired();
        }
        String key = Codes.token();
        Instant held = now.plus(HELD);
        table.entered(pass.id(), keyMac(pass, key), held);
        journal.record(subject(pass), Actor.visitor(), "pass.opened", Map.of());
        return new Passage.Entered(key, held);
    }

    /// What a link opens, for the browser that holds it now.
    @Transactional(readOnly = true)
    public Optional<Scope> held(String token, String key) {
        return table.find(tokenMac(token))
                .filter(locked -> holds(locked, key))
                .map(locked -> locked.pass().scope());
    }

    /// Uses the link up, in the transaction of what it was made for.
    ///
    /// @return whether this browser held it, and nobody had used it
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean spend(String token, String key) {
        PassTable.Locked locked =
                table.lock(tokenMac(token)).filter(one -> holds(one, key)).orElse(null);
        if (locked == null || !table.end(locked.pass().id(), Pass.State.USED, now())) {
            return false;
        }
        journal.record(subject(locked.pass()), Actor.visitor(), "pass.used", Map.of());
        return true;
    }

    private boolean holds(PassTable.Locked locked, String key) {
        Instant now = now();
        String held = locked.keyMac();
        Instant until = locked.keyUntil();
        return locked.pass().openAt(now)
                && held != null
                && until != null
                && now.isBefore(until)
                && Pepper.same(held, keyMac(locked.pass(), key));
    }

    private String tokenMac(String token) {
        return pepper.mac("pass-token", token);
    }

    private String codeMac(Pass pass, String code) {
        return pepper.mac("pass-code", pass.id().toString(), code);
    }

    private String keyMac(Pass pass, String key) {
        return pepper.mac("pass-key", pass.id().toString(), key);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Subject subject(Pass pass) {
        return new Subject("pass", pass.id().toString());
    }
}
