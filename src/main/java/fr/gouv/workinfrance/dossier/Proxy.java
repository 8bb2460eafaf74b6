package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.employer.mandate.Limit;
import fr.gouv.workinfrance.employer.mandate.Portfolio;
import fr.gouv.workinfrance.employer.mandate.Power;
import fr.gouv.workinfrance.procedure.Part;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What someone is to a dossier, and how far his mandates let him act on it for the employer.
///
/// @param relations what he is, whatever his mandates say
/// @param held his mandates; none for someone whom they do not concern
record Proxy(Dossier dossier, Set<Relation> relations, Portfolio held, Instant now) {

    Proxy {
        relations = Set.copyOf(relations);
    }

    /// What he is to the dossier when he looks at it.
    Set<Relation> seeing() {
        List<Power> enough = enough(dossier.stage().name());
        return enough.stream()
                .map(this::with)
                .filter(as -> as.contains(Relation.MANDATE_HOLDER))
                .findFirst()
                .orElseGet(() -> with(enough.getFirst()));
    }

    /// What lets the holder of a mandate see a dossier that is there: one of these.
    static List<Power> enough(Stage.Name stage) {
        return switch (stage) {
            case DRAFT -> List.of(Power.FILL, Power.DEPOSIT);
            case DECIDED -> List.of(Power.RECEIVE_DECISION, Power.FOLLOW);
            case SUBMITTED, COMPLETE, IN_EXAMINATION, AWAITING_SIGNATURE, WITHDRAWN ->
                    List.of(Power.FOLLOW, Power.TAKE_BACK);
        };
    }

    /// What he is to the dossier when he does this.
    Set<Relation> doing(Act act) {
        return power(act).map(this::with).orElse(relations);
    }

    /// All that he may do now.
    Set<Act> open() {
        Set<Act> open = EnumSet.noneOf(Act.class);
        for (Act act : Act.values()) {
            if (Move.allows(act, doing(act), dossier.stage().name())) {
                open.add(act);
            }
        }
        return open;
    }

    /// Why his mandates keep him from doing this; empty when they do not.
    Optional<Why> limit(Act act) {
        return power(act).flatMap(this::limit);
    }

    /// Why he, who filed it, does not see it any more.
    Optional<Why> lost() {
        return limit(dossier.stage() instanceof Stage.Draft ? Power.FILL : Power.FOLLOW);
    }

    private Optional<Why> limit(Power power) {
        return relations.contains(Relation.MANDATE_HOLDER)
                ? held.limit(dossier.request(), power, now).map(Proxy::why)
                : Optional.empty();
    }

    /// Whoever files keeps what his mandates do not take from him; to someone else, the mandate of
    /// an employer whom the house knows opens the dossier.
    private Set<Relation> with(Power power) {
        Set<Relation> as = EnumSet.noneOf(Relation.class);
        as.addAll(relations);
        if (limit(power).isPresent()) {
            as.remove(Relation.MANDATE_HOLDER);
        } else if (held.opening(dossier.request(), power, now).isPresent()) {
            as.add(Relation.MANDATE_HOLDER);
        }
        return as;
    }

    /// Whether someone who is these parties stands in for this one: whoever files, for those that
    /// nobody has come to be; and whoever files under a mandate, for the employer, as long as he
    /// holds it, even beside the employer.
    static boolean standsIn(Dossier dossier, Part part, Collection<Part> own) {
        Part filer = dossier.filer();
        boolean mandated = filer != Part.EMPLOYER && own.contains(Part.MANDATE_HOLDER);
        boolean files = own.contains(filer) && (filer == Part.EMPLOYER || mandated);
        return (mandated && part == Part.EMPLOYER) || (files && dossier.party(part).isEmpty());
    }

    private static Optional<Power> power(Act act) {
        return switch (act) {
            case ANSWER, ATTACH, INVITE, REPLACE, ERASE, MEND -> Optional.of(Power.FILL);
            case ATTEST, SUBMIT, RETURN -> Optional.of(Power.DEPOSIT);
            case WRITE, OBSERVE -> Optional.of(Power.FOLLOW);
            case WITHDRAW -> Optional.of(Power.TAKE_BACK);
            case FILE,
                    TAKE_OVER,
                    HAND_OVER,
                    CONTEST,
                    RETRACT,
                    LEAVE,
                    ASSIGN,
                    FORWARD,
                    ASK,
                    CONSULT,
                    INFORM,
                    CERTIFY,
                    BEGIN,
                    PREPARE,
                    SEND_BACK,
                    SIGN,
                    REVISE,
                    SIGN_REVISION ->
                    Optional.empty();
        };
    }

    private static Why why(Limit limit) {
        return switch (limit) {
            case NOT_GIVEN -> Why.NOT_ALLOWED;
            case REFUSED -> Why.MANDATE_REFUSED;
            case NOT_YET -> Why.MANDATE_NOT_YET;
            case EXPIRED -> Why.MANDATE_EXPIRED;
            case WITHDRAWN -> Why.MANDATE_WITHDRAWN;
            case OTHER_REQUEST -> Why.MANDATE_OTHER_REQUEST;
            case OTHER_PROCEDURE -> Why.MANDATE_OTHER_PROCEDURE;
            case OTHER_ESTABLISHMENT -> Why.MANDATE_OTHER_ESTABLISHMENT;
            case OTHER_POWER -> Why.MANDATE_OTHER_POWER;
        };
    }
}
