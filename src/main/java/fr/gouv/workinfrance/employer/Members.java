package fr.gouv.workinfrance.employer;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.EmailAddress;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.InvitationAccepted;
import fr.gouv.workinfrance.access.Invitations;
import fr.gouv.workinfrance.access.Issued;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.employer.EmployerTable.Invited;
import fr.gouv.workinfrance.employer.IllegalChange.Why;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Who acts for a company: invited, let in, given another role, removed. All of it holds at the
/// next click, for it is in the grants of `access`. Whoever changes something holds the company's
/// row, so that two administrators never remove each other at once.
@Component
public class Members {

    /// What accepting gives, for the time of looking up what was meant.
    public static final String INVITED = "employer_invited";

    private final Employers employers;
    private final EmployerTable table;
    private final Grants grants;
    private final Invitations invitations;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Members(
            Employers employers,
            EmployerTable table,
            Grants grants,
            Invitations invitations,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.employers = employers;
        this.table = table;
        this.grants = grants;
        this.invitations = invitations;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /// Everyone who acts for a company, the oldest first.
    @Transactional(readOnly = true)
    public List<Membership> of(Employer employer) {
        List<Scope> scopes = new ArrayList<>(List.of(employer.id().scope()));
        List<String> sirets =
                employer.establishments().stream().map(one -> one.siret().value()).toList();
        if (!sirets.isEmpty()) {
            scopes.addAll(Membership.scopes(employer.id(), sirets));
        }
        return Membership.of(grants.on(scopes));
    }

    /// The invitations that can still be accepted, the oldest first.
    @Transactional(readOnly = true)
    public List<Pending> pending(EmployerId id) {
        Instant now = now();
        Map<UUID, Invited> meant =
                table.invited(id).stream()
                        .collect(Collectors.toMap(Invited::invitation, Function.identity()));
        return invitations.on(id.scope()).stream()
                .filter(invitation -> invitation.openAt(now))
                .flatMap(
                        invitation ->
                                Optional.ofNullable(meant.get(invitation.id())).stream()
                                        .map(
                                                invited ->
                                                        new Pending(
                                                                invitation,
                                                                invited.role(),
                                                                invited.sirets())))
                .toList();
    }

    /// Asks a colleague in: a link by e-mail, and a code that the inviter passes on by another way.
    ///
    /// @param sirets empty for the whole of the company
    @Transactional
    public Issued invite(
            EmployerId id, String email, Role role, Collection<String> sirets, Account by) {
        Employer employer = employers.administered(id, by);
        Employers.requireOpen(employer);
        Set<String> reach = reach(employer, role, sirets);
        String address = EmailAddress.parse(email).map(EmailAddress::value).orElse(email);
        // who is invited again has one role, and one code that opens
        pending(id).stream()
                .map(Pending::invitation)
                .filter(open -> open.email().equals(address))
                .forEach(open -> invitations.revoke(open.id(), by.actor()));
        Issued issued =
                invitations.invite(
                        email,
                        INVITED,
                        id.scope(),
                        by.language(),
                        by.actor(),
                        by.displayName(),
                        employer.name());
        table.insert(new Invited(issued.id(), id, role, List.copyOf(reach), by.id()));
        record(id, by.actor(), "member.invited", facts(role, reach));
        return issued;
    }

    /// Sends an invitation anew, with another link and another code.
    ///
    /// @return nothing when it was accepted already
    @Transactional
    public Optional<Issued> reissue(EmployerId id, UUID invitation, Account by) {
        Employers.requireOpen(employers.administered(id, by));
        Invited meant = meant(id, invitation);
        Optional<Issued> issued = invitations.reissue(invitation, by.actor());
        issued.ifPresent(
                anew ->
                        table.insert(
                                new Invited(anew.id(), id, meant.role(), meant.sirets(), by.id())));
        return issued;
    }

    /// Makes an invitation useless, unless it was accepted.
    @Transactional
    public void revoke(EmployerId id, UUID invitation, Account by) {
        employers.administered(id, by);
        invitations.revoke(meant(id, invitation).invitation(), by.actor());
    }

    private Invited meant(EmployerId id, UUID invitation) {
        return table.invited(invitation)
                .filter(invited -> invited.employer().equals(id))
                .orElseThrow(() -> new IllegalChange(Why.SETTLED));
    }

    /// Someone has accepted: what was meant for him takes the place of what he had, unless that is
    /// to administer.
    @EventListener
    void joined(InvitationAccepted accepted) {
        Invited meant = table.invited(accepted.invitation()).orElse(null);
        if (meant == null) {
            return;
        }
        Employer employer = table.lock(meant.employer()).orElseThrow();
        Actor actor = Actor.account(accepted.account());
        grants.of(accepted.account()).stream()
                .filter(grant -> grant.relation().equals(INVITED))
                .filter(grant -> grant.scope().equals(employer.id().scope()))
                .forEach(grant -> grants.end(grant.id(), now(), actor));
        boolean administers =
                membership(employer.id(), accepted.account())
                        .filter(known -> known.role() == Role.ADMINISTERS)
                        .isPresent();
        if (!administers && employer.open()) {
            give(employer.id(), accepted.account(), meant.role(), meant.sirets(), actor);
            changed(
                    employer.id(),
                    accepted.account(),
                    oldestOther(employer.id(), accepted.account()));
        }
    }

    /// Lets in someone whose claim was found good.
    @Transactional(propagation = Propagation.MANDATORY)
    void admit(Employer employer, UUID account, Role role, Collection<String> sirets, Actor by) {
        give(employer.id(), account, role, reach(employer, role, sirets), by);
        changed(employer.id(), account, null);
    }

    /// Gives a colleague another role, or other establishments.
    @Transactional
    public Changed change(
            EmployerId id, UUID account, Role role, Collection<String> sirets, Account by) {
        Employer employer = employers.administered(id, by);
        Membership before = membership(id, account).orElseThrow(Members::settled);
        if (before.role() == Role.ADMINISTERS
                && role != Role.ADMINISTERS
                && administrators(id).size() == 1) {
            return Changed.LAST_ADMINISTRATOR;
        }
        give(id, account, role, reach(employer, role, sirets), by.actor());
        changed(id, account, heir(id, account, by));
        return Changed.DONE;
    }

    /// Removes a colleague, or leaves oneself. The last administrator names another first, unless
    /// the company has ceased.
    @Transactional
    public Changed remove(EmployerId id, UUID account, Account by) {
        Employer employer =
                account.equals(by.id())
                        ? table.lock(id).orElseThrow(Members::settled)
                        : employers.administered(id, by);
        Membership before = membership(id, account).orElseThrow(Members::settled);
        if (employer.open()
                && before.role() == Role.ADMINISTERS
                && administrators(id).size() == 1) {
            return Changed.LAST_ADMINISTRATOR;
        }
        end(before, by.actor());
        table.invited(id).stream()
                .filter(invited -> invited.by().equals(account))
                .forEach(invited -> invitations.revoke(invited.invitation(), by.actor()));
        record(id, by.actor(), "member.removed", Map.of("account", account.toString()));
        changed(id, account, heir(id, account, by));
        return Changed.DONE;
    }

    /// Those who say who acts for the company, the oldest first.
    @Transactional(readOnly = true)
    public List<UUID> administrators(EmployerId id) {
        return Membership.of(grants.on(id.scope())).stream()
                .filter(member -> member.role() == Role.ADMINISTERS)
                .map(Membership::account)
                .toList();
    }

    /// To whom falls what a colleague no longer may do: who changed it, or the oldest of the other
    /// administrators when one leaves by oneself.
    private @Nullable UUID heir(EmployerId id, UUID account, Account by) {
        return account.equals(by.id()) ? oldestOther(id, account) : by.id();
    }

    private @Nullable UUID oldestOther(EmployerId id, UUID account) {
        return administrators(id).stream()
                .filter(other -> !other.equals(account))
                .findFirst()
                .orElse(null);
    }

    private Optional<Membership> membership(EmployerId id, UUID account) {
        return Membership.of(grants.of(account)).stream()
                .filter(member -> member.employer().equals(id))
                .findFirst();
    }

    /// To administer is for the whole; anything else for establishments that there are.
    private static Set<String> reach(Employer employer, Role role, Collection<String> sirets) {
        if (role == Role.ADMINISTERS) {
            return Set.of();
        }
        Set<String> reach = new TreeSet<>(sirets);
        if (!reach.stream().allMatch(siret -> employer.establishment(siret).isPresent())) {
            throw new IllegalArgumentException("an establishment that the company has not");
        }
        return reach;
    }

    private void give(EmployerId id, UUID account, Role role, Collection<String> sirets, Actor by) {
        membership(id, account).ifPresent(former -> end(former, by));
        for (Scope scope : Membership.scopes(id, sirets)) {
            grants.give(account, role.granted(), scope, now(), null, by);
        }
        Map<String, String> facts = new TreeMap<>(facts(role, sirets));
        facts.put("account", account.toString());
        record(id, by, "member.given", facts);
    }

    private void end(Membership membership, Actor by) {
        membership.grants().forEach(grant -> grants.end(grant, now(), by));
    }

    private void changed(EmployerId id, UUID account, @Nullable UUID heir) {
        events.publishEvent(new MembershipChanged(id, account, heir, now()));
    }

    private static Map<String, String> facts(Role role, Collection<String> sirets) {
        return Map.of("role", role.name(), "sirets", String.join(",", sirets));
    }

    private void record(EmployerId id, Actor by, String act, Map<String, String> facts) {
        journal.record(id.subject(), by, act, facts);
    }

    private static IllegalChange settled() {
        return new IllegalChange(Why.SETTLED);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
