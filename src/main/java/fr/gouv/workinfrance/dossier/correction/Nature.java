package fr.gouv.workinfrance.dossier.correction;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What the law makes of one line of a request for corrections.
public enum Nature {
    /// A piece or a piece of information that a text requires is missing, or as good as missing:
    /// the time limit waits for the time given to answer, and no longer.
    MISSING("L114-5 CRPA"),
    /// A piece is missing that the examination can do without: nothing waits for it.
    SECONDARY("L114-5-1 CRPA"),
    /// What was said or joined is to be made clear: no text requires it, and nothing waits for it.
    CLARIFICATION(null);

    private final @Nullable String article;

    Nature(@Nullable String article) {
        this.article = article;
    }

    /// The article that gives the line its effect, or says that it has none.
    public Optional<String> article() {
        return Optional.ofNullable(article);
    }
}
