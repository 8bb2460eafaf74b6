package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.calendar.LegalPeriod;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/// One way of contesting a decision, or of being told its reasons.
///
/// @param id unique within the version: `gracieux`, `hierarchique`, `motifs`, `contentieux`
/// @param name its name
/// @param before to whom it is addressed
/// @param authority which authority that is
/// @param against what refusals it is open against
/// @param within how long after the notification it is open
/// @param statement how it goes, with its sources
/// @param reply what the authority has to answer within; absent for the court
/// @param starts from when the time runs; the court's alone, which is that of the others (L411-2
///   CRPA)
public record Appeal(
        String id,
        Words name,
        Words before,
        Authority authority,
        Against against,
        LegalPeriod within,
        Statement statement,
        @Nullable Reply reply,
        @Nullable Starts starts) {

    /// To whom it goes.
    public enum Authority {
        /// Who decided (L410-1 2° CRPA).
        SAME,
        /// Whom he is under (L410-1 3° CRPA).
        ABOVE,
        /// The judge: it is not deposited here.
        COURT
    }

    /// What refusals it is open against.
    public enum Against {
        /// All of them.
        ANY,
        /// One that came from silence, whose reasons nobody has told.
        SILENCE
    }

    /// How long the authority has, and what its silence means after that.
    ///
    /// @param period from the receipt
    public record Reply(LegalPeriod period, Silence silence, Statement statement) {}

    /// What the silence of the authority means.
    public enum Silence {
        /// The appeal is rejected (L411-7 CRPA).
        REJECTED,
        /// The refusal whose reasons were asked for stands without them (L232-4 CRPA).
        UNREASONED
    }

    /// From when the time to appeal runs.
    ///
    /// @param decision against a refusal that was decided
    /// @param silence against one that came from silence
    public record Starts(Statement decision, Statement silence) {}

    /// What is said of it beyond how it goes: what silence means, or from when the time runs.
    public List<Statement> further() {
        return Stream.concat(
                        Stream.ofNullable(reply).map(Reply::statement),
                        Stream.ofNullable(starts)
                                .flatMap(from -> Stream.of(from.decision(), from.silence())))
                .toList();
    }

    /// Whether it is deposited here.
    public boolean here() {
        return authority != Authority.COURT;
    }

    /// Whether it is open against a refusal.
    ///
    /// @param silent whether it came from silence
    public boolean opens(boolean silent) {
        return silent || against == Against.ANY;
    }
}
