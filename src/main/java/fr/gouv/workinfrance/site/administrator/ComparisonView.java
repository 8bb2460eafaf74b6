package fr.gouv.workinfrance.site.administrator;

import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.Words;
import fr.gouv.workinfrance.procedure.review.Chapter;
import fr.gouv.workinfrance.procedure.review.Clause;
import fr.gouv.workinfrance.procedure.review.Comparison;
import fr.gouv.workinfrance.procedure.review.Difference.Change;
import fr.gouv.workinfrance.procedure.review.Said;
import fr.gouv.workinfrance.site.Shell;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Two versions side by side.
///
/// @param before the one on the left
/// @param after the one on the right
public record ComparisonView(
        Procedure procedure, Version before, Version after, Comparison comparison) {

    /// Two texts to be read against each other.
    ///
    /// @param language of both
    public record Texts(String language, Wording wording) {}

    /// What was written, word against word, when the change is one of words: in the language of the
    /// page when it differs there, in the other when only that one does.
    public static @Nullable Texts texts(Change change, Shell shell) {
        if (change.before() instanceof Said.Told(Words then)
                && change.after() instanceof Said.Told(Words now)) {
            Language mine = shell.spoken();
            Language other = mine == Language.FRENCH ? Language.ENGLISH : Language.FRENCH;
            Language language = then.in(mine).equals(now.in(mine)) ? other : mine;
            return new Texts(language.code(), Wording.of(then.in(language), now.in(language)));
        }
        return null;
    }

    /// "2 ajoutées, 1 retirée, 3 modifiées"
    public String counted(Chapter chapter, Shell shell) {
        List<String> counts = new ArrayList<>();
        count(comparison.added(chapter).size(), "added", shell, counts);
        count(comparison.removed(chapter).size(), "removed", shell, counts);
        count(comparison.changed(chapter).size(), "changed", shell, counts);
        return String.join(", ", counts);
    }

    private static void count(int many, String how, Shell shell, List<String> counts) {
        if (many > 0) {
            counts.add(shell.say("site.admin.count." + how, many));
        }
    }

    /// Where a clause of a version stands.
    public String at(Version version, Clause clause) {
        return CatalogueView.at(procedure, version.number(), clause);
    }
}
