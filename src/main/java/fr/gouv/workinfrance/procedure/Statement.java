package fr.gouv.workinfrance.procedure;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// One thing the catalogue says about the law, in words, with its sources.
///
/// @param id unique within a version, "silence" or "refusal.contract-not-fixed-term"
/// @param topic what it is about
/// @param words what a person reads
/// @param law its sources, at least one
/// @param when whom it concerns; everybody when null
public record Statement(
        String id, Topic topic, Words words, List<LegalSource> law, @Nullable Condition when) {

    /// One that concerns everybody.
    public Statement(String id, Topic topic, Words words, List<LegalSource> law) {
        this(id, topic, words, law, null);
    }

    /// The same, of those alone.
    public Statement concerning(@Nullable Condition whom) {
        return new Statement(id, topic, words, law, whom);
    }

    /// Whether it concerns whoever gave these answers; it does while nobody can tell.
    public boolean concerns(Map<String, Object> values) {
        return when == null || when.judge(values, null) != Truth.FALSE;
    }

    /// What a statement is about, in the order in which the public page tells it.
    public enum Topic {
        /// Which text opened this version.
        OPENING,
        /// What a transitional rule keeps of the law before.
        TRANSITION,
        /// Who may file.
        FILER,
        /// Why the worker has to confirm before a deposit.
        ATTESTATION,
        /// Which office is competent.
        COMPETENCE,
        /// What has to be joined.
        PIECE,
        /// What the answers have to respect between them.
        RULE,
        /// The legal time limit.
        TIME_LIMIT,
        /// What silence means once the limit has passed.
        SILENCE,
        /// What has to be true for the authorization to be granted.
        CRITERION,
        /// Why it may be refused.
        REFUSAL,
        /// What the authorization is limited to.
        LIMIT,
        /// Under which conditions it may be granted, as the case calls for.
        CONDITION,
        /// What the applicant may do while waiting.
        MEANWHILE,
        /// What comes after a favourable decision.
        AFTERWARDS,
        /// Which administrations are asked or informed.
        EXCHANGE,
        /// How a decision can be contested.
        APPEAL,
        /// What it costs.
        TAX
    }

    /// The surest of its sources: one official text is enough to carry a statement.
    public Confidence confidence() {
        return law.stream()
                .map(LegalSource::confidence)
                .min(Comparator.naturalOrder())
                .orElse(Confidence.UNKNOWN);
    }
}
