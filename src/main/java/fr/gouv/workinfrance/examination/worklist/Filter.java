package fr.gouv.workinfrance.examination.worklist;

import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.worklist.Worklist.View;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// What of a worklist one wants to see.
///
/// @param typed a name, a reference, a SIRET, the number of a person, a title or a permit; blank
///   when nothing is searched
/// @param office one of those of who asks; all of them when absent
/// @param assignee in whose charge; anyone's when absent
/// @param employer part of a name, a SIREN or a SIRET; blank for any
/// @param label that an office put on them; blank for any
/// @param fields by question that the catalogue marks as searchable
public record Filter(
        View view,
        String typed,
        @Nullable String office,
        @Nullable UUID assignee,
        @Nullable String procedure,
        Stage.@Nullable Name stage,
        Days received,
        Days limit,
        String employer,
        String label,
        SortedMap<String, Wanted> fields) {

    public Filter {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /// A whole view.
    public static Filter of(View view) {
        return search(view, "");
    }

    /// What was typed, anywhere.
    public static Filter search(String typed) {
        return search(View.ALL, typed);
    }

    private static Filter search(View view, String typed) {
        return new Filter(
                view,
                typed,
                null,
                null,
                null,
                null,
                Days.ANY,
                Days.ANY,
                "",
                "",
                new TreeMap<>(Map.of()));
    }

    /// Whether it leaves a whole view as it is.
    boolean whole() {
        return equals(of(view)) && view != View.ALL;
    }

    /// From a day to another, both included; open where absent.
    public record Days(@Nullable LocalDate from, @Nullable LocalDate until) {

        public static final Days ANY = new Days(null, null);
    }

    /// What the answer to a question has to be.
    public sealed interface Wanted {

        /// That very answer.
        ///
        /// @param key as the index card of a request keeps it
        record Exactly(String key) implements Wanted {}

        /// These words, anywhere in it.
        ///
        /// @param words without accents or case
        record InWords(String words) implements Wanted {}

        /// Dates are kept in ISO form, and compare as texts.
        record Between(Days days) implements Wanted {}
    }
}
