package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.site.MessagesView.Wrong;

import java.util.Map;
import java.util.Optional;

/// An appeal, or a request for reasons, as it is typed.
///
/// @param way the one that is chosen; empty while none is
/// @param wrong the words for what is wrong, by field
public record AppealForm(String way, String words, Map<String, Wrong> wrong) {

    static final AppealForm NOTHING = new AppealForm("", "", Map.of());

    public AppealForm {
        wrong = Map.copyOf(wrong);
    }

    public Optional<Wrong> wrong(String field) {
        return Optional.ofNullable(wrong.get(field));
    }
}
