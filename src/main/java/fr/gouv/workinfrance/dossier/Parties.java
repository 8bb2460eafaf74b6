package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Acceptance;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Invitation;
import fr.gouv.workinfrance.access.Invitations;
import fr.gouv.workinfrance.access.Issued;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Acts.Held;
import fr.gouv.workinfrance.dossier.Acts.Trace;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Version;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Who takes part in a request: invited, joined, attesting or denying what is said in one's name.
@Component
public class Parties {

    /// The parts to which somebody can be invited.
    public static final Set<Part> INVITED = Set.of(Part.EMPLOYER, Part.WORKER);

    private final Acts acts;
    private final DossierTable table;
    private final Invitations invitations;
    private final Grants grants;
    private final Handovers handovers;
    private final Counters counters;
    private final Recalls recalls;

    Parties(
            Acts acts,
            DossierTable table,
            Invitations invitations,
            Grants grants,
            Handovers handovers,
            Counters counters,
            Recalls recalls) {
        this.acts = acts;
        this.table = table;
        this.invitations = invitations;
        this.grants = grants;
        this.handovers = handovers;
        this.counters = counters;
        this.recalls = recalls;
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

    /// Sends an invitation anew, with another link and another code; the former ones are dead.
    @Transactional
    public Issued reissue(DossierId id, UUID invitation, Account by) {
        Invitation former = of(id, invitation);
        return invite(id, part(former), former.email(), by, former.language());
    }

    /// Makes a link and its code useless.
    @Transactional
    public void revoke(DossierId id, UUID invitation, Account by) {
        Held held = acts.hold(id, by, Act.INVITE);
        Invitation revoked = of(id, invitation);
        acts.write(
                held.dossier(),
                held.dossier(),
                by.actor(),
                "REVOKE",
                Trace.of(Map.of("part", part(revoked).name())),
                null);
        invitations.revoke(invitation, by.actor());
    }

    /// The last invitation to each part, for those who take part.
    public Map<Part, Invitation> invited(DossierId id) {
        Map<Part, Invitation> last = new EnumMap<>(Part.class);
        ofParties(id).forEach(each -> last.put(part(each), each));
        return last;
    }

    private Invitation of(DossierId id, UUID invitation) {
        return ofParties(id)
                .filter(each -> each.id().equals(invitation))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalMove(
                                        IllegalMove.Why.NOT_ALLOWED, Act.INVITE, Stage.Name.DRAFT));
    }

    private Stream<Invitation> ofParties(DossierId id) {
        return invitations.on(id.scope()).stream()
                .filter(each -> Relation.isGranted(each.relation()));
    }

    private static Part part(Invitation invitation) {
        return Relation.granted(invitation.relation()).part().orElseThrow();
    }

    /// Lets in whoever has both the link and the code, as the party that was invited.
    @Transactional
    public Acceptance accept(String token, String code, Account by) {
        Acceptance acceptance = invitations.accept(token, code, by);
        if (acceptance instanceof Acceptance.Joined(String relation, Scope scope)
                && scope.kind().equals(DossierId.KIND)) {
            DossierId id = new DossierId(UUID.fromString(scope.id()));
            if (relation.equals(Handovers.NEXT)) {
                handovers.takeOver(id, by);
            } else if (relation.equals(Counters.PERSON)) {
                counters.comeIn(id, by);
            } else {
                join(id, by);
            }
        }
        return acceptance;
    }

    /// Someone who holds the grant of a part becomes its party, unless another already is. What is
    /// known of it in a draft is put in.
    @Transactional
    public Dossier join(DossierId id, Account by) {
        Dossier before = table.lock(id).orElseThrow();
        Dossier after = before;
        Set<Part> joined = EnumSet.noneOf(Part.class);
        for (Relation relation : acts.granted(before, by)) {
            Optional<Part> part = relation.part().filter(p -> before.party(p).isEmpty());
            if (part.isPresent()) {
                after = after.join(Party.joining(part.get(), by.id(), by.email(), acts.now()));
                revokeOthers(id, part.get(), by.actor());
                joined.add(part.get());
            }
        }
        after = recalls.joined(after, joined, by);
        return after.equals(before)
                ? before
                : acts.write(
                        before,
                        after,
                        by.actor(),
                        "JOIN",
                        Recalls.trace(before, after),
                        new PartyJoined(id, partOf(after, by.id()), by.id(), acts.now()));
    }

    /// Someone who came in goes before the deposit; who files cannot. What he gave goes with him.
    @Transactional
    public Dossier leave(DossierId id, Account by) {
        Held held = acts.hold(id, by, Act.LEAVE);
        if (!held.dossier().participation().canLeave(by.id())) {
            throw IllegalMove.notAllowed(held.dossier(), Act.LEAVE);
        }
        return gone(held.dossier(), by.id(), Act.LEAVE, by);
    }

    /// Whoever files lets a party go that has said nothing, so that another can be invited. What it
    /// gave goes with it, and it is told.
    @Transactional
    public Dossier replace(DossierId id, Part part, Account by) {
        Held held = acts.hold(id, by, Act.REPLACE);
        if (!others(part, held.relations()) || !held.dossier().participation().replaceable(part)) {
            throw IllegalMove.notAllowed(held.dossier(), Act.REPLACE);
        }
        UUID account = held.dossier().party(part).orElseThrow().account();
        return gone(held.dossier(), account, Act.REPLACE, by);
    }

    /// Whether a part is somebody else's: one leaves one's own, and is not replaced in it by
    /// oneself.
    static boolean others(Part part, Collection<Relation> relations) {
        return relations.stream().noneMatch(own -> own.part().filter(part::equals).isPresent());
    }

    private Dossier gone(Dossier dossier, UUID account, Act act, Account by) {
        grants.of(account).stream()
                .filter(grant -> grant.scope().equals(dossier.id().scope()))
                .forEach(grant -> grants.end(grant.id(), acts.now(), by.actor()));
        return acts.write(
                dossier,
                dossier.leave(account),
                by.actor(),
                act.name(),
                Trace.of(Map.of("account", account.toString())),
                act == Act.REPLACE
                        ? new PartyReplaced(
                                dossier.id(), partOf(dossier, account), account, acts.now())
                        : new PartyLeft(
                                dossier.id(), partOf(dossier, account), account, acts.now()));
    }

    private static Part partOf(Dossier dossier, UUID account) {
        return dossier.parties().stream()
                .filter(party -> party.account().equals(account))
                .map(Party::part)
                .findFirst()
                .orElseThrow();
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
    ///
    /// @param sections the pages that he ticked
    @Transactional
    public Dossier contest(DossierId id, List<String> sections, String reason, Account by) {
        return acts.perform(
                id,
                Act.CONTEST,
                by,
                held -> {
                    Version version = acts.version(held.dossier());
                    if (!sections.stream().allMatch(each -> version.section(each).isPresent())) {
                        throw IllegalMove.notAllowed(held.dossier(), Act.CONTEST);
                    }
                    return held.dossier()
                            .contest(new Contestation(acts.now(), sections, reason.strip()));
                },
                new Trace(Map.of("sections", String.join(",", sections)), Map.of("reason", reason)),
                new DossierContested(id, acts.now()));
    }

    /// The worker takes back that he denies: he has then neither confirmed nor denied.
    @Transactional
    public Dossier retract(DossierId id, Account by) {
        return acts.perform(
                id,
                Act.RETRACT,
                by,
                held -> {
                    if (!held.dossier().contested()) {
                        throw IllegalMove.notAllowed(held.dossier(), Act.RETRACT);
                    }
                    return held.dossier().retract();
                },
                Trace.NONE,
                new DossierUncontested(id, acts.now()));
    }
}
