package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.dossier.Acts.Held;
import fr.gouv.workinfrance.dossier.Acts.Trace;
import fr.gouv.workinfrance.employer.EmployerId;
import fr.gouv.workinfrance.employer.Membership;
import fr.gouv.workinfrance.employer.MembershipChanged;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The requests of a company, which do not depend on the person who began them: its colleagues see
/// them, take them over, and keep them when one of them leaves.
@Component
public class Colleagues {

    private final Acts acts;
    private final DossierTable table;
    private final ColleagueTable colleagues;
    private final Grants grants;
    private final Accounts accounts;

    Colleagues(
            Acts acts,
            DossierTable table,
            ColleagueTable colleagues,
            Grants grants,
            Accounts accounts) {
        this.acts = acts;
        this.table = table;
        this.colleagues = colleagues;
        this.grants = grants;
        this.accounts = accounts;
    }

    /// The requests of a company that someone who acts for it may see, drafts included, the newest
    /// first.
    ///
    /// @param after the last one of the page before; absent for the first page
    @Transactional(readOnly = true)
    public List<Dossier> of(Membership member, @Nullable Dossier after, int limit) {
        return table.of(
                member,
                after == null ? Instant.parse("9999-01-01T00:00:00Z") : after.openedAt(),
                after == null ? new UUID(0, 0) : after.id().value(),
                limit);
    }

    /// Someone who fills in the company's requests becomes the person in charge of this one, who is
    /// written to.
    @Transactional
    public Dossier takeOver(DossierId id, Account by) {
        Held held = acts.hold(id, by, Act.TAKE_OVER);
        Dossier before = held.dossier();
        if (before.belonging().place().isEmpty()) {
            throw IllegalMove.notAllowed(before, Act.TAKE_OVER);
        }
        return before.participation().isFilledBy(Part.EMPLOYER, by.id())
                ? before
                : hand(before, by, by.actor(), Act.TAKE_OVER.name());
    }

    /// What someone may do for a company has changed: what he began for it before is the company's
    /// from now on; what he no longer may fill in falls to an administrator.
    @EventListener
    void changed(MembershipChanged changed) {
        List<Membership> memberships = Membership.of(grants.of(changed.account()));
        for (DossierId id : colleagues.alone(changed.account(), changed.employer())) {
            adopt(table.lock(id).orElseThrow(), changed.account(), memberships);
        }
        UUID heir = changed.heir();
        if (heir == null) {
            return;
        }
        Account administrator = accounts.account(heir).orElseThrow();
        for (DossierId id : colleagues.inHandsOf(changed.account(), changed.employer())) {
            Dossier dossier = table.lock(id).orElseThrow();
            if (!dossier.belonging().isFilledBy(memberships)) {
                hand(dossier, administrator, administrator.actor(), "HAND_OVER");
            }
        }
    }

    private void adopt(Dossier before, UUID account, List<Membership> memberships) {
        Belonging belonging = before.belonging().named(before.answers(), memberships);
        if (!belonging.equals(before.belonging())) {
            acts.write(
                    before,
                    before.with(belonging),
                    Actor.account(account),
                    "BELONG",
                    Trace.of(facts(belonging)),
                    null);
        }
    }

    /// The grant on the dossier follows, so that it says who is in charge there too.
    private Dossier hand(Dossier before, Account to, Actor by, String act) {
        Instant now = acts.now();
        String employer = Relation.EMPLOYER.granted();
        grants.on(before.id().scope()).stream()
                .filter(grant -> grant.relation().equals(employer))
                .forEach(grant -> grants.end(grant.id(), now, by));
        grants.give(to.id(), employer, before.id().scope(), now, null, by);
        return acts.write(
                before,
                before.inHandsOf(to.id(), to.email(), now),
                by,
                act,
                Trace.of(facts(before.belonging())),
                null);
    }

    private static Map<String, String> facts(Belonging belonging) {
        return Map.of(
                "employer",
                belonging.place().map(Belonging.Place::employer).map(EmployerId::value).orElse(""));
    }
}
