package fr.gouv.workinfrance.examination.appeal;

import fr.gouv.workinfrance.procedure.Appeal;
import fr.gouv.workinfrance.procedure.Appeal.Reply;
import fr.gouv.workinfrance.procedure.LegalSource;
import fr.gouv.workinfrance.procedure.Statement;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One line of the clock of what was deposited.
///
/// @param articles the texts that give it its effect; empty when none does
/// @param limit the day on which silence takes its meaning, as known after this line; absent once
///   it has, or once there is an answer
public record Step(Kind kind, LocalDate day, String articles, @Nullable LocalDate limit) {

    public enum Kind {
        /// It was received: the time to answer runs.
        RECEIVED,
        /// The time has passed without an answer, and the appeal is rejected.
        REJECTED_BY_SILENCE,
        /// The time has passed, and the reasons did not come.
        UNREASONED,
        REJECTED,
        ACCEPTED,
        REASONS,
        REPLACED
    }

    /// The whole clock, the oldest line first.
    ///
    /// @param way the one that was taken, as the catalogue has it
    public static List<Step> of(Recourse one, Appeal way) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Kind.RECEIVED, one.day(), cited(way.statement()), one.limit()));
        Reply reply = way.reply();
        if (one.silent() && reply != null) {
            Kind kind =
                    switch (one.silence()) {
                        case REJECTED -> Kind.REJECTED_BY_SILENCE;
                        case UNREASONED -> Kind.UNREASONED;
                    };
            steps.add(new Step(kind, one.limit(), cited(reply.statement()), null));
        }
        Recourse.Answer answer = one.answer();
        if (answer != null) {
            Kind kind =
                    switch (answer.kind()) {
                        case REJECTED -> Kind.REJECTED;
                        case ACCEPTED -> Kind.ACCEPTED;
                        case REASONS -> Kind.REASONS;
                        case REPLACED -> Kind.REPLACED;
                    };
            steps.add(new Step(kind, answer.day(), "", null));
        }
        return List.copyOf(steps);
    }

    private static String cited(Statement statement) {
        return statement.law().stream()
                .map(LegalSource::article)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
