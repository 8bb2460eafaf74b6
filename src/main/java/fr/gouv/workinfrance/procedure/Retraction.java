package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.calendar.LegalPeriod;

import java.util.List;
import java.util.Optional;

/// How an authorization that was granted may be taken back.
///
/// @param within how long the person concerned has to answer, at the least
/// @param hearing what he is told of his right to answer
/// @param grounds on which it may be
public record Retraction(LegalPeriod within, Statement hearing, List<Ground> grounds) {

    /// None may be.
    public static final Retraction NONE =
            new Retraction(
                    new LegalPeriod(1, LegalPeriod.Unit.MONTHS),
                    new Statement(
                            "withdrawal.hearing",
                            Statement.Topic.AFTERWARDS,
                            new Words("–", "–"),
                            List.of()),
                    List.of());

    public Retraction {
        grounds = List.copyOf(grounds);
    }

    /// A ground by its id.
    public Optional<Ground> ground(String id) {
        return grounds.stream().filter(ground -> ground.id().equals(id)).findFirst();
    }
}
