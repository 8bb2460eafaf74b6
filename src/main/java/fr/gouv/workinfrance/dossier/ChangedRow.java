package fr.gouv.workinfrance.dossier;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.Change.Said;
import fr.gouv.workinfrance.dossier.correction.Subject;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/// One change, as it is kept: in JSON.
record ChangedRow(String subject, List<SaidRow> before, List<SaidRow> after) {

    static ChangedRow of(Change change) {
        return new ChangedRow(
                change.subject().toString(),
                change.before().stream().map(SaidRow::of).toList(),
                change.after().stream().map(SaidRow::of).toList());
    }

    Change change() {
        return new Change(
                Subject.parse(subject),
                before.stream().map(SaidRow::said).toList(),
                after.stream().map(SaidRow::said).toList());
    }

    /// What was said; one of these is there.
    record SaidRow(@Nullable String typed, @Nullable UUID document, @Nullable String reason) {

        static SaidRow of(Said said) {
            return switch (said) {
                case Said.Typed(var words) -> new SaidRow(words, null, null);
                case Said.Joined(var document) -> new SaidRow(null, document.value(), null);
                case Said.Unavailable(var why) -> new SaidRow(null, null, why);
            };
        }

        Said said() {
            if (document != null) {
                return new Said.Joined(new DocumentId(document));
            }
            return typed != null
                    ? new Said.Typed(typed)
                    : new Said.Unavailable(requireNonNull(reason));
        }
    }
}
