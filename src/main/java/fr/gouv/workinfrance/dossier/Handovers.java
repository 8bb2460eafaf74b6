package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Invitation;
import fr.gouv.workinfrance.access.Invitations;
import fr.gouv.workinfrance.access.Issued;
import fr.gouv.workinfrance.dossier.Acts.Held;
import fr.gouv.workinfrance.dossier.Acts.Trace;
import fr.gouv.workinfrance.procedure.Part;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A draft changes hands: who fills the employer's part invites a colleague to take it over, and
/// loses it when he comes in.
@Component
public class Handovers {

    /// What an invitation to take over gives, until it is turned into the employer's relation.
    public static final String NEXT = "employer_next";

    private final Acts acts;
    private final DossierTable dossiers;
    private final Invitations invitations;
    private final Grants grants;

    Handovers(Acts acts, DossierTable dossiers, Invitations invitations, Grants grants) {
        this.acts = acts;
        this.dossiers = dossiers;
        this.invitations = invitations;
        this.grants = grants;
    }

    /// Asks someone to take the employer's part over, by a link and a code. An earlier invitation
    /// to do so dies. What belongs to a company does not change hands: its colleagues fill it.
    @Transactional
    public Issued offer(DossierId id, String email, Account by, String language) {
        Held held = acts.hold(id, by, Act.HAND_OVER);
        if (held.dossier().belonging().place().isPresent()) {
            throw IllegalMove.notAllowed(held.dossier(), Act.HAND_OVER);
        }
        acts.write(
                held.dossier(), held.dossier(), by.actor(), Act.HAND_OVER.name(), Trace.NONE, null);
        revoke(id, by);
        return invitations.invite(
                email,
                NEXT,
                id.scope(),
                language,
                by.actor(),
                by.displayName(),
                held.dossier().reference().value());
    }

    /// The colleague has come in: he is the employer from now on, and the former one nothing any
    /// more to this draft. One that was deposited meanwhile changes hands no more.
    @Transactional(propagation = Propagation.MANDATORY)
    void takeOver(DossierId id, Account next) {
        Dossier before = dossiers.lock(id).orElseThrow();
        if (!(before.stage() instanceof Stage.Draft) || before.belonging().place().isPresent()) {
            throw IllegalMove.notAllowed(before, Act.HAND_OVER);
        }
        Optional<UUID> former = before.party(Part.EMPLOYER).map(Party::account);
        grants.on(id.scope()).stream()
                .filter(grant -> isOver(grant, former))
                .forEach(grant -> grants.end(grant.id(), acts.now(), next.actor()));
        revoke(id, next);
        grants.give(
                next.id(), Relation.EMPLOYER.granted(), id.scope(), acts.now(), null, next.actor());
        acts.write(
                before,
                before.join(Party.joining(Part.EMPLOYER, next.id(), next.email(), acts.now())),
                next.actor(),
                "HANDED_OVER",
                Trace.of(Map.of("from", former.map(UUID::toString).orElse(""))),
                former.map(account -> new DraftHandedOver(id, account, next.id(), acts.now()))
                        .orElse(null));
    }

    private static boolean isOver(Grant grant, Optional<UUID> former) {
        return grant.relation().equals(NEXT)
                || (grant.relation().equals(Relation.EMPLOYER.granted())
                        && former.filter(grant.account()::equals).isPresent());
    }

    private void revoke(DossierId id, Account by) {
        invitations.on(id.scope()).stream()
                .filter(invitation -> invitation.relation().equals(NEXT))
                .filter(invitation -> invitation.state() == Invitation.State.OPEN)
                .forEach(invitation -> invitations.revoke(invitation.id(), by.actor()));
    }
}
