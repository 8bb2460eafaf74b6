package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.appeal.Recourse;
import fr.gouv.workinfrance.examination.appeal.Refusal;
import fr.gouv.workinfrance.permit.Terms;
import fr.gouv.workinfrance.procedure.Appeal.Silence;
import fr.gouv.workinfrance.procedure.Gap;
import fr.gouv.workinfrance.procedure.Procedures;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What is wrong with an act that is to be drafted.
@Component
class Faults {

    private final Decisions decisions;
    private final Dossiers dossiers;
    private final Appeals appeals;
    private final Wordings wordings;
    private final Procedures procedures;
    private final Days days;

    Faults(
            Decisions decisions,
            Dossiers dossiers,
            Appeals appeals,
            Wordings wordings,
            Procedures procedures,
            Days days) {
        this.decisions = decisions;
        this.dossiers = dossiers;
        this.appeals = appeals;
        this.wordings = wordings;
        this.procedures = procedures;
        this.days = days;
    }

    /// @param printed what the authorization says today; empty of a dossier that led to none
    Drafting.Faulty of(
            Dossier dossier, List<Revision> known, Matter matter, Optional<Terms> printed) {
        return switch (matter) {
            case Rectification mended -> {
                Terms today = held(dossier, printed);
                if (!today.equals(mended.before())
                        || mended.acquired() != dossier.course().acquired().isPresent()) {
                    throw Revisions.illegal(Why.STALE, Act.REVISE, dossier);
                }
                Set<String> fields = mended.faults();
                List<Gap> gaps =
                        fields.isEmpty()
                                ? decisions.faults(dossier, Revisions.with(dossier, mended.after()))
                                : List.of();
                yield new Drafting.Faulty(fields, gaps);
            }
            case Erratum erratum -> {
                if (!wordings.of(dossier, known).equals(Optional.of(erratum.before()))) {
                    throw Revisions.illegal(Why.STALE, Act.REVISE, dossier);
                }
                yield new Drafting.Faulty(erratum.faults(), List.of());
            }
            case Withdrawal withdrawal -> {
                held(dossier, printed);
                yield new Drafting.Faulty(
                        withdrawal.faults(
                                procedures.retraction(),
                                days.decided(dossier),
                                days.today(dossier),
                                days.legal(dossier)),
                        List.of());
            }
            case Rejection rejection -> {
                waiting(dossier, rejection.appeal(), Silence.REJECTED);
                yield new Drafting.Faulty(rejection.faults(), List.of());
            }
            case Reversal reversal -> {
                Recourse one = waiting(dossier, reversal.appeal(), Silence.REJECTED);
                if (!Refusal.of(dossier).equals(Optional.of(one.refusal()))) {
                    throw Revisions.illegal(Why.STALE, Act.REVISE, dossier);
                }
                yield new Drafting.Faulty(
                        reversal.faults(decided(dossier), dossiers.today(dossier)), List.of());
            }
            case Explanation explanation -> {
                waiting(dossier, explanation.appeal(), Silence.UNREASONED);
                yield new Drafting.Faulty(explanation.faults(), List.of());
            }
        };
    }

    /// What the authorization says, of a dossier that led to one.
    private static Terms held(Dossier dossier, Optional<Terms> printed) {
        return printed.orElseThrow(() -> Revisions.illegal(Why.NOT_ALLOWED, Act.REVISE, dossier));
    }

    /// What is answered, as long as nobody has.
    private Recourse waiting(Dossier dossier, UUID appeal, Silence silence) {
        return appeals.of(dossier.id()).stream()
                .filter(one -> one.id().equals(appeal) && one.open())
                .filter(one -> one.silence() == silence)
                .findFirst()
                .orElseThrow(() -> Revisions.illegal(Why.STALE, Act.REVISE, dossier));
    }

    private @Nullable LocalDate decided(Dossier dossier) {
        return dossier.stage() instanceof Stage.Decided decided
                ? decided.signed().at().atZone(HolidayZone.METROPOLE.id()).toLocalDate()
                : null;
    }
}
