package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Invitation;
import fr.gouv.workinfrance.access.Invitations;
import fr.gouv.workinfrance.access.Issued;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.office.Office;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;

/// Who works in a service that is consulted, as its head sees to it. Those who handle dossiers
/// there are no matter of his.
@Component
public class Rosters {

    public static final String MEMBER = "member";
    public static final String HEAD = "head";

    private static final Set<String> MANAGED = Set.of(MEMBER, HEAD);

    private final Grants grants;
    private final Invitations invitations;
    private final InboxTable inbox;
    private final Proceedings proceedings;
    private final Clock clock;

    Rosters(
            Grants grants,
            Invitations invitations,
            InboxTable inbox,
            Proceedings proceedings,
            Clock clock) {
        this.grants = grants;
        this.invitations = invitations;
        this.inbox = inbox;
        this.proceedings = proceedings;
        this.clock = clock;
    }

    /// Whether an invitation is one to a service.
    public static boolean invites(String relation) {
        return MANAGED.contains(relation);
    }

    /// As what those work there of whom the head decides: by relation, by account.
    @Transactional(readOnly = true)
    public List<Grant> of(Office office, Account head) {
        led(office, head);
        return managed(office);
    }

    private List<Grant> managed(Office office) {
        return grants.on(scope(office)).stream()
                .filter(grant -> MANAGED.contains(grant.relation()))
                .toList();
    }

    /// Those who were invited and have not come yet.
    @Transactional(readOnly = true)
    public List<Invitation> pending(Office office, Account head) {
        led(office, head);
        return invitations.on(scope(office)).stream()
                .filter(each -> MANAGED.contains(each.relation()))
                .filter(each -> each.openAt(clock.instant()))
                .toList();
    }

    /// Invites someone by e-mail; the code that is given back is told him by other means. How many
    /// one person may send is for the caller to say, before.
    ///
    /// @param leading whether he will lead the service too
    @Transactional
    public Issued invite(Office office, String email, boolean leading, Account head) {
        led(office, head);
        return invitations.invite(
                email,
                leading ? HEAD : MEMBER,
                scope(office),
                "fr",
                head.actor(),
                head.displayName(),
                office.name());
    }

    /// Takes an invitation back.
    @Transactional
    public void revoke(Office office, UUID invitation, Account head) {
        if (pending(office, head).stream().noneMatch(each -> each.id().equals(invitation))) {
            throw new NoSuchElementException();
        }
        invitations.revoke(invitation, head.actor());
    }

    /// Someone works there no more: what he saw to is put back for all. The last head stays.
    ///
    /// @return whether he has gone
    @Transactional
    public boolean end(Office office, UUID account, Account head) {
        led(office, head);
        List<Grant> held =
                managed(office).stream().filter(grant -> grant.account().equals(account)).toList();
        if (held.isEmpty()) {
            throw new NoSuchElementException();
        }
        boolean another =
                managed(office).stream()
                        .filter(grant -> grant.relation().equals(HEAD))
                        .anyMatch(grant -> !grant.account().equals(account));
        if (!another) {
            return false;
        }
        held.forEach(grant -> grants.end(grant.id(), clock.instant(), head.actor()));
        inbox.takenBy(office.id(), account)
                .forEach(
                        id ->
                                proceedings.write(
                                        proceedings.hold(id).taken(null),
                                        head.actor(),
                                        "TAKE_OPINION",
                                        Map.of("member", ""),
                                        Map.of(),
                                        null));
        return true;
    }

    private void led(Office office, Account head) {
        if (!grants.holds(head.id(), HEAD, scope(office))) {
            throw new NoSuchElementException();
        }
    }

    private static Scope scope(Office office) {
        return new Scope("office", office.id());
    }
}
