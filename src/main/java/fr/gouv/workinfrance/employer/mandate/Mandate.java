package fr.gouv.workinfrance.employer.mandate;

import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.employer.mandate.Standing.Asked;
import fr.gouv.workinfrance.employer.mandate.Standing.Drafted;
import fr.gouv.workinfrance.employer.mandate.Standing.Ended;
import fr.gouv.workinfrance.employer.mandate.Standing.Given;
import fr.gouv.workinfrance.employer.mandate.Standing.Refused;
import fr.gouv.workinfrance.employer.mandate.Standing.Side;
import fr.gouv.workinfrance.employer.mandate.Standing.Way;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// An employer lets someone act in its name: the written mandate of R5221-1 II of the Code du
/// travail (R5221-11 until March 2021). Its terms never change: other terms are another mandate.
///
/// @param from its first day
/// @param until its last day, included; a day ends at midnight in Paris
/// @param document the signed copy, or the sealed one; absent until there is one
public record Mandate(
        MandateId id,
        Giver giver,
        Holder holder,
        Reach reach,
        Set<Power> powers,
        LocalDate from,
        LocalDate until,
        Standing standing,
        Instant draftedAt,
        @Nullable DocumentId document) {

    /// How long before its end both are told of it.
    private static final int ANNOUNCED_DAYS = 14;

    private static final ZoneId PARIS = HolidayZone.METROPOLE.id();

    /// The employer, or the company of R5221-1 II.
    ///
    /// @param name as registered, or as the person is called
    /// @param siren absent for a private person, and for whoever has none
    /// @param account who answers for it; absent while nobody has come
    public record Giver(String name, @Nullable String siren, @Nullable UUID account) {}

    /// Who acts for it.
    ///
    /// @param organization of which he is an agent; empty when he acts on his own
    /// @param account absent while he has not come in
    public record Holder(String name, String organization, @Nullable UUID account) {}

    /// Where a mandate is on some day.
    public enum State {
        DRAFTED,
        AWAITING,
        /// Given, and not begun.
        TO_COME,
        IN_FORCE,
        REFUSED,
        EXPIRED,
        WITHDRAWN
    }

    public Mandate {
        powers = Set.copyOf(powers);
        if (powers.isEmpty() || until.isBefore(from)) {
            throw new IllegalArgumentException("a mandate allows something, for some time");
        }
        if (reach instanceof Reach.Requests(_, var establishments, _)
                && (giver.siren() == null
                        || !establishments.stream().allMatch(s -> s.startsWith(giver.siren())))) {
            throw new IllegalArgumentException(
                    "only an employer with a SIREN can be known by its requests to come");
        }
    }

    /// Where it is at that instant: as far as is known now, for an instant that has passed.
    public State stateAt(Instant at) {
        return switch (standing) {
            case Drafted _ -> State.DRAFTED;
            case Asked _ -> State.AWAITING;
            case Refused _ -> State.REFUSED;
            case Ended(_, Instant end, _, _) when !at.isBefore(end) -> State.WITHDRAWN;
            case Ended(Given given, _, _, _) -> given(given, at);
            case Given given -> given(given, at);
        };
    }

    private State given(Given given, Instant at) {
        LocalDate day = at.atZone(PARIS).toLocalDate();
        boolean before =
                given.way() == Way.ONLINE
                        ? at.isBefore(given.at())
                        : day.isBefore(given.signedOn());
        if (before) {
            return State.AWAITING;
        }
        if (day.isBefore(from)) {
            return State.TO_COME;
        }
        return day.isAfter(until) ? State.EXPIRED : State.IN_FORCE;
    }

    public boolean inForceAt(Instant at) {
        return stateAt(at) == State.IN_FORCE;
    }

    /// Whether its holder may do this on this request at that instant.
    public boolean covers(Request request, Power power, Instant at) {
        return limit(request, power, at).isEmpty();
    }

    /// Why its holder may not; empty when he may.
    public Optional<Limit> limit(Request request, Power power, Instant at) {
        Optional<Limit> now =
                switch (stateAt(at)) {
                    case DRAFTED, AWAITING -> Optional.of(Limit.NOT_GIVEN);
                    case REFUSED -> Optional.of(Limit.REFUSED);
                    case TO_COME -> Optional.of(Limit.NOT_YET);
                    case EXPIRED -> Optional.of(Limit.EXPIRED);
                    case WITHDRAWN -> Optional.of(Limit.WITHDRAWN);
                    case IN_FORCE -> Optional.empty();
                };
        return now.or(() -> reach.limit(request, giver.siren()))
                .or(
                        () ->
                                powers.contains(power)
                                        ? Optional.empty()
                                        : Optional.of(Limit.OTHER_POWER));
    }

    /// Whether it says anything of this request: it names it, or is of the same employer.
    public boolean concerns(Request request) {
        return reach.limit(request, giver.siren()).filter(Limit.OTHER_REQUEST::equals).isEmpty();
    }

    /// Whether it opens requests to which its holder is otherwise nothing: the house must know that
    /// whoever gave it acts for that employer. An address that somebody typed, or a paper, proves
    /// it for the requests that the holder himself files, where the office looks at it.
    public boolean opens() {
        return standing.given()
                .filter(given -> given.way() == Way.ONLINE && given.known())
                .isPresent();
    }

    /// Which of the two someone is; empty for anyone else.
    public Optional<Side> side(UUID account) {
        return account.equals(giver.account())
                ? Optional.of(Side.GIVER)
                : account.equals(holder.account()) ? Optional.of(Side.HOLDER) : Optional.empty();
    }

    /// The request that it is for, when it is for one alone.
    public Optional<Scope> request() {
        return reach instanceof Reach.OneRequest(Scope scope, _, _)
                ? Optional.of(scope)
                : Optional.empty();
    }

    /// The day on which both are told that it ends: two weeks before, or its first day when it is
    /// shorter than that.
    LocalDate announcedOn() {
        LocalDate before = until.minusDays(ANNOUNCED_DAYS);
        return before.isBefore(from) ? from : before;
    }

    /// The first instant at which it no longer holds, unless it is ended before.
    public Instant end() {
        return until.plusDays(1).atStartOfDay(PARIS).toInstant();
    }

    // ---- what people do with it

    /// Whether it can still be asked for, accepted, refused, or its signed copy sent.
    public boolean open() {
        return standing instanceof Drafted || standing instanceof Asked;
    }

    /// Whether it can be ended: given, and neither ended nor expired.
    public boolean canEnd(Instant at) {
        return standing instanceof Given
                && (stateAt(at) == State.IN_FORCE || stateAt(at) == State.TO_COME);
    }

    Mandate with(Standing next) {
        return new Mandate(
                id, giver, holder, reach, powers, from, until, next, draftedAt, document);
    }

    Mandate with(DocumentId signed) {
        return new Mandate(
                id, giver, holder, reach, powers, from, until, standing, draftedAt, signed);
    }

    /// The same, once one of the two has come in.
    Mandate joinedBy(Side side, UUID account) {
        return new Mandate(
                id,
                side == Side.GIVER ? new Giver(giver.name(), giver.siren(), account) : giver,
                side == Side.HOLDER
                        ? new Holder(holder.name(), holder.organization(), account)
                        : holder,
                reach,
                powers,
                from,
                until,
                standing,
                draftedAt,
                document);
    }
}
