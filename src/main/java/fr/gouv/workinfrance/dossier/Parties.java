package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Acceptance;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Invitation;
import fr.gouv.workinfrance.access.Invitations;
import fr.gouv.workinfrance.access.Issued;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Acts.Held;
import fr.gouv.workinfrance.dossier.Acts.Trace;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.procedure.Part;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Who takes part in a request: invited, joined, attesting or denying what is said in one's name.
@Component
public class Parties {

    /// The parts to which somebody can be invited.
    public static final Set<Part> INVITED = Set.of(Part.EMPLOYER, Part.WORKER);

    private final Acts acts;
    private final DossierTable table;
    private final Invitations invitations;

    Parties(Acts acts, DossierTable table, Invitations invitations) {
        this.acts = acts;
        this.table = table;
        this.invitations = invitations;
    }

    /// Asks another party in. The link goes by e-mail; the code given back does not: who invites
    /// gives it by another way, so that a mistyped address opens nobody's file.
    ///
    /// Another invitation to the same part dies with it. Nobody is invited to hold a mandate: it is
    /// who files that says he holds one.
    @Transactional
    public Issued invite(DossierId id, Part part, String email, Account by, String language) {
        Held held = acts.hold(id, by, Act.INVITE);
        if (!INVITED.contains(part) || held.dossier().party(part).isPresent()) {
            throw IllegalMove.notAllowed(held.dossier(), Act.INVITE);
        }
        acts.write(
                held.dossier(),
                held.dossier(),
                by.actor(),
                Act.INVITE.name(),
                Trace.of(Map.of("part", part.name())),
                null);
        revokeOthers(id, part, by.actor());
        return invitations.invite(
                email,
                Relation.of(part).granted(),
                id.scope(),
                language,
                by.actor(),
                by.displayName(),
                held.dossier().reference().value());
    }

    /// Lets in whoever has both the link and the code, as the party that was invited.
    @Transactional
    public Acceptance accept(String token, String code, Account by) {
        Acceptance acceptance = invitations.accept(token, code, by);
        if (acceptance instanceof Acceptance.Joined(_, Scope scope)
                && scope.kind().equals(DossierId.KIND)) {
            join(new DossierId(UUID.fromString(scope.id())), by);
        }
        return acceptance;
    }

    /// Someone who holds the grant of a part becomes its party, unless another already is.
    @Transactional
    public Dossier join(DossierId id, Account by) {
        Dossier before = table.lock(id).orElseThrow();
        Dossier after = before;
        for (Relation relation : acts.granted(before, by)) {
            Optional<Part> part = relation.part().filter(p -> before.party(p).isEmpty());
            if (part.isPresent()) {
                after = after.join(Party.joining(part.get(), by.id(), by.email(), acts.now()));
                revokeOthers(id, part.get(), by.actor());
            }
        }
        return after.equals(before)
                ? before
                : acts.write(before, after, by.actor(), "JOIN", Trace.NONE, null);
    }

    private void revokeOthers(DossierId id, Part part, Actor by) {
        invitations.on(id.scope()).stream()
                .filter(invitation -> invitation.relation().equals(Relation.of(part).granted()))
                .filter(invitation -> invitation.state() == Invitation.State.OPEN)
                .forEach(invitation -> invitations.revoke(invitation.id(), by));
    }

    /// Confirms what is said in one's name.
    @Transactional
    public Dossier attest(DossierId id, Account by) {
        return acts.perform(
                id,
                Act.ATTEST,
                by,
                held ->
                        held.dossier()
                                .attest(
                                        held.relations().stream()
                                                .flatMap(relation -> relation.part().stream())
                                                .toList(),
                                        acts.now()),
                Trace.NONE,
                null);
    }

    /// The worker denies what is said in his name; the service that examines is told.
    @Transactional
    public Dossier contest(DossierId id, String reason, Account by) {
        return acts.perform(
                id,
                Act.CONTEST,
                by,
                held -> held.dossier().contest(reason.strip(), acts.now()),
                new Trace(Map.of(), Map.of("reason", reason)),
                new DossierContested(id, acts.now()));
    }
}
