package fr.gouv.workinfrance.employer.mandate;

import fr.gouv.workinfrance.employer.mandate.Standing.Ended;
import fr.gouv.workinfrance.employer.mandate.Standing.Given;
import fr.gouv.workinfrance.employer.mandate.Standing.Refused;
import fr.gouv.workinfrance.employer.mandate.Standing.Side;
import fr.gouv.workinfrance.employer.mandate.Standing.Way;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All the mandates that one person holds, the newest first, and what they let him do together.
public record Portfolio(List<Mandate> mandates) {

    public Portfolio {
        mandates = List.copyOf(mandates);
    }

    /// Why someone who files for an employer may not do this; empty when he may.
    ///
    /// The mandates that concern the request hold him, one that covers it being enough. While none
    /// was ever answered he may go on: his mandate may be on paper, a deposit is receipt all the
    /// same, and the office looks at it.
    public Optional<Limit> limit(Request request, Power power, Instant at) {
        if (covering(request, power, at).isPresent()) {
            return Optional.empty();
        }
        return mandates.stream()
                .filter(mandate -> mandate.concerns(request))
                .filter(mandate -> counts(mandate, request))
                .flatMap(mandate -> mandate.limit(request, power, at).stream())
                .filter(limit -> limit != Limit.NOT_GIVEN)
                // an answer is what would mend it
                .filter(limit -> power != Power.FILL || !limit.ofReach())
                .findFirst();
    }

    /// The mandate by which he may do this, if one of them lets him.
    public Optional<Mandate> covering(Request request, Power power, Instant at) {
        return mandates.stream()
                .filter(mandate -> mandate.covers(request, power, at))
                .filter(mandate -> counts(mandate, request))
                .findFirst();
    }

    /// The mandate that opens this request to someone who is otherwise nothing to it.
    public Optional<Mandate> opening(Request request, Power power, Instant at) {
        return mandates.stream()
                .filter(Mandate::opens)
                .filter(mandate -> mandate.covers(request, power, at))
                .findFirst();
    }

    /// Once the employer has said no here, or has withdrawn its mandate, no copy of a paper that
    /// the holder sends afterwards undoes it: it is given again where it was taken back.
    private boolean counts(Mandate mandate, Request request) {
        return mandate.standing()
                .given()
                .filter(given -> given.way() == Way.PAPER)
                .map(
                        given ->
                                mandates.stream()
                                        .noneMatch(other -> deniedBefore(other, request, given)))
                .orElse(true);
    }

    private static boolean deniedBefore(Mandate other, Request request, Given paper) {
        return other.concerns(request)
                && switch (other.standing()) {
                    case Refused(Instant at, _) -> !at.isAfter(paper.at());
                    case Ended(_, Instant at, _, Side side) ->
                            side == Side.GIVER && !at.isAfter(paper.at());
                    case Standing.Drafted _, Standing.Asked _, Given _ -> false;
                };
    }
}
