package fr.gouv.workinfrance.examination.margin;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// How someone judged a criterion of a procedure in a dossier.
///
/// @param criterion its id in the version whose criteria apply
/// @param verdict absent when it was taken back
/// @param words why; empty when nothing was written
public record Judgement(
        String criterion, @Nullable Verdict verdict, String words, UUID by, Instant at) {

    /// The longest why.
    public static final int LONGEST = 300;

    /// What can be said of a criterion.
    public enum Verdict {
        MET,
        NOT_MET,
        NOT_APPLICABLE
    }

    /// Whether this is what was said already.
    boolean says(@Nullable Verdict other, String why) {
        return verdict == other && words.equals(why);
    }
}
