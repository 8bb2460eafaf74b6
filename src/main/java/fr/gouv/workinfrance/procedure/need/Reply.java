package fr.gouv.workinfrance.procedure.need;

import java.util.Locale;

/// What was answered to a question.
///
/// @param typed as typed
/// @param canonical as read
public record Reply(Question question, String typed, Object canonical) {

    /// How it reads.
    public String display(Locale locale) {
        return question.type().display(canonical, locale);
    }
}
