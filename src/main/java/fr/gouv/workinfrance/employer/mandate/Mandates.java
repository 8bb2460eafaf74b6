package fr.gouv.workinfrance.employer.mandate;

import fr.gouv.workinfrance.access.Acceptance;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Invitations;
import fr.gouv.workinfrance.access.Issued;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.employer.Membership;
import fr.gouv.workinfrance.employer.Role;
import fr.gouv.workinfrance.employer.mandate.Standing.Asked;
import fr.gouv.workinfrance.employer.mandate.Standing.Drafted;
import fr.gouv.workinfrance.employer.mandate.Standing.Ended;
import fr.gouv.workinfrance.employer.mandate.Standing.Given;
import fr.gouv.workinfrance.employer.mandate.Standing.Refused;
import fr.gouv.workinfrance.employer.mandate.Standing.Side;
import fr.gouv.workinfrance.employer.mandate.Standing.Way;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.reference.Siren;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Drafts, asks for, gives, refuses and ends mandates, and says what each lets its holder do.
/// Nothing is kept in memory: a mandate that is ended has ended at the next question, on every
/// node.
@Component
public class Mandates {

    private static final int SIREN_LENGTH = 9;
    private static final String GIVER = "mandate_given";
    private static final String HOLDER = "mandate_held";

    private final MandateTable table;
    private final MandateLetters letters;
    private final Invitations invitations;
    private final Grants grants;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mandates(
            MandateTable table,
            MandateLetters letters,
            Invitations invitations,
            Grants grants,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.letters = letters;
        this.invitations = invitations;
        this.grants = grants;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    // ---- what one can ask of them

    /// A mandate, for one of the two; for anyone else there is none.
    @Transactional(readOnly = true)
    public Optional<Mandate> see(MandateId id, Account account) {
        return table.find(id).filter(mandate -> side(mandate, account).isPresent());
    }

    /// Which of the two someone is: the employer is also every colleague who may deposit for it, so
    /// that no mandate depends on the one who gave it.
    @Transactional(readOnly = true)
    public Optional<Side> side(Mandate mandate, Account account) {
        return mandate.side(account.id())
                .or(() -> acts(mandate, account) ? Optional.of(Side.GIVER) : Optional.empty());
    }

    /// A mandate, for the house's own work.
    @Transactional(readOnly = true)
    public Mandate mandate(MandateId id) {
        return table.find(id).orElseThrow();
    }

    /// Those that someone gives or holds, the newest first.
    @Transactional(readOnly = true)
    public List<Mandate> of(Account account) {
        return table.of(
                account.id(),
                depositing(account)
                        .filter(Membership::whole)
                        .flatMap(member -> member.employer().siren().stream())
                        .map(Siren::value)
                        .toList());
    }

    /// Those that someone holds.
    @Transactional(readOnly = true)
    public Portfolio heldBy(UUID account) {
        return new Portfolio(table.held(account));
    }

    /// Those that someone holds, for an act that rests on them: none can be ended before the
    /// transaction of the act, which must have begun.
    @Transactional
    public Portfolio holding(UUID account) {
        return new Portfolio(table.holding(account));
    }

    /// The mandates that are for this request: those that name it, and those of the same employer
    /// that whoever files holds.
    @Transactional(readOnly = true)
    public List<Mandate> on(Request request, @Nullable UUID filer) {
        String siret = request.siret();
        String siren = siret == null ? null : siret.substring(0, SIREN_LENGTH);
        return table.on(request.scope(), siren, filer);
    }

    // ---- what people do with them

    /// Writes down the terms of a mandate, which never change.
    ///
    /// @param by one of the two
    @Transactional
    public Mandate draft(Proposal proposal, Account by) {
        Mandate mandate =
                new Mandate(
                        new MandateId(UUID.randomUUID()),
                        proposal.giver(),
                        proposal.holder(),
                        proposal.reach(),
                        proposal.powers(),
                        proposal.from(),
                        proposal.until(),
                        new Drafted(),
                        now(),
                        null);
        if (side(mandate, by).isEmpty()) {
            throw new StaleMandate();
        }
        table.insert(mandate, by.id());
        journal.record(
                mandate.id().subject(),
                by.actor(),
                "mandate.drafted",
                Map.of("from", mandate.from().toString(), "until", mandate.until().toString()),
                Map.of("giver", mandate.giver().name(), "holder", mandate.holder().name()));
        return mandate;
    }

    /// Asks in the other of the two, by a link that goes by e-mail and a code that does not.
    ///
    /// @return the code, which cannot be shown again
    @Transactional
    public Issued ask(MandateId id, String email, Account by, String language) {
        Mandate mandate = held(id, by);
        Side side = side(mandate, by).orElseThrow();
        boolean missing =
                side == Side.HOLDER
                        ? mandate.open() && mandate.giver().account() == null
                        : mandate.holder().account() == null;
        if (!missing) {
            throw new StaleMandate();
        }
        invitations.on(id.scope()).forEach(sent -> invitations.revoke(sent.id(), by.actor()));
        if (mandate.open()) {
            write(mandate, mandate.with(new Asked(now())), by, "mandate.asked", Map.of());
        }
        return invitations.invite(
                email,
                side == Side.HOLDER ? GIVER : HOLDER,
                id.scope(),
                language,
                by.actor(),
                by.displayName(),
                id.number());
    }

    /// Asks the employer who has come in already.
    @Transactional
    public Mandate ask(MandateId id, Account by) {
        Mandate mandate = held(id, by);
        if (mandate.giver().account() == null
                || !mandate.open()
                || side(mandate, by).filter(Side.HOLDER::equals).isEmpty()) {
            throw new StaleMandate();
        }
        Mandate asked =
                write(mandate, mandate.with(new Asked(now())), by, "mandate.asked", Map.of());
        letters.asked(asked);
        return asked;
    }

    /// Whether an invitation to this relation is to a mandate.
    public static boolean invites(String relation) {
        return relation.equals(GIVER) || relation.equals(HOLDER);
    }

    /// Lets in whoever has both the link and the code, as the one of the two who was asked. Nothing
    /// is given by that: the text is shown first.
    @Transactional
    public Acceptance join(String token, String code, Account by) {
        Acceptance acceptance = invitations.accept(token, code, by);
        if (acceptance instanceof Acceptance.Joined(String relation, Scope scope)) {
            Mandate mandate = table.lock(new MandateId(UUID.fromString(scope.id()))).orElseThrow();
            Side side = relation.equals(GIVER) ? Side.GIVER : Side.HOLDER;
            if (mandate.side(by.id()).isEmpty()) {
                write(
                        mandate,
                        mandate.joinedBy(side, by.id()),
                        by,
                        "mandate.joined",
                        Map.of("side", side.name()));
            }
        }
        return acceptance;
    }

    /// The employer gives the mandate here.
    ///
    /// @param person who accepts, by name, and in which capacity, as he says it
    /// @param text the hash of the text that he was shown
    @Transactional
    public Mandate accept(MandateId id, String person, String capacity, String text, Account by) {
        Mandate mandate = open(id, Side.GIVER, by);
        Given given =
                new Given(
                        now(),
                        Way.ONLINE,
                        by.id(),
                        person.strip(),
                        capacity.strip(),
                        today(),
                        acts(mandate, by));
        return give(mandate, given, null, by, Map.of("way", "ONLINE", "text sha256", text));
    }

    /// A signed copy is sent, by either of the two.
    ///
    /// @param signedOn the day written beside the signature
    @Transactional
    public Mandate sign(
            MandateId id,
            DocumentId copy,
            String person,
            String capacity,
            LocalDate signedOn,
            Account by) {
        Mandate mandate = held(id, by);
        if (!mandate.open()) {
            throw new StaleMandate();
        }
        Given given =
                new Given(
                        now(),
                        Way.PAPER,
                        by.id(),
                        person.strip(),
                        capacity.strip(),
                        signedOn,
                        false);
        invitations.on(id.scope()).forEach(sent -> invitations.revoke(sent.id(), by.actor()));
        return give(
                mandate,
                given,
                copy,
                by,
                Map.of("way", "PAPER", "document", copy.toString(), "signed", signedOn.toString()));
    }

    private Mandate give(
            Mandate mandate,
            Given given,
            @Nullable DocumentId copy,
            Account by,
            Map<String, String> facts) {
        Mandate after = mandate.with(given);
        journal.record(
                mandate.id().subject(),
                by.actor(),
                "mandate.given",
                facts,
                Map.of("person", given.person(), "capacity", given.capacity()));
        Mandate kept = copy == null ? after : after.with(copy);
        table.update(kept);
        letters.given(kept, by.id());
        events.publishEvent(new MandateGiven(kept.id(), given.at()));
        return kept;
    }

    /// The employer says no.
    @Transactional
    public Mandate refuse(MandateId id, Account by) {
        Mandate mandate = open(id, Side.GIVER, by);
        Mandate refused =
                write(
                        mandate,
                        mandate.with(new Refused(now(), by.id())),
                        by,
                        "mandate.refused",
                        Map.of());
        letters.refused(refused);
        return refused;
    }

    /// Ends it at once: the employer withdraws it when it sees fit (article 2004 of the Code
    /// civil), and its holder may give it up by telling the employer (article 2007).
    @Transactional
    public Mandate end(MandateId id, Account by) {
        Mandate mandate = held(id, by);
        if (!mandate.canEnd(now()) || !(mandate.standing() instanceof Given given)) {
            throw new StaleMandate();
        }
        Side side = side(mandate, by).orElseThrow();
        Mandate ended =
                write(
                        mandate,
                        mandate.with(new Ended(given, now(), by.id(), side)),
                        by,
                        "mandate.ended",
                        Map.of("side", side.name()));
        letters.ended(ended);
        events.publishEvent(new MandateEnded(id, now()));
        return ended;
    }

    private LocalDate today() {
        return now().atZone(HolidayZone.METROPOLE.id()).toLocalDate();
    }

    // ----

    private Mandate open(MandateId id, Side side, Account by) {
        Mandate mandate = held(id, by);
        if (!mandate.open() || side(mandate, by).filter(side::equals).isEmpty()) {
            throw new StaleMandate();
        }
        return mandate;
    }

    private Mandate held(MandateId id, Account by) {
        return table.lock(id)
                .filter(mandate -> side(mandate, by).isPresent())
                .orElseThrow(StaleMandate::new);
    }

    /// Whether the house knows that someone acts for the employer who gives: a colleague who may
    /// deposit, for the whole of it or for each establishment of the mandate.
    private boolean acts(Mandate mandate, Account by) {
        Set<String> named =
                mandate.reach() instanceof Reach.Requests(_, var sirets, _) ? sirets : Set.of();
        return depositing(by)
                .filter(member -> isOf(member, mandate))
                .anyMatch(
                        member ->
                                member.whole()
                                        || (!named.isEmpty()
                                                && member.sirets().containsAll(named)));
    }

    private static boolean isOf(Membership member, Mandate mandate) {
        return member.employer()
                .siren()
                .filter(siren -> siren.value().equals(mandate.giver().siren()))
                .isPresent();
    }

    private Stream<Membership> depositing(Account account) {
        return Membership.of(grants.of(account.id())).stream()
                .filter(member -> member.role().allows(Role.DEPOSITS));
    }

    private Mandate write(
            Mandate before, Mandate after, Account by, String act, Map<String, String> facts) {
        if (!before.equals(after)) {
            table.update(after);
        }
        journal.record(after.id().subject(), by.actor(), act, facts);
        return after;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
