package fr.gouv.workinfrance.procedure;

import java.util.Comparator;
import java.util.List;

/// One thing the catalogue says about the law, in words, with its sources.
///
/// @param id unique within a version, "silence" or "refusal.contract-not-fixed-term"
/// @param topic what it is about
/// @param words what a person reads
/// @param law its sources, at least one
public record Statement(String id, Topic topic, Words words, List<LegalSource> law) {
    /// What a statement is about, in the order in which the public page tells it.
    public enum Topic {
        /// Which text opened this version.
        OPENING,
        /// What a transitional rule keeps of the law before.
        TRANSITION,
        /// Who may file.
        FILER,
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
        /// What the applicant may do while waiting.
        MEANWHILE,
        /// What comes after a favourable decision.
        AFTERWARDS,
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
