package fr.gouv.workinfrance.procedure.review;

import fr.gouv.workinfrance.procedure.Confidence;
import fr.gouv.workinfrance.procedure.LegalSource;
import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// One thing that a version says, taken apart, so that it can be held beside the same thing in
/// another version.
///
/// @param chapter what it is about
/// @param id unique within the chapter
/// @param name what it is called
/// @param part whose part of the request it belongs to; null when it is nobody's
/// @param traits what it says in each respect, in the order of [Trait]
/// @param law its sources; empty when it is no statement of law
public record Clause(
        Chapter chapter,
        String id,
        Said name,
        @Nullable Part part,
        Map<Trait, Said> traits,
        List<LegalSource> law) {

    /// Whether it is a statement of law.
    public boolean legal() {
        return !law.isEmpty();
    }

    /// How far it may be trusted: one official text is enough to carry it.
    public Confidence confidence() {
        return law.stream()
                .map(LegalSource::confidence)
                .min(Comparator.naturalOrder())
                .orElse(Confidence.UNKNOWN);
    }

    /// What it says in that respect.
    public Said said(Trait trait) {
        return traits.getOrDefault(trait, new Said.Nothing());
    }

    /// The name of the place where it stands on the page of its version.
    public String anchor() {
        return chapter.anchor() + "." + id;
    }

    boolean sameAs(Clause other) {
        return chapter == other.chapter && id.equals(other.id);
    }
}
