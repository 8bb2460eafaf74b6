package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.deed.Fact;
import fr.gouv.workinfrance.deed.Passage;
import fr.gouv.workinfrance.dossier.clock.ClockLine;
import fr.gouv.workinfrance.dossier.clock.LegalClock;
import fr.gouv.workinfrance.language.Language;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.util.Locale;

/// The ledger of a legal time limit, in the words of official documents: the same lines as on the
/// pages. In French, the language of the administration (L111-1 CRPA).
@Component
public class Ledgers {

    private final MessageSource words;

    Ledgers(MessageSource words) {
        this.words = words;
    }

    /// Line by line: the day, what happened to the time limit, the article, because of whom, and
    /// the legal date that follows.
    public Passage passage(LegalClock clock) {
        return Passage.stating(
                say("site.follow.clock"), clock.lines().stream().map(this::line).toList());
    }

    private Fact line(ClockLine line) {
        StringBuilder said = new StringBuilder(say("site.clock.kind." + line.kind()));
        said.append(" (").append(say("site.clock.by.short")).append(' ');
        said.append(say("site.clock.cause." + line.cause()));
        if (line.article() != null) {
            said.append(", ").append(line.article());
        }
        said.append(')');
        if (line.limit() != null) {
            said.append("\u00a0: ")
                    .append(
                            words.getMessage(
                                    "site.clock.then",
                                    new Object[] {Language.FRENCH.written(line.limit())},
                                    Locale.FRENCH));
        }
        return new Fact(Language.FRENCH.written(line.day()), said.toString());
    }

    private String say(String key) {
        return words.getMessage(key, null, Locale.FRENCH);
    }
}
