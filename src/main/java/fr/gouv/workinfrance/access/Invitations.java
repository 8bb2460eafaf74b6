package fr.gouv.workinfrance.access;

import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;
import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.mail.Letter;
import fr.gouv.workinfrance.mail.Mail;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Lets somebody in who may have no account yet, by two ways at once: a link that goes by e-mail,
/// and a code that the inviter passes on by telephone or in person. A mistyped address therefore
/// opens nobody's file.
@Component
public class Invitations {

    static final int TRIES = 5;
    static final Duration LIFE = Duration.ofDays(14);

    /// How long after it was sent somebody who has not answered is reminded.
    static final List<Duration> REMINDERS = List.of(Duration.ofDays(3), Duration.ofDays(7));

    private static final Duration BETWEEN_REMINDERS = Duration.ofDays(2);
    private static final int AT_ONCE = 200;
    private static final Actor HOUSE = Actor.system("access-invitations");

    private final InvitationTable invitations;
    private final Grants grants;
    private final Pepper pepper;
    private final Mail mail;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String baseUrl;

    Invitations(
            InvitationTable invitations,
            Grants grants,
            Pepper pepper,
            Mail mail,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${wif.base-url}") String baseUrl) {
        this.invitations = invitations;
        this.grants = grants;
        this.pepper = pepper;
        this.mail = mail;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /// Sends the link, in the caller's transaction. How many one person may send is for the caller
    /// to say, with [Limits], before.
    ///
    /// @param relation that accepting gives
    /// @param language of the letter, `fr`
    /// @param inviterName as the letter and the page show it
    /// @param about what it is about, in one line in that language
    /// @return the code, which cannot be shown again
    @Transactional
    public Issued invite(
            String email,
            String relation,
            Scope scope,
            String language,
            Actor by,
            String inviterName,
            String about) {
        var now = now();
        var invitation =
                new Invitation(
                        UUID.randomUUID(),
                        EmailAddress.require(email).value(),
                        relation,
                        scope,
                        language,
                        by.kind() == Actor.Kind.ACCOUNT ? UUID.fromString(by.id()) : null,
                        line(inviterName),
                        line(about),
                        Invitation.State.OPEN,
                        now,
                        now.plus(LIFE),
                        0);
        var token = Codes.token();
        var code = Codes.readable();
        invitations.insert(invitation, codeMac(invitation.id(), code), TRIES);
        invitations.link(invitation.id(), tokenMac(token), now);
        journal.record(
                subject(invitation.id()),
                by,
                "invitation.sent",
                Map.of("relation", relation, "scope", scope.kind() + ":" + scope.id()));
        mail.post(letter(invitation, "invitation", "", token));
        return new Issued(invitation.id(), code, invitation.until());
    }

    /// Sends the same invitation anew, with another link and another code; the former ones are
    /// dead.
    ///
    /// @return nothing when it was accepted already, or never made
    @Transactional
    public Optional<Issued> reissue(UUID id, Actor by) {
        var former =
                invitations
                        .lock(id)
                        .filter(each -> each.state() != Invitation.State.ACCEPTED)
                        .orElse(null);
        if (former == null) {
            return Optional.empty();
        }
        revoke(id, by);
        return Optional.of(
                invite(
                        former.email(),
                        former.relation(),
                        former.scope(),
                        former.language(),
                        by,
                        former.inviterName(),
                        former.about()));
    }

    /// What the holder of the link may know.
    @Transactional(readOnly = true)
    public InvitationState state(String token) {
        return invitations
                .find(tokenMac(token))
                .filter(each -> each.openAt(now()))
                .<InvitationState>map(
                        each ->
                                new InvitationState.Open(
                                        each.relation(),
                                        each.inviterName(),
                                        each.about(),
                                        each.until()))
                .orElseGet(InvitationState.Gone::new);
    }

    /// Gives the relation to whoever has both the link and the code. Wrong tries are counted in
    /// this call's own transaction or, if there is one, in the caller's, who must not roll it back.
    @Transactional
    public Acceptance accept(String token, String code, Account signedIn) {
        var now = now();
        var locked = invitations.lock(tokenMac(token)).orElse(null);
        if (locked == null || !locked.invitation().openAt(now)) {
            return new Acceptance.Gone();
        }
        var invitation = locked.invitation();
        if (!Pepper.same(locked.codeMac(), codeMac(invitation.id(), code))) {
            return missed(locked, signedIn, now);
        }
        invitations.settle(invitation.id(), Invitation.State.ACCEPTED, now, signedIn.id());
        grants.give(
                signedIn.id(),
                invitation.relation(),
                invitation.scope(),
                now,
                null,
                signedIn.actor());
        journal.record(subject(invitation.id()), signedIn.actor(), "invitation.accepted", Map.of());
        events.publishEvent(new InvitationAccepted(invitation.id(), signedIn.id()));
        return new Acceptance.Joined(invitation.relation(), invitation.scope());
    }

    /// Makes the link and the code useless, unless they have been used.
    @Transactional
    public void revoke(UUID id, Actor by) {
        if (invitations.settle(id, Invitation.State.REVOKED, now(), null)) {
            journal.record(subject(id), by, "invitation.revoked", Map.of());
        }
    }

    /// Makes an invitation that no mail carries: who asks for it prints it, and hands it to
    /// somebody who is there. It takes the place of the one printed before.
    @Transactional
    public OnPaper onPaper(
            String relation,
            Scope scope,
            String language,
            Account by,
            String about,
            Instant until) {
        invitations.onPaper(scope).forEach(former -> revoke(former, by.actor()));
        var now = now();
        var invitation =
                new Invitation(
                        UUID.randomUUID(),
                        Invitation.NO_ADDRESS,
                        relation,
                        scope,
                        language,
                        by.id(),
                        line(by.displayName()),
                        line(about),
                        Invitation.State.OPEN,
                        now,
                        until.truncatedTo(ChronoUnit.MICROS),
                        0);
        // typed from paper: shorter than one that is clicked, and of no use without the code
        var token = Codes.readable() + "-" + Codes.readable();
        var code = Codes.readable();
        invitations.insert(invitation, codeMac(invitation.id(), code), TRIES);
        invitations.link(invitation.id(), tokenMac(token), now);
        journal.record(
                subject(invitation.id()),
                by.actor(),
                "invitation.printed",
                Map.of("relation", relation, "scope", scope.kind() + ":" + scope.id()));
        return new OnPaper(baseUrl + "/invitation/" + token, code, invitation.until());
    }

    /// Keeps nothing of the invitations of a scope that ends: those that are open die, and the
    /// addresses of all are erased.
    @Transactional
    public void forget(Scope scope, Actor by) {
        invitations.on(scope).stream()
                .filter(each -> each.state() == Invitation.State.OPEN)
                .forEach(each -> revoke(each.id(), by));
        invitations.erase(scope);
    }

    /// The invitation of that id.
    @Transactional
    public Optional<Invitation> invitation(UUID id) {
        return invitations.lock(id);
    }

    /// All invitations ever sent for that scope, oldest first.
    @Transactional(readOnly = true)
    public List<Invitation> on(Scope scope) {
        return invitations.on(scope);
    }

    /// Those who have not answered and to whom a reminder is due: some of them, the oldest first.
    List<UUID> silent() {
        var now = now();
        return invitations.silent(
                now,
                now.minus(REMINDERS.getFirst()),
                now.minus(REMINDERS.getLast()),
                now.minus(BETWEEN_REMINDERS),
                AT_ONCE);
    }

    /// Reminds somebody of an invitation, with one more link to it; the code stays the one that the
    /// inviter has. Twice at most, and nobody who has answered meanwhile.
    @Transactional
    void remind(UUID id) {
        var now = now();
        var silent =
                invitations
                        .lock(id)
                        .filter(each -> each.openAt(now))
                        .filter(each -> each.reminders() < REMINDERS.size())
                        .orElse(null);
        if (silent == null) {
            return;
        }
        var token = Codes.token();
        int number = silent.reminders() + 1;
        invitations.link(id, tokenMac(token), now);
        invitations.reminded(id, now);
        journal.record(
                subject(id),
                HOUSE,
                "invitation.reminded",
                Map.of("number", String.valueOf(number)));
        mail.post(letter(silent, "invitation-reminder", "/reminder/" + number, token));
    }

    /// Those whose date has passed and of which this was not yet noticed: some of them.
    List<UUID> past() {
        return invitations.past(now(), AT_ONCE);
    }

    /// Notices that nobody answered in time.
    @Transactional
    void expire(UUID id) {
        var now = now();
        var past = invitations.lock(id).filter(each -> !now.isBefore(each.until())).orElse(null);
        if (past != null && invitations.settle(id, Invitation.State.EXPIRED, now, null)) {
            journal.record(subject(id), HOUSE, "invitation.expired", Map.of());
            events.publishEvent(new InvitationExpired(id, now));
        }
    }

    private Acceptance missed(InvitationTable.Locked locked, Account signedIn, Instant now) {
        var id = locked.invitation().id();
        invitations.missed(id);
        int left = locked.triesLeft() - 1;
        if (left > 0) {
            return new Acceptance.Wrong(left);
        }
        invitations.settle(id, Invitation.State.LOCKED, now, null);
        journal.record(subject(id), signedIn.actor(), "invitation.locked", Map.of());
        return new Acceptance.Gone();
    }

    private Letter letter(Invitation invitation, String template, String key, String token) {
        var language = Language.of(Locale.of(invitation.language()));
        return new Letter(
                "access/invitation/" + invitation.id() + key,
                invitation.email(),
                language.locale(),
                template,
                Map.of(
                        "inviter", invitation.inviterName(),
                        "about", invitation.about(),
                        "link", baseUrl + language.prefix() + "/invitation/" + token,
                        "until", invitation.until()),
                invitation.until());
    }

    private String tokenMac(String token) {
        return pepper.mac("invitation-token", token);
    }

    private String codeMac(UUID invitation, String code) {
        return pepper.mac("invitation-code", invitation.toString(), Codes.typed(code));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Subject subject(UUID invitation) {
        return new Subject("invitation", invitation.toString());
    }

    /// One line: what people typed goes into the subject of a letter.
    private static String line(String typed) {
        var line = typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > 120 ? line.substring(0, 119) + "…" : line;
    }
}
