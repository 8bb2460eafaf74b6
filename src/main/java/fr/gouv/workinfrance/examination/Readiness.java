package fr.gouv.workinfrance.examination;

import fr.gouv.workinfrance.opinion.Standing;
import fr.gouv.workinfrance.procedure.body.Body;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What is missing before a decision is prepared: what blocks it first, then what is only to be
/// known.
public record Readiness(List<Remark> remarks) {

    public Readiness {
        remarks = List.copyOf(remarks);
    }

    /// One thing that is missing.
    ///
    /// @param standing the opinion that it is about; absent when it is about none
    /// @param body the administration that was not asked; absent when it is about none
    /// @param count how many there are, of criteria or doubts; 0 of others
    public record Remark(Kind kind, @Nullable Standing standing, @Nullable Body body, long count) {

        public boolean blocks() {
            return kind == Kind.OPINION_AWAITED;
        }
    }

    /// What is missing, in the order in which it is told.
    public enum Kind {
        /// A compulsory opinion, whose day has not passed: it blocks.
        OPINION_AWAITED,
        /// An opinion that the procedure makes compulsory, and that nobody was asked.
        OPINION_NOT_ASKED,
        /// A service asked for more time, and waits for a yes or a no.
        EXTENSION_ASKED,
        /// An opinion that is not compulsory.
        OPINION_PENDING,
        /// An opinion whose day has passed, and that is still waited for.
        OPINION_LATE,
        /// Criteria of the procedure that nobody has judged.
        CRITERIA,
        /// Doubts of the machine that nobody has ticked off.
        DOUBTS
    }

    public boolean blocks() {
        return remarks.stream().anyMatch(Remark::blocks);
    }

    /// What has to be known of a dossier before it is decided.
    ///
    /// @param notAsked whose opinion the procedure makes compulsory, and that were not asked
    /// @param criteria how many nobody has judged
    /// @param doubts how many are open
    public static Readiness of(
            Collection<Standing> opinions, Collection<Body> notAsked, long criteria, long doubts) {
        List<Remark> remarks = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            switch (kind) {
                case OPINION_AWAITED, OPINION_PENDING, OPINION_LATE ->
                        opinions.stream()
                                .filter(one -> kind(one) == kind)
                                .forEach(one -> remarks.add(new Remark(kind, one, null, 0)));
                case EXTENSION_ASKED ->
                        opinions.stream()
                                .filter(one -> one.consultation().extensionAsked())
                                .forEach(one -> remarks.add(new Remark(kind, one, null, 0)));
                case OPINION_NOT_ASKED ->
                        notAsked.forEach(body -> remarks.add(new Remark(kind, null, body, 0)));
                case CRITERIA -> counted(kind, criteria, remarks);
                case DOUBTS -> counted(kind, doubts, remarks);
            }
        }
        return new Readiness(remarks);
    }

    private static void counted(Kind kind, long count, List<Remark> remarks) {
        if (count > 0) {
            remarks.add(new Remark(kind, null, null, count));
        }
    }

    /// What a service asked of another keeps nobody waiting; that which was given is missing no
    /// more.
    private static @Nullable Kind kind(Standing one) {
        if (!one.consultation().pending() || one.consultation().parent() != null) {
            return null;
        }
        if (one.blocks()) {
            return Kind.OPINION_AWAITED;
        }
        return one.late() ? Kind.OPINION_LATE : Kind.OPINION_PENDING;
    }
}
